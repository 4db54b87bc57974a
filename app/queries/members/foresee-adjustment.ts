import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Refusal } from "#app/domain/refusal.ts";

export interface AdjustmentAsked {
  readonly memberId: MemberId;
  readonly points: number;
  readonly qualifying: number;
  readonly sparesDebt: boolean;
}

/** How a member would stand after it. */
export interface ForeseenAdjustment {
  readonly available: number;
  readonly debt: number;
  /** The tier there would be, and whether it is another than now. */
  readonly tierLevelId: string | null;
  readonly tierChanges: boolean;
  readonly tierUntil: Instant | null;
}

/** What giving or taking points would do: the engine decides it in books that nobody records. */
export async function foreseeAdjustment(
  database: Database,
  shopId: number,
  asked: AdjustmentAsked,
  now: Instant,
): Promise<({ readonly ok: true } & ForeseenAdjustment) | { readonly ok: false; readonly refusal: Refusal }> {
  const books = await viewBooks(database, shopId, [asked.memberId], now);
  const member = books.members.get(asked.memberId);
  if (member === undefined) return { ok: false, refusal: "member_unknown" };
  const before = member.tier.levelId;
  const outcome = applyEvent(books, {
    type: "points_adjusted",
    at: now,
    id: "foreseen",
    reason: "foreseen",
    ...asked,
  });
  if (!outcome.ok) return { ok: false, refusal: outcome.refusal };
  const { balance, tier } = member;
  return {
    ok: true,
    available: balance.available,
    debt: balance.debt,
    tierLevelId: tier.levelId,
    tierChanges: tier.levelId !== before,
    tierUntil: tier.until,
  };
}
