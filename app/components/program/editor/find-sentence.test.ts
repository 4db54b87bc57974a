import { describe, expect, test } from "vitest";
import { findSentenceIn } from "./find-sentence.ts";

const rule = (id: string, points: number) => ({ id, kind: "item", points });
const cap = (points: number) => ({ points, per: "day" });
const document = {
  earning: { rules: [rule("a", 1), rule("b", 2), rule("c", -1)], caps: [cap(10), cap(20)] },
};
const NONE = { campaigns: [], rewards: [], levels: [], challenges: [], memberships: [] };
const find = findSentenceIn(document, {
  ...NONE,
  rules: ["One.", "Two.", null],
  caps: ["Ten a day.", "Twenty a day."],
});

describe("the sentence of an entry, while reading trails the typing", () => {
  test.each([
    { what: "as it was read", list: "rules", entry: rule("a", 1), index: 0, said: "One." },
    { what: "moved since", list: "rules", entry: rule("a", 1), index: 2, said: "One." },
    { what: "changed since", list: "rules", entry: rule("b", 25), index: 1, said: "Two." },
    { what: "wrong when it was read", list: "rules", entry: rule("c", -1), index: 2, said: null },
    { what: "added since", list: "rules", entry: rule("d", 4), index: 3, said: undefined },
    { what: "without an id and moved since", list: "caps", entry: cap(20), index: 0, said: "Twenty a day." },
    {
      what: "without an id and changed since",
      list: "caps",
      entry: cap(30),
      index: 1,
      said: "Twenty a day.",
    },
  ] as const)("$what: $said", ({ list, entry, index, said }) => {
    expect(find(list, entry, index)).toBe(said);
  });
});
