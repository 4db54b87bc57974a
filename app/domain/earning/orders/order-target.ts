import { elementAt } from "../../assert.ts";
import { allocate } from "../../money.ts";
import { ZERO, add, compare, floor, multiply, rational, sumOf } from "../../rational.ts";
import type { Rational } from "../../rational.ts";
import type { FrozenAward, FrozenLine, FrozenRoom } from "../../books/frozen-award.ts";
import { distribute } from "./distribute.ts";
import type { KeptOrder } from "../refunds/kept-order.ts";

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
  /** The same before any rounding. */
  readonly exact: Rational;
  /** Where it comes from, exact and before its limit; empty for order rules. */
  readonly lines: readonly { readonly lineId: string; readonly exact: Rational }[];
}

export interface OrderTarget {
  readonly points: number;
  readonly parts: readonly RulePart[];
  readonly isCapped: boolean;
}

export const NOTHING: OrderTarget = { points: 0, parts: [], isCapped: false };

/**
 * The points an order should have in its present state (A'): the frozen rates and multipliers over
 * what is kept of each line, one floor over all spend rules, fixed bonuses in proportion to the
 * kept basis. Monotone in what is kept and exactly 0 once nothing of the goods is.
 */
export function orderTarget(frozen: FrozenAward, kept: KeptOrder): OrderTarget {
  if (frozen.excluded !== null || kept.goodsShare.num === 0n) return NOTHING;
  const parts: Draft[] = [];
  addSpend(parts, frozen, kept);
  addSteps(parts, frozen, kept);
  for (const part of parts) truncate(frozen, part);
  shareFloor(parts);
  const fixedFrom = parts.length;
  addItems(parts, frozen, kept);
  addOrderRules(parts, frozen, kept);
  for (let index = fixedFrom; index < parts.length; index += 1) {
    const part = elementAt(parts, index);
    truncate(frozen, part);
    part.points = floor(part.exact);
  }
  let total = 0;
  for (const { points } of parts) total += points;
  if (frozen.capRoom === null || total <= frozen.capRoom) return { points: total, parts, isCapped: false };
  const given = allocate(
    frozen.capRoom,
    parts.map(({ points }) => points),
  );
  parts.forEach((part, index) => {
    part.points = elementAt(given, index);
  });
  return { points: frozen.capRoom, parts, isCapped: true };
}

/** One floor over all parts, shared so that they sum to it. */
function shareFloor(parts: readonly Draft[]): void {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    only.points = floor(only.exact);
    return;
  }
  const amounts = parts.map(({ exact }) => exact);
  distribute(floor(sumOf(amounts)), amounts).forEach((points, index) => {
    elementAt(parts, index).points = points;
  });
}

/** A part while it is worked out. */
type Draft = { -readonly [Field in keyof RulePart]: RulePart[Field] } & {
  lines: { readonly lineId: string; readonly exact: Rational }[];
};

function addSpend(drafts: Draft[], frozen: FrozenAward, kept: KeptOrder): void {
  for (let index = 0; index < frozen.lines.length; index += 1) {
    const line = elementAt(frozen.lines, index);
    if (line.spend.length === 0) continue;
    const basis = kept.basis(index);
    if (basis.num === 0n) continue;
    const multiplied =
      line.multiplierNum === line.multiplierDen ? basis : multiply(basis, multiplierOf(line));
    for (const { ruleId, points, perMinor } of line.spend) {
      const exact = { num: multiplied.num * BigInt(points), den: multiplied.den * BigInt(perMinor) };
      addTo(draftOf(drafts, ruleId, { kind: "spend", count: 1, from: 0 }), line.id, exact);
    }
  }
}

/**
 * Stepped rules: whole steps of the kept basis, times the multiplier of their lines on average,
 * weighted by the greatest bases (fixed weights, so that a refund never raises the average).
 */
function addSteps(drafts: Draft[], frozen: FrozenAward, kept: KeptOrder): void {
  for (const { ruleId, points, perMinor } of frozen.stepRules) {
    let matching = ZERO;
    let weighted = ZERO;
    let weight = 0n;
    const draft = newDraft(ruleId, "spend", 1);
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
}

/** Item rules: points per kept unit; a limit in units cuts units. */
function addItems(drafts: Draft[], frozen: FrozenAward, kept: KeptOrder): void {
  if (frozen.lines.every(({ items }) => items.length === 0)) return;
  const from = drafts.length;
  const unitsOf = new Map<string, Rational>();
  frozen.lines.forEach((line, index) => {
    for (const { ruleId, points } of line.items) {
      const units = kept.units(index);
      if (units.num === 0n) continue;
      unitsOf.set(ruleId, add(unitsOf.get(ruleId) ?? ZERO, units));
      addTo(
        draftOf(drafts, ruleId, { kind: "item", count: 0, from }),
        line.id,
        multiply(units, rational(points)),
      );
    }
  });
  for (const draft of drafts.slice(from)) {
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
}

function addOrderRules(drafts: Draft[], frozen: FrozenAward, kept: KeptOrder): void {
  for (const { ruleId, points } of frozen.orderRules) {
    const room = roomOf(frozen, ruleId).points;
    const bonus = room === null ? points : Math.min(points, room);
    const draft = newDraft(ruleId, "order", 1);
    draft.exact = multiply(rational(bonus), kept.share);
    draft.isCut = bonus < points;
    drafts.push(draft);
  }
}

/** A rule's limit cuts its own exact sum, before any rounding. */
function truncate(frozen: FrozenAward, draft: Draft): void {
  const room = roomOf(frozen, draft.ruleId);
  if (draft.kind !== "item" && room.count === 0) {
    draft.exact = ZERO;
    draft.isCut = true;
    draft.count = 0;
  } else if (room.points !== null && compare(draft.exact, rational(room.points)) > 0) {
    draft.exact = rational(room.points);
    draft.isCut = true;
  }
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

/** The rule's part among those of its kind, which begin at `from`. */
function draftOf(
  drafts: Draft[],
  ruleId: string,
  { kind, count, from }: { readonly kind: Draft["kind"]; readonly count: number; readonly from: number },
): Draft {
  for (let index = from; index < drafts.length; index += 1) {
    const draft = elementAt(drafts, index);
    if (draft.ruleId === ruleId) return draft;
  }
  const made = newDraft(ruleId, kind, count);
  drafts.push(made);
  return made;
}

function newDraft(ruleId: string, kind: Draft["kind"], count: number): Draft {
  return { ruleId, kind, points: 0, exact: ZERO, isCut: false, count, lines: [] };
}

function addTo(draft: Draft, lineId: string, exact: Rational): void {
  const ofLine = { lineId, exact };
  if (draft.lines.length === 0) {
    // A list made with its first entry has room for that one alone.
    draft.exact = exact;
    draft.lines = [ofLine];
    return;
  }
  draft.exact = add(draft.exact, exact);
  draft.lines.push(ofLine);
}
