import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scarceMemory } from "../../../tests/support/scarce-memory.ts";
import { elementAt } from "../assert.ts";
import { Chunks } from "./chunks.ts";
import { pageOf, PagedMemory, placeInPage } from "./paged-memory.ts";

const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("add") }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("write"),
      which: fc.nat(),
      word: fc.nat({ max: 4095 }),
      value: fc.nat(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("read"), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("release"), which: fc.nat() }) },
);

describe("a paged memory", () => {
  test("has in every page what was written there, wherever the page was meanwhile", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const memory = new PagedMemory(scarceMemory());
        const pages: { readonly number: number; readonly words: Map<number, number> }[] = [];
        for (const taken of steps) {
          if (!("which" in taken)) {
            pages.push({ number: memory.add(), words: new Map() });
            continue;
          }
          if (pages.length === 0) continue;
          const page = elementAt(pages, taken.which % pages.length);
          if ("word" in taken) {
            memory.changing(page.number).words[taken.word] = taken.value;
            page.words.set(taken.word, taken.value);
          } else if (taken.do === "release") {
            memory.release(page.number);
            pages.splice(pages.indexOf(page), 1);
          } else {
            const { words } = memory.page(page.number);
            for (const [word, value] of page.words) expect(words[word]).toBe(value);
            expect(words.filter((value) => value !== 0)).toHaveLength(
              [...page.words.values()].filter((value) => value !== 0).length,
            );
          }
        }
      }),
    );
  });

  test("keeps no more pages than it may, and gives none away that is in use", () => {
    const limit = scarceMemory(5);
    const memory = new PagedMemory(limit);
    const numbers = Array.from({ length: 100 }, () => memory.add());
    const seen = new Set<unknown>();
    for (let round = 0; round < 300; round += 1) {
      // Whatever else was asked for since the last one was fetched.
      for (const number of numbers.slice(0, round % 7)) memory.page(number);
      const first = memory.page(elementAt(numbers, (round * 37) % 100));
      const second = memory.page(elementAt(numbers, (round * 53 + 1) % 100));
      expect(first.number).toBe(elementAt(numbers, (round * 37) % 100));
      seen.add(first).add(second);
    }
    expect(seen.size).toBeLessThanOrEqual(5);
    expect(limit.written.size).toBe(100);
  });

  test("that is unlimited puts nothing away", () => {
    const memory = new PagedMemory(null);
    const numbers = Array.from({ length: 50 }, () => memory.add());
    numbers.forEach((number, index) => {
      memory.changing(number).words[0] = index;
    });
    expect(numbers.map((number) => memory.page(number).words[0])).toEqual(numbers.map((_, index) => index));
  });
});

test("chunks that were given back are used again, empty", () => {
  const memory = new PagedMemory(scarceMemory());
  const chunks = new Chunks(memory, 32);
  const taken = Array.from({ length: 200 }, () => chunks.take());
  expect(new Set(taken).size).toBe(200);
  for (const place of taken)
    memory.changing(pageOf(place)).figures.fill(7, placeInPage(place), placeInPage(place) + 32);
  for (const place of taken) chunks.giveBack(place);
  const again = Array.from({ length: 200 }, () => chunks.take());
  expect(new Set(again)).toEqual(new Set(taken));
  for (const place of again) {
    const begin = placeInPage(place);
    expect(memory.page(pageOf(place)).figures.slice(begin, begin + 32)).toEqual(new Float64Array(32));
  }
});
