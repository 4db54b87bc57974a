import fc from "fast-check";
import { expect, test } from "vitest";
import { ONE, rational } from "../rational.ts";
import type { FrozenAward } from "./award.ts";
import type { KeptOrder } from "./kept-order.ts";
import { orderTarget, targetInFull } from "./order-target.ts";
import { wholeOrderTarget } from "./whole-order.ts";

const basis = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100_000_000 }));
const line = fc.record({
  id: fc.uuid(),
  basisMinor: basis,
  quantity: fc.integer({ min: 0, max: 20 }),
  spend: fc.array(
    fc.record({
      ruleId: fc.constantFrom("a", "b"),
      points: fc.integer({ min: 0, max: 50 }),
      perMinor: fc.constantFrom(1, 100, 333, 5000),
    }),
    { maxLength: 2 },
  ),
  steps: fc.constant([]),
  items: fc.array(fc.record({ ruleId: fc.constant("i"), points: fc.integer({ min: 0, max: 99 }) }), {
    maxLength: 1,
  }),
  multiplierNum: fc.constantFrom("0", "1", "5", "12345"),
  multiplierDen: fc.constantFrom("1", "4", "10000"),
});
const award = fc.record({
  lines: fc.array(line, { maxLength: 5 }),
  orderRules: fc.array(
    fc.record({ ruleId: fc.constant("o"), points: fc.integer({ min: 0, max: 99 }), once: fc.constant(null) }),
    { maxLength: 2 },
  ),
  capRoom: fc.option(fc.integer({ min: 0, max: 2000 })),
});

function frozenOf(parts: Pick<FrozenAward, "lines" | "orderRules" | "capRoom">): FrozenAward {
  return {
    excluded: null,
    tierId: null,
    nth: 0,
    stepRules: [],
    ruleRoom: {},
    basisNum: "1",
    basisDen: "1",
    uses: [],
    parts: null,
    ...parts,
  };
}

function keptWhole({ lines }: FrozenAward): KeptOrder {
  const fullBasisMinor = lines.reduce((sum, { basisMinor }) => sum + basisMinor, 0);
  return {
    isWhole: true,
    basis: (index) => rational(lines[index]!.basisMinor),
    units: (index) => rational(lines[index]!.quantity),
    ...{ share: ONE, goodsShare: ONE, keptBasisMinor: fullBasisMinor, fullBasisMinor },
  };
}

test("an order kept whole comes to the same points, parts and sum by the short way as by the exact one", () => {
  fc.assert(
    fc.property(award, (parts) => {
      const frozen = frozenOf(parts);
      const kept = keptWhole(frozen);
      const { points, exact, parts: ruleParts, isCapped } = orderTarget(frozen, kept);
      expect({ points, exact, parts: ruleParts, isCapped }).toEqual(targetInFull(frozen, kept));
    }),
    { numRuns: 500 },
  );
});

test("the short way leaves what is limited, capped, stepped or partly kept to the exact one", () => {
  const frozen = frozenOf({ lines: [], orderRules: [{ ruleId: "o", points: 5, once: null }], capRoom: null });
  const kept = keptWhole(frozen);
  const isShort = (changed: Partial<FrozenAward>, keptNow = kept) =>
    wholeOrderTarget({ ...frozen, ...changed }, keptNow, targetInFull) !== null;
  expect(isShort({})).toBe(true);
  expect(isShort({ capRoom: 4 })).toBe(false);
  expect(isShort({ ruleRoom: { o: { points: 9, count: null } } })).toBe(false);
  expect(isShort({ stepRules: [{ ruleId: "s", points: 1, perMinor: 100 }] })).toBe(false);
  expect(isShort({ basisNum: "1", basisDen: "2" })).toBe(false);
  expect(isShort({}, { ...kept, isWhole: false })).toBe(false);
});
