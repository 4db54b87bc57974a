import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useSearchParams } from "@remix-run/react";
import { BlockStack, Text } from "@shopify/polaris";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { BesideCards } from "../../layout/beside-cards.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { inserted, isRecord, listAt, moved, valueAt } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "./editing.tsx";
import { elementIdOf, EntryCard } from "./entry-card.tsx";
import { freshId, PLACES, type EntryList } from "#app/domain/program/document/entry-places.ts";
import { thresholdAbove } from "./threshold-above.ts";
import { useRemoval } from "./use-removal.ts";

interface EntryListProps {
  readonly list: EntryList;
  readonly sortable: boolean;
  /** Whether entries can be switched off. */
  readonly switchable: boolean;
  readonly empty: string;
  readonly form: (index: number) => ReactNode;
}

/** The entries of a list as cards: opened one at a time, moved, switched, doubled, deleted and brought back. */
export function EntryCards({ list, sortable, switchable, empty, form }: EntryListProps) {
  const t = useTexts(editorTexts);
  const { document } = useEditing();
  const entries = listAt(document, PLACES[list]);
  const [open, setOpen] = useState(useAskedEntry(entries));
  const deeds = useEntryDeeds(list, setOpen);
  const sortIds = entries.map((entry, index) => `${String(valueAt(entry, ["id"]))}#${String(index)}`);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null || active.id === over.id) return;
    deeds.move(sortIds.indexOf(String(active.id)), sortIds.indexOf(String(over.id)));
  };
  if (entries.length === 0) {
    return (
      <BesideCards>
        <Text as="p" tone="subdued">
          {empty}
        </Text>
      </BesideCards>
    );
  }
  return (
    <DndContext
      id={list}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ screenReaderInstructions: { draggable: t.dragHelp }, announcements: announcements(t) }}
    >
      <SortableContext items={sortIds} strategy={verticalListSortingStrategy}>
        <BlockStack as="ul" gap="300">
          {entries.map((_, index) => (
            <EntryCard
              key={index}
              list={list}
              index={index}
              sortId={sortIds[index] ?? String(index)}
              sortable={sortable && entries.length > 1}
              open={open === index}
              onToggle={() => setOpen(open === index ? null : index)}
              actions={[
                ...(switchable ? [deeds.switchAction(index)] : []),
                { content: t.duplicate, onAction: () => deeds.duplicate(index) },
                ...(sortable && index > 0
                  ? [{ content: t.moveUp, onAction: () => deeds.move(index, index - 1) }]
                  : []),
                ...(sortable && index < entries.length - 1
                  ? [{ content: t.moveDown, onAction: () => deeds.move(index, index + 1) }]
                  : []),
                { content: t.delete, onAction: () => deeds.remove(index) },
              ]}
              form={() => form(index)}
            />
          ))}
        </BlockStack>
      </SortableContext>
    </DndContext>
  );
}

/** The entry that the page's address asks for is open when one comes to it, and in sight. */
function useAskedEntry(entries: readonly unknown[]): number | null {
  const [address] = useSearchParams();
  const asked = address.get("open");
  const found = asked === null ? -1 : entries.findIndex((entry) => valueAt(entry, ["id"]) === asked);
  const first = useRef(found);
  useEffect(() => {
    if (first.current >= 0) document.getElementById(elementIdOf(first.current))?.scrollIntoView();
  }, []);
  return found < 0 ? null : found;
}

function announcements(t: (typeof editorTexts)["en"]) {
  return {
    onDragStart: () => t.dragStarted,
    onDragOver: ({ over }: { over: { id: string | number } | null }) =>
      over === null ? undefined : t.dragOver(Number(String(over.id).split("#").at(-1)) + 1),
    onDragEnd: () => t.dragEnded,
    onDragCancel: () => t.dragCancelled,
  };
}

function useEntryDeeds(list: EntryList, setOpen: (open: number | null) => void) {
  const t = useTexts(editorTexts);
  const { document, change } = useEditing();
  const place = PLACES[list];
  const take = useRemoval(place);
  const entries = listAt(document, place);
  const put = (next: (entries: readonly unknown[]) => readonly unknown[]) =>
    change(place, (now) => next(now));
  return {
    move: (from: number, to: number) => {
      setOpen(null);
      put((now) => moved(now, from, to));
    },
    duplicate: (index: number) => {
      const entry = entries[index];
      if (!isRecord(entry)) return;
      const from = list === "levels" ? fromOfCopy(entry, entries[index + 1]) : {};
      put((now) => inserted(now, index + 1, { ...entry, ...freshOf(entry, now), ...from }));
      setOpen(index + 1);
    },
    remove: (index: number) => {
      setOpen(null);
      take(index);
    },
    switchAction: (index: number) => {
      const off = valueAt(entries[index], ["enabled"]) === false;
      return {
        content: off ? t.switchOn : t.switchOff,
        onAction: () =>
          put((now) =>
            now.map((entry, at) => (at === index && isRecord(entry) ? { ...entry, enabled: off } : entry)),
          ),
      };
    },
  };
}

/** Two levels never begin at the same: the copy does so at the next round figure there is. */
function fromOfCopy(level: Readonly<Record<string, unknown>>, next: unknown) {
  const [low, high] = [level["from"], valueAt(next, ["from"])];
  if (typeof low !== "string") return {};
  const from = thresholdAbove(low, typeof high === "string" ? high : null);
  return from === null ? {} : { from };
}

/** Only what had an id has another one. */
function freshOf(entry: Readonly<Record<string, unknown>>, entries: readonly unknown[]) {
  return typeof entry["id"] === "string" ? { id: freshId(entries, entry["id"]) } : {};
}
