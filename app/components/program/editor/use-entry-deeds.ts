import {
  inserted,
  isRecord,
  listAt,
  moved,
  valueAt,
  type DocumentPlace,
} from "#app/domain/program/document/document-path.ts";
import { freshId } from "#app/domain/program/document/entry-places.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "./editing.tsx";
import { useRemoval } from "./use-removal.ts";

interface EntryAction {
  readonly content: string;
  readonly onAction: () => void;
}

interface EntryDeeds {
  readonly move: (from: number, to: number) => void;
  /** What may be done with an entry from its menu; in a list whose order says something it is moved by it, too. */
  readonly actions: (index: number, isSorted: boolean) => readonly EntryAction[];
  readonly switchAction: (index: number) => EntryAction;
}

/** What a copy of an entry says otherwise, before the one that follows. */
type CopyDiffers = (
  entry: Readonly<Record<string, unknown>>,
  next: unknown,
) => Readonly<Record<string, unknown>>;

/** What is done with the entries of a list: moved, doubled, deleted and brought back, switched. */
export function useEntryDeeds(
  place: DocumentPlace,
  setOpen: (open: number | null) => void,
  differs: CopyDiffers,
): EntryDeeds {
  const t = useTexts(editorTexts);
  const { document, change } = useEditing();
  const take = useRemoval(place);
  const entries = listAt(document, place);
  const move = (from: number, to: number) => {
    setOpen(null);
    change(place, (now) => moved(now, from, to));
  };
  const duplicate = (index: number) => {
    const entry = entries[index];
    if (!isRecord(entry)) return;
    change(place, (now) =>
      inserted(now, index + 1, {
        ...entry,
        ...freshOf(entry, now),
        ...differs(entry, entries[index + 1]),
      }),
    );
    setOpen(index + 1);
  };
  const remove = (index: number) => {
    setOpen(null);
    take(index);
  };
  return {
    move,
    actions: (index, isSorted) => [
      { content: t.duplicate, onAction: () => duplicate(index) },
      ...(isSorted && index > 0 ? [{ content: t.moveUp, onAction: () => move(index, index - 1) }] : []),
      ...(isSorted && index < entries.length - 1
        ? [{ content: t.moveDown, onAction: () => move(index, index + 1) }]
        : []),
      { content: t.delete, onAction: () => remove(index) },
    ],
    switchAction: (index) => {
      const off = valueAt(entries[index], ["enabled"]) === false;
      return {
        content: off ? t.switchOn : t.switchOff,
        onAction: () =>
          change(place, (now) =>
            now.map((entry, at) => (at === index && isRecord(entry) ? { ...entry, enabled: off } : entry)),
          ),
      };
    },
  };
}

/** Only what had an id has another one. */
function freshOf(entry: Readonly<Record<string, unknown>>, entries: readonly unknown[]) {
  return typeof entry["id"] === "string" ? { id: freshId(entries, entry["id"]) } : {};
}

/** A copy says the same. */
export const alike: CopyDiffers = () => ({});
