import { useSearchParams } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { BesideCards } from "../../layout/beside-cards.tsx";
import { listAt, valueAt } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "./editing.tsx";
import { elementIdOf, EntryCard } from "./entry-card.tsx";
import { PLACES, type EntryList } from "#app/domain/program/document/entry-places.ts";
import { SortableEntries } from "./sortable-entries.tsx";
import { thresholdAbove } from "./threshold-above.ts";
import { alike, useEntryDeeds } from "./use-entry-deeds.ts";

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
  const { document, findSentence } = useEditing();
  const place = PLACES[list];
  const entries = listAt(document, place);
  const [open, setOpen] = useState(useAskedEntry(list, entries));
  const deeds = useEntryDeeds(place, setOpen, list === "levels" ? fromOfCopy : alike);
  const sortIds = entries.map((entry, index) => `${String(valueAt(entry, ["id"]))}#${String(index)}`);
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
    <SortableEntries id={list} sortIds={sortIds} move={deeds.move}>
      {entries.map((entry, index) => (
        <EntryCard
          key={index}
          place={[...place, index]}
          number={index + 1}
          sentence={findSentence(list, entry, index)}
          sortId={sortIds[index] ?? String(index)}
          sortable={sortable && entries.length > 1}
          open={open === index}
          onToggle={() => setOpen(open === index ? null : index)}
          actions={[...(switchable ? [deeds.switchAction(index)] : []), ...deeds.actions(index, sortable)]}
          form={() => form(index)}
        />
      ))}
    </SortableEntries>
  );
}

/** Two levels never begin at the same: the copy does so at the next round figure there is. */
function fromOfCopy(level: Readonly<Record<string, unknown>>, next: unknown) {
  const [low, high] = [level["from"], valueAt(next, ["from"])];
  if (typeof low !== "string") return {};
  const from = thresholdAbove(low, typeof high === "string" ? high : null);
  return from === null ? {} : { from };
}

/** The entry that the page's address asks for is open when one comes to it, and in sight. */
function useAskedEntry(list: EntryList, entries: readonly unknown[]): number | null {
  const [address] = useSearchParams();
  const asked = address.get("open");
  const found = asked === null ? -1 : entries.findIndex((entry) => valueAt(entry, ["id"]) === asked);
  const first = useRef(found);
  useEffect(() => {
    if (first.current >= 0)
      document.getElementById(elementIdOf([...PLACES[list], first.current]))?.scrollIntoView();
  }, [list]);
  return found < 0 ? null : found;
}
