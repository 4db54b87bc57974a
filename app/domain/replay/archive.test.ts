import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scarceMemory } from "../../../tests/support/scarce-memory.ts";
import { Archive } from "./archive.ts";
import type { Codec } from "./archive.ts";
import { OWN, LOT } from "./name-register.ts";
import { PagedMemory } from "./paged-memory.ts";
import { PackedShelf } from "./packed-shelf.ts";
import type { ShelfPlace } from "./packed-shelf.ts";

interface Note {
  text: string | null;
  figure: number | null;
}

const noteCodec: Codec<Note> = {
  pack: (to, note) => {
    to.text(note.text);
    to.integer(note.figure);
  },
  unpack: (from) => ({ text: from.text(), figure: from.integer() }),
};

/** Ids as they come: numerals, texts, orders' causes, and what only looks like them. */
const id = fc.constantFrom("1", "01", "987654321098765", "order:7", "order:07", "order:", "x y", "é→", "");
const note = fc.record({
  text: fc.option(fc.oneof(id, fc.string({ unit: "grapheme", maxLength: 300 }))),
  figure: fc.option(fc.maxSafeInteger()),
});

type Step =
  | { readonly do: "set" | "change"; readonly shelf: number; readonly id: string; readonly note: Note }
  | { readonly do: "delete"; readonly shelf: number; readonly id: string }
  | { readonly do: "clear"; readonly shelf: number }
  | { readonly do: "rest" };

const shelf = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom("set", "change"), shelf, id, note }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete"), shelf, id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clear"), shelf }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("rest") }) },
);

describe("an archive's shelves", () => {
  test("hold what maps would, in the same order, however often they are packed", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const archive = new Archive(new PagedMemory(scarceMemory()));
        const [ours, theirs] = [archive.names.newOwner(), archive.names.newOwner()];
        // Two of one owner, whose names partly are the same, and one of another.
        const places = [
          { owner: ours, kind: OWN, prefix: "order:" },
          { owner: ours, kind: LOT, prefix: "" },
          { owner: theirs, kind: OWN, prefix: "order:" },
        ] as const;
        const shelves = places.map((place) => new PackedShelf(archive, noteCodec, place));
        const maps = [0, 1, 2].map(() => new Map<string, Note>());
        for (const taken of steps) {
          if (taken.do === "rest") archive.rest();
          else for (const holding of [shelves[taken.shelf], maps[taken.shelf]]) take(taken, holding);
        }
        shelves.forEach((shelf, index) => {
          expect([...shelf.keys()]).toEqual([...(maps[index]?.keys() ?? [])]);
          expect([...shelf.values()]).toEqual([...(maps[index]?.values() ?? [])]);
        });
      }),
    );
  });

  test("find every one of many, also where the room of a page does not suffice for one", () => {
    const archive = new Archive(new PagedMemory(scarceMemory()));
    const shelf = new PackedShelf(archive, noteCodec, lotsOf(archive));
    const large = "long ".repeat(300_000);
    for (let number = 0; number < 5000; number += 1) {
      shelf.set(String(number), { text: number % 1000 === 0 ? large : null, figure: number });
      if (number % 7 === 0) archive.rest();
    }
    for (let number = 0; number < 5000; number += 1) {
      expect(shelf.get(String(number))).toEqual({ text: number % 1000 === 0 ? large : null, figure: number });
    }
    expect(shelf.get("5000")).toBeUndefined();
  });

  test("tell of an entry in passing, packed or not", () => {
    const archive = new Archive(new PagedMemory(scarceMemory()));
    const shelf = new PackedShelf(archive, noteCodec, lotsOf(archive));
    shelf.set("a", { text: null, figure: 1 });
    shelf.set("b", { text: null, figure: 2 });
    archive.rest();
    const changed = shelf.get("b");
    if (changed !== undefined) changed.figure = 3;
    shelf.set("c", { text: null, figure: 4 });
    const figures = shelf.seen(
      ({ figure }) => figure,
      (from) => {
        from.text();
        return from.integer();
      },
    );
    expect([...figures]).toEqual([1, 3, 4]);
  });
});

function lotsOf(archive: Archive): ShelfPlace {
  return { owner: archive.names.newOwner(), kind: LOT, prefix: "" };
}

function take(
  taken: Exclude<Step, { do: "rest" }>,
  holding:
    | {
        get(id: string): Note | undefined;
        set(id: string, note: Note): unknown;
        delete(id: string): unknown;
        clear(): void;
      }
    | undefined,
): void {
  if (taken.do === "clear") holding?.clear();
  else if (taken.do === "delete") holding?.delete(taken.id);
  else if (taken.do === "set") holding?.set(taken.id, { ...taken.note });
  else {
    const known = holding?.get(taken.id);
    if (known === undefined) return;
    known.text = taken.note.text;
    known.figure = taken.note.figure;
  }
}
