import fc from "fast-check";
import { expect, test } from "vitest";
import { QualifyingLedger } from "./qualifying-ledger.ts";

const written = fc.record({
  id: fc.constantFrom("order:1", "order:2", "order:3", "adjust:a", "adjust:b"),
  at: fc.integer({ min: 0, max: 9 }),
  spendMinor: fc.integer({ min: -500, max: 500 }),
  points: fc.integer({ min: -50, max: 50 }),
  orders: fc.integer({ min: 0, max: 1 }),
});
const metric = fc.constantFrom("spend", "points", "orders");
const COLUMNS = { spend: "spendMinor", points: "points", orders: "orders" } as const;

test("the qualifying ledger says what its entries say, each at the date it was first written at", () => {
  fc.assert(
    fc.property(
      fc.array(written),
      metric,
      fc.nat({ max: 9 }),
      fc.nat({ max: 9 }),
      (writes, of, after, end) => {
        const ledger = new QualifyingLedger();
        const entries = new Map<string, (typeof writes)[number]>();
        for (const entry of writes) {
          ledger.write(entry.id, entry.at, entry);
          entries.set(entry.id, { ...entry, at: entries.get(entry.id)?.at ?? entry.at });
        }
        const all = [...entries.values()];
        const figures = (from: typeof all) => from.map((entry) => entry[COLUMNS[of]]);
        const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
        expect([...ledger.values()]).toEqual(all);
        expect([...ledger.keys()]).toEqual(all.map(({ id }) => id));
        for (const entry of all) expect(ledger.get(entry.id)).toEqual(entry);
        expect(ledger.has("order:9")).toBe(false);
        expect(ledger.sumBetween(of, after, end)).toBe(
          sum(figures(all.filter(({ at }) => at > after && at <= end))),
        );
        expect(ledger.gainsAfter(of, after)).toBe(
          sum(figures(all.filter(({ at }) => at > after)).map((figure) => Math.max(figure, 0))),
        );
        expect(ledger.newest(after)).toBe(Math.max(after, ...all.map(({ at }) => at)));
      },
    ),
  );
});
