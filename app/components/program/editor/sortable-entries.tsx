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
import { BlockStack } from "@shopify/polaris";
import type { ReactNode } from "react";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";

interface SortableEntriesProps {
  readonly id: string;
  /** A name for each entry, which ends with its place behind a `#`. */
  readonly sortIds: readonly string[];
  readonly move: (from: number, to: number) => void;
  readonly children: ReactNode;
}

/** A list whose entries are moved with the pointer and with the keyboard; what happens is said aloud. */
export function SortableEntries({ id, sortIds, move, children }: SortableEntriesProps) {
  const t = useTexts(editorTexts);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null || active.id === over.id) return;
    move(sortIds.indexOf(String(active.id)), sortIds.indexOf(String(over.id)));
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ screenReaderInstructions: { draggable: t.dragHelp }, announcements: announcements(t) }}
    >
      <SortableContext items={[...sortIds]} strategy={verticalListSortingStrategy}>
        <BlockStack as="ul" gap="300">
          {children}
        </BlockStack>
      </SortableContext>
    </DndContext>
  );
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
