import fc from "fast-check";
import { expect, test } from "vitest";
import { QualifyingLedger } from "./qualifying-ledger.ts";

const id = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom("order:1", "order:2", "adjust:a", "adjust:b") },
  { weight: 2, arbitrary: fc.nat({ max: 90 }).map((number) => `order:${String(number)}`) },
);
const written = fc.record({
  id,
  at: fc.integer({ min: 0, max: 30 }),
  spendMinor: fc.integer({ min: -500, max: 500 }),
  points: fc.integer({ min: -50, max: 50 }),
  orders: fc.integer({ min: 0, max: 1 }),
});
const metric = fc.constantFrom("spend", "points", "orders");
const COLUMNS = { spend: "spendMinor", points: "points", orders: "orders" } as const;
const window = fc.record({
  outUntil: fc.integer({ min: -2, max: 31 }),
  doubtful: fc.nat({ max: 5 }),
  end: fc.integer({ min: -2, max: 31 }),
});

test("the qualifying ledger says what its entries say, each at the date it was first written at", () => {
  fc.assert(
    // Mostly in the order of their dates, as orders come.
    fc.property(
      fc.array(written, { maxLength: 150 }),
      fc.boolean(),
      metric,
      window,
      (drawn, inOrder, of, asked) => {
        const writes = inOrder ? drawn.toSorted((a, b) => a.at - b.at) : drawn;
        const ledger = new QualifyingLedger();
        const entries = new Map<string, (typeof writes)[number]>();
        for (const entry of writes) {
          ledger.write(entry.id, entry.at, entry);
          entries.set(entry.id, { ...entry, at: entries.get(entry.id)?.at ?? entry.at });
        }
        const all = [...entries.values()];
        const figures = (from: typeof all) => from.map((entry) => entry[COLUMNS[of]]);
        const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
        const { outUntil, doubtful, end } = asked;
        expect([...ledger.values()]).toEqual(all);
        expect([...ledger.keys()]).toEqual(all.map((entry) => entry.id));
        for (const entry of all) expect(ledger.get(entry.id)).toEqual(entry);
        expect(ledger.has("order:99")).toBe(false);
        expect(ledger.sumBetween(of, outUntil, end)).toBe(
          sum(figures(all.filter(({ at }) => at > outUntil && at <= end))),
        );
        const isIn = (at: number) => at % 2 === 0;
        const inAfter = outUntil + doubtful;
        expect(ledger.sumWithin(of, end, { outUntil, inAfter, isIn })).toBe(
          sum(figures(all.filter(({ at }) => at > outUntil && at <= end && (at > inAfter || isIn(at))))),
        );
        const later = all.filter(({ at }) => at > outUntil);
        expect(ledger.gainsAfter(of, outUntil)).toBe(
          sum(figures(later).map((figure) => Math.max(figure, 0))),
        );
        expect(new Set(ledger.datedAfter(outUntil))).toEqual(new Set(later));
        expect(ledger.newest(outUntil)).toBe(Math.max(outUntil, ...all.map(({ at }) => at)));
        expect(ledger.sumBetween(of, Number.NEGATIVE_INFINITY, 99)).toBe(sum(figures(all)));
      },
    ),
  );
});
