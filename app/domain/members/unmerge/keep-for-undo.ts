import type { Instant } from "../../calendar.ts";
import type { LotChange, MergeUndo, Stand } from "./merge-undo.ts";
import type { LimitUse } from "../../books/limit-use.ts";
import type { Lot } from "../../books/lots.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Qualifying, QualifyingEntry } from "../../books/qualifying-ledger.ts";
import { movedName } from "./moved-name.ts";
import { lapsedOf, spentBy, standOf, usesOf } from "./stand-of.ts";

interface LotBefore {
  readonly remaining: number;
  readonly expiresAt: Instant | null;
}

interface BookBefore {
  readonly stand: Stand;
  readonly lots: ReadonlyMap<string, LotBefore>;
  readonly entries: ReadonlyMap<string, QualifyingEntry>;
  readonly orderIds: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly activityKeys: ReadonlySet<string>;
  readonly isEngaged: boolean;
}

/** Both members as they are just before they are merged, with nothing due any more. */
export interface BeforeMerge {
  readonly kept: BookBefore;
  readonly ended: BookBefore;
  readonly uses: readonly LimitUse[];
}

export function noteBeforeMerge(kept: MemberBook, ended: MemberBook): BeforeMerge {
  const uses = [...ended.limits.values()].filter(({ count, points }) => count !== 0 || points !== 0);
  return { kept: noteBook(kept), ended: noteBook(ended), uses: uses.map((use) => ({ ...use })) };
}

function noteBook(member: MemberBook): BookBefore {
  const lots = [...member.lots.values()].map(
    ({ id, remaining, expiresAt }) => [id, { remaining, expiresAt }] as const,
  );
  const orders = [...member.awards.values()].map(({ orderId }) => orderId);
  return {
    stand: standOf(member),
    lots: new Map(lots),
    entries: new Map([...member.qualifying.values()].map((entry) => [entry.id, entry])),
    orderIds: new Set(orders),
    codes: new Set(member.codes.keys()),
    activityKeys: new Set(member.activityKeys),
    isEngaged: member.engagement !== null || member.grants !== null,
  };
}

/** What has to be kept once they are merged, so that it can be undone. */
export function keepForUndo(before: BeforeMerge, kept: MemberBook, endedId: string): MergeUndo {
  const lots = [...before.ended.lots].flatMap(([was, lot]) => {
    const now = kept.lots.get(movedName(before.kept.lots, endedId, was));
    return now === undefined || now.points === 0 ? [] : [{ was, ...changeOf(lot, now) }];
  });
  const came = new Set(lots.map(({ id }) => id));
  const orderIds = [...before.ended.orderIds].filter((id) => !before.kept.orderIds.has(id));
  const awards = orderIds.flatMap((id) => kept.awards.get(id) ?? []);
  const codes = [...before.ended.codes];
  return {
    kept: before.kept.stand,
    ended: before.ended.stand,
    after: standOf(kept),
    lots,
    keptLots: [...before.kept.lots].flatMap(([id, lot]) => changedLot(lot, kept.lots.get(id))),
    bornLots: [...kept.lots.keys()].filter((id) => !before.kept.lots.has(id) && !came.has(id)),
    bornCodes: [...kept.codes.keys()].filter((code) => !before.kept.codes.has(code) && !codes.includes(code)),
    orderIds,
    codes,
    entries: [...before.ended.entries.values()].flatMap((entry) => {
      const now = kept.qualifying.get(movedName(before.kept.entries, endedId, entry.id));
      return now === undefined ? [] : [{ id: now.id, was: entry.id, ...lostOf(entry, now) }];
    }),
    keptEntries: [...before.kept.entries.values()].flatMap((entry) => {
      const lost = lostOf(entry, kept.qualifying.get(entry.id) ?? entry);
      return isNothing(lost) ? [] : [{ id: entry.id, ...lost }];
    }),
    uses: before.uses,
    orderUses: [...usesOf(awards).values()],
    activityKeys: [...before.ended.activityKeys].filter((key) => !before.kept.activityKeys.has(key)),
    standing: awards.reduce((sum, { standing }) => sum + standing, 0),
    lapsed: lapsedOf(
      kept,
      lots.map(({ id }) => id),
    ),
    spent: spentBy(codes.flatMap((code) => kept.codes.get(code) ?? [])),
    isEngaged: before.ended.isEngaged,
  };
}

function changeOf(before: LotBefore, now: Lot): LotChange {
  return {
    id: now.id,
    lost: before.remaining - now.remaining,
    expiresBefore: before.expiresAt,
    expiresAfter: now.expiresAt,
  };
}

function changedLot(before: LotBefore, now: Lot | undefined): LotChange[] {
  if (now === undefined) return [];
  const change = changeOf(before, now);
  return change.lost === 0 && change.expiresBefore === change.expiresAfter ? [] : [change];
}

function lostOf(before: Qualifying, now: Qualifying): Qualifying {
  return {
    spendMinor: before.spendMinor - now.spendMinor,
    points: before.points - now.points,
    orders: before.orders - now.orders,
  };
}

function isNothing({ spendMinor, points, orders }: Qualifying): boolean {
  return spendMinor === 0 && points === 0 && orders === 0;
}
