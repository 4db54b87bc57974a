import { listAt, valueAt } from "#app/domain/program/document/document-path.ts";
import type { EntrySentences } from "#app/domain/program/describe/describe-entries.ts";
import { PLACES, type EntryList } from "#app/domain/program/document/entry-places.ts";

/** The sentence of an entry; null: something in it is wrong; undefined: it was not read yet. */
export type FindSentence = (list: EntryList, entry: unknown, index: number) => string | null | undefined;

/**
 * Reading trails the typing, and entries are moved meanwhile: each is found by what it says, by its id while it is
 * changed, and by its place where it has none.
 */
export function findSentenceIn(document: unknown, sentences: EntrySentences): FindSentence {
  const found = new Map<string, string | null>();
  for (const list of Object.keys(PLACES).filter(isEntryList)) {
    listAt(document, PLACES[list]).forEach((entry, index) => {
      const sentence = sentences[list][index] ?? null;
      found.set(keyOf(list, entry, index), sentence);
      found.set(JSON.stringify([list, entry]), sentence);
    });
  }
  return (list, entry, index) =>
    found.get(JSON.stringify([list, entry])) ?? found.get(keyOf(list, entry, index));
}

function keyOf(list: EntryList, entry: unknown, index: number): string {
  const id = valueAt(entry, ["id"]);
  return typeof id === "string" ? `${list}#${id}` : `${list}[${String(index)}]`;
}

function isEntryList(name: string): name is EntryList {
  return Object.hasOwn(PLACES, name);
}
