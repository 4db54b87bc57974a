import { elementAt } from "../assert.ts";
import { allocate } from "../money.ts";
import { ZERO, add, compare, floor, multiply, rational } from "../rational.ts";
import type { Rational } from "../rational.ts";
import type { FrozenAward, FrozenLine, FrozenRoom } from "./award.ts";
import { distribute } from "./distribute.ts";
import type { KeptOrder } from "./kept-order.ts";
import { wholeOrderTarget } from "./whole-order.ts";

/** One rule's part in an order's points, and the lines it comes from. */
export interface RulePart {
  readonly ruleId: string;
  readonly kind: "spend" | "item" | "order";
  /** After the one floor and all caps. */
  readonly points: number;
  /** Whether the rule's own limit cut it. */
  readonly isCut: boolean;
  /** Orders or units it counts for, by the way of limits. */
  readonly count: number;
  /** Where it comes from, exact and before any rounding; empty for order rules. */
  readonly lines: readonly { readonly lineId: string; readonly exact: Rational }[];
}

export interface OrderTarget {
  readonly points: number;
  /** The exact sum of the spend rules before the one floor, and of what else is added. */
  readonly exact: Rational;
  readonly parts: readonly RulePart[];
  readonly isCapped: boolean;
}

export const NOTHING: OrderTarget = { points: 0, exact: ZERO, parts: [], isCapped: false };

/**
 * The points an order should have in its present state (A'): the frozen rates and multipliers over
 * what is kept of each line, one floor over all spend rules, fixed bonuses in proportion to the
 * kept basis. Monotone in what is kept and exactly 0 once nothing of the goods is.
 */
export function orderTarget(frozen: FrozenAward, kept: KeptOrder): OrderTarget {
  if (frozen.excluded !== null || kept.goodsShare.num === 0n) return NOTHING;
  return wholeOrderTarget(frozen, kept, targetInFull) ?? targetInFull(frozen, kept);
}

/** The same the exact way: every rule's part with its lines, limits, one floor, caps. */
export function targetInFull(frozen: FrozenAward, kept: KeptOrder): OrderTarget {
  const spend = [...spendDrafts(frozen, kept), ...stepDrafts(frozen, kept)].map((draft) =>
    truncate(frozen, draft),
  );
  const spendExact = spend.reduce((sum, draft) => add(sum, draft.exact), ZERO);
  const spendPoints = distribute(
    floor(spendExact),
    spend.map(({ exact }) => exact),
  );
  const fixed = [...itemDrafts(frozen, kept), ...orderDrafts(frozen, kept)].map((draft) =>
    truncate(frozen, draft),
  );
  const drafts = [...spend, ...fixed];
  const uncapped = [...spendPoints, ...fixed.map(({ exact }) => floor(exact))];
  const total = uncapped.reduce((sum, points) => sum + points, 0);
  const isCapped = frozen.capRoom !== null && total > frozen.capRoom;
  const points = isCapped ? frozen.capRoom : total;
  const given = isCapped ? allocate(points, uncapped) : uncapped;
  return {
    points,
    exact: drafts.reduce((sum, draft) => add(sum, draft.exact), ZERO),
    parts: drafts.map(({ ruleId, kind, isCut, count, lines }, index) => {
      return { ruleId, kind, points: elementAt(given, index), isCut, count, lines };
    }),
    isCapped,
  };
}

interface Draft {
  readonly ruleId: string;
  readonly kind: RulePart["kind"];
  exact: Rational;
  isCut: boolean;
  count: number;
  readonly lines: { readonly lineId: string; readonly exact: Rational }[];
}

function spendDrafts(frozen: FrozenAward, kept: KeptOrder): Draft[] {
  const drafts: Draft[] = [];
  frozen.lines.forEach((line, index) => {
    const basis = kept.basis(index);
    if (basis.num === 0n) return;
    for (const { ruleId, points, perMinor } of line.spend) {
      const exact = {
        num: basis.num * BigInt(points) * BigInt(line.multiplierNum),
        den: basis.den * BigInt(perMinor) * BigInt(line.multiplierDen),
      };
      addTo(draftOf(drafts, ruleId, "spend"), line.id, exact);
    }
  });
  for (const draft of drafts) draft.count = 1;
  return drafts;
}

/**
 * Stepped rules: whole steps of the kept basis, times the multiplier of their lines on average,
 * weighted by the greatest bases (fixed weights, so that a refund never raises the average).
 */
function stepDrafts(frozen: FrozenAward, kept: KeptOrder): Draft[] {
  const drafts: Draft[] = [];
  for (const { ruleId, points, perMinor } of frozen.stepRules) {
    let matching = ZERO;
    let weighted = ZERO;
    let weight = 0n;
    const draft: Draft = { ruleId, kind: "spend", exact: ZERO, isCut: false, count: 1, lines: [] };
    frozen.lines.forEach((line, index) => {
      if (!line.steps.includes(ruleId)) return;
      const basis = kept.basis(index);
      matching = add(matching, basis);
      weighted = add(weighted, multiply(rational(line.basisMinor), multiplierOf(line)));
      weight += BigInt(line.basisMinor);
      draft.lines.push({ lineId: line.id, exact: basis });
    });
    const steps = floor(multiply(matching, rational(1, perMinor)));
    if (steps === 0 || weight === 0n) continue;
    draft.exact = multiply(rational(steps * points), multiply(weighted, rational(1, weight)));
    drafts.push(draft);
  }
  return drafts;
}

/** Item rules: points per kept unit; a limit in units cuts units. */
function itemDrafts(frozen: FrozenAward, kept: KeptOrder): Draft[] {
  const drafts: Draft[] = [];
  const unitsOf = new Map<string, Rational>();
  frozen.lines.forEach((line, index) => {
    for (const { ruleId, points } of line.items) {
      const units = kept.units(index);
      if (units.num === 0n) continue;
      unitsOf.set(ruleId, add(unitsOf.get(ruleId) ?? ZERO, units));
      addTo(draftOf(drafts, ruleId, "item"), line.id, multiply(units, rational(points)));
    }
  });
  for (const draft of drafts) {
    const units = unitsOf.get(draft.ruleId) ?? ZERO;
    const room = roomOf(frozen, draft.ruleId).count;
    if (room !== null && compare(units, rational(room)) > 0) {
      // All units of a rule give the same, so cutting units cuts its points in proportion.
      draft.exact = { num: draft.exact.num * BigInt(room) * units.den, den: draft.exact.den * units.num };
      draft.count = room;
      draft.isCut = true;
    } else {
      draft.count = -floor({ num: -units.num, den: units.den });
    }
  }
  return drafts;
}

function orderDrafts(frozen: FrozenAward, kept: KeptOrder): Draft[] {
  return frozen.orderRules.map(({ ruleId, points }) => {
    const room = roomOf(frozen, ruleId).points;
    const bonus = room === null ? points : Math.min(points, room);
    const exact = multiply(rational(bonus), kept.share);
    return { ruleId, kind: "order", exact, isCut: bonus < points, count: 1, lines: [] };
  });
}

/** A rule's limit cuts its own exact sum, before any rounding. */
function truncate(frozen: FrozenAward, draft: Draft): Draft {
  const room = roomOf(frozen, draft.ruleId);
  if (draft.kind !== "item" && room.count === 0) {
    return { ...draft, exact: ZERO, isCut: true, count: 0 };
  }
  if (room.points !== null && compare(draft.exact, rational(room.points)) > 0) {
    return { ...draft, exact: rational(room.points), isCut: true };
  }
  return draft;
}

const NO_LIMIT: FrozenRoom = { points: null, count: null };

function roomOf(frozen: FrozenAward, ruleId: string): FrozenRoom {
  // A rule may be called "constructor".
  const room = Object.hasOwn(frozen.ruleRoom, ruleId) ? frozen.ruleRoom[ruleId] : undefined;
  return room ?? NO_LIMIT;
}

function multiplierOf(line: FrozenLine): Rational {
  return { num: BigInt(line.multiplierNum), den: BigInt(line.multiplierDen) };
}

function draftOf(drafts: Draft[], ruleId: string, kind: Draft["kind"]): Draft {
  const known = drafts.find((draft) => draft.ruleId === ruleId);
  if (known !== undefined) return known;
  const made: Draft = { ruleId, kind, exact: ZERO, isCut: false, count: 0, lines: [] };
  drafts.push(made);
  return made;
}

function addTo(draft: Draft, lineId: string, exact: Rational): void {
  draft.exact = add(draft.exact, exact);
  draft.lines.push({ lineId, exact });
}
