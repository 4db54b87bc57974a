import { causeOfOrder } from "../../books/ids.ts";
import type { Award } from "../../books/awards.ts";
import { holdsPoints, type RewardCode } from "../../books/codes.ts";
import type { Lot } from "../../books/lots.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { MergeUndo } from "./merge-undo.ts";
import { lapsedOf, spentBy, wealthOf } from "./stand-of.ts";

/** A lot that goes back: where it is, and under which name it was. */
export interface LotGoingBack {
  readonly lot: Lot;
  readonly was: string;
  /** What it holds once it is back. */
  readonly remaining: number;
}

/** A lot that stays with the kept member, and what it holds from here on. */
export interface LotStaying {
  readonly lot: Lot;
  readonly remaining: number;
}

/** What belongs to whom of all that the kept member has now. */
export interface Shares {
  readonly awards: readonly Award[];
  readonly codes: readonly RewardCode[];
  readonly goingBack: readonly LotGoingBack[];
  readonly staying: readonly LotStaying[];
  /** By lot: what codes of the other member hold or spent of it. It is theirs then, and paid for. */
  readonly drawnByOther: ReadonlyMap<string, number>;
  readonly ended: Accounts;
  readonly kept: Accounts;
}

/** What somebody is to have in all. */
export interface Accounts {
  readonly wealth: number;
  readonly held: number;
  readonly spent: number;
  readonly expired: number;
  readonly writtenOff: number;
}

/**
 * Who has what after an undo. Both have what they had before the merge, and what has become since of what was
 * theirs: orders and their refunds, lapsed lots, used codes. All else that happened since is the kept member's.
 */
export function shareOut(kept: MemberBook, undo: MergeUndo): Shares {
  const awards = undo.orderIds.flatMap((id) => kept.awards.get(id) ?? []);
  const codes = undo.codes.flatMap((code) => kept.codes.get(code) ?? []);
  const going = lotsGoing(kept, undo, awards);
  const drawnByOther = crossDraws(kept, new Set(undo.codes), new Set(going.map(({ lot }) => lot.id)));
  const change = {
    lapsed: going.reduce((sum, { lot }) => sum + lot.expired, 0) - undo.lapsed,
    spent: spentBy(codes) - undo.spent,
    standing: awards.reduce((sum, { standing }) => sum + standing, 0) - undo.standing,
  };
  const gained = change.standing - change.lapsed - change.spent;
  // What lapsed of a gift that the merge gave is lost to nobody: without the merge there had been none.
  const born = lapsedOf(kept, undo.bornLots);
  const ended: Accounts = {
    wealth: undo.ended.wealth + gained,
    held: codes.filter(holdsPoints).reduce((sum, { points }) => sum + points, 0),
    spent: Math.max(0, undo.ended.spent + change.spent),
    expired: Math.max(0, undo.ended.expired + change.lapsed),
    writtenOff: awards.reduce((sum, { writtenOff }) => sum + writtenOff, 0),
  };
  const { balance } = kept;
  return {
    ...{ awards, codes, drawnByOther, ended },
    goingBack: going.map(({ lot, was, lost }) => ({ lot, was, remaining: filled(lot, lost, drawnByOther) })),
    staying: lotsStaying(kept, undo, { going: new Set(going.map(({ lot }) => lot.id)), drawnByOther }),
    kept: {
      wealth: undo.kept.wealth + (wealthOf(kept) - undo.after.wealth) - gained + born,
      held: balance.held - ended.held,
      spent: balance.spent - balance.held - ended.spent,
      expired: balance.expired - ended.expired,
      writtenOff: 0,
    },
  };
}

interface LotGoing {
  readonly lot: Lot;
  readonly was: string;
  readonly lost: number;
}

/** Those that came, and those that were made since for the orders that came. */
function lotsGoing(kept: MemberBook, undo: MergeUndo, awards: readonly Award[]): LotGoing[] {
  const came = undo.lots.flatMap(({ id, was, lost }) => {
    const lot = kept.lots.get(id);
    return lot === undefined ? [] : [{ lot, was, lost }];
  });
  const names = new Set(came.map(({ lot }) => lot.id));
  const causes = new Set(awards.map(({ orderId }) => causeOfOrder(orderId)));
  const since = [...kept.lots.values()].filter(
    ({ id, cause, points }) => points > 0 && causes.has(cause) && !names.has(id),
  );
  return [...came, ...since.map((lot) => ({ lot, was: lot.id, lost: 0 }))];
}

function lotsStaying(
  kept: MemberBook,
  undo: MergeUndo,
  {
    going,
    drawnByOther,
  }: { readonly going: ReadonlySet<string>; readonly drawnByOther: ReadonlyMap<string, number> },
): LotStaying[] {
  const lost = new Map(undo.keptLots.map((lot) => [lot.id, lot.lost]));
  const born = new Set(undo.bornLots);
  return [...kept.lots.values()].flatMap((lot) => {
    if (going.has(lot.id)) return [];
    if (born.has(lot.id)) return [{ lot, remaining: 0 }];
    const isTouched = lost.has(lot.id) || drawnByOther.has(lot.id);
    return isTouched ? [{ lot, remaining: filled(lot, lost.get(lot.id) ?? 0, drawnByOther) }] : [];
  });
}

function filled(lot: Lot, lost: number, drawnByOther: ReadonlyMap<string, number>): number {
  const wanted = lot.remaining + lost + (drawnByOther.get(lot.id) ?? 0);
  return Math.max(0, Math.min(wanted, lot.points - lot.expired));
}

/** What is out of a member's lots for codes of the other one, by lot. */
function crossDraws(
  kept: MemberBook,
  theirCodes: ReadonlySet<string>,
  theirLots: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const drawn = new Map<string, number>();
  for (const code of kept.codes.values()) {
    for (const { lotId, points, returned } of code.draws) {
      if (theirLots.has(lotId) === theirCodes.has(code.code)) continue;
      const isOut = holdsPoints(code) || code.state === "used" || code.state === "fulfilled";
      drawn.set(lotId, (drawn.get(lotId) ?? 0) + (isOut ? points - returned : 0));
    }
  }
  return drawn;
}
