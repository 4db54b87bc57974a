import { z } from "zod";
import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { type MemberRow, memberRow } from "./admin-members.ts";

/** What somebody has, as far as a merge moves it. */
export interface MergeSide {
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly tierLevelId: string | null;
  readonly orders: number;
  /** Codes that can still be used. */
  readonly codes: number;
}

export type MergeObstacle = "member_unknown" | "member_left" | "merge_with_itself" | "merge_other_way";

export type ForeseenMerge =
  | {
      readonly ok: true;
      readonly other: MemberRow;
      readonly kept: MergeSide;
      readonly ended: MergeSide;
      readonly after: MergeSide;
    }
  | { readonly ok: false; readonly refusal: MergeObstacle };

/**
 * How one member would stand once another had become part of them: the engine merges them in books that nobody
 * records. Who is a customer of the shop is not put into somebody who is not: it goes the other way round.
 */
export async function foreseeMerge(
  database: Database,
  shopId: number,
  { keptId, endedId }: { readonly keptId: MemberId; readonly endedId: MemberId },
  now: Instant,
): Promise<ForeseenMerge> {
  if (keptId === endedId) return { ok: false, refusal: "merge_with_itself" };
  const people = await readRows(database, personRow, PEOPLE, [shopId, [keptId, endedId]]);
  const kept = people.find(({ memberId }) => memberId === keptId);
  const other = people.find(({ memberId }) => memberId === endedId);
  if (kept === undefined || other === undefined) return { ok: false, refusal: "member_unknown" };
  if (!takesPart(kept) || !takesPart(other)) return { ok: false, refusal: "member_left" };
  if (kept.customerId === null && other.customerId !== null) return { ok: false, refusal: "merge_other_way" };
  const books = await viewBooks(database, shopId, [keptId, endedId], now);
  const keptBook = books.members.get(keptId);
  const endedBook = books.members.get(endedId);
  if (keptBook === undefined || endedBook === undefined) return { ok: false, refusal: "member_unknown" };
  const sides = { kept: sideOf(keptBook, kept.orders), ended: sideOf(endedBook, other.orders) };
  const outcome = applyEvent(books, {
    type: "members_merged",
    at: now,
    memberId: keptId,
    fromMemberId: endedId,
  });
  if (!outcome.ok) return { ok: false, refusal: "member_left" };
  const after = sideOf(keptBook, kept.orders + other.orders);
  const { orders: _, ...row } = other;
  return { ok: true, other: row, ...sides, after };
}

const personRow = z.object({ ...memberRow.shape, orders: z.int() });

function takesPart({ status }: MemberRow): boolean {
  return status === "active" || status === "shadow";
}

const PEOPLE = `
  SELECT m.member_id::text AS "memberId", m.first_name AS "firstName", m.last_name AS "lastName", m.email,
    m.customer_id AS "customerId", m.status, m.tier_level_id AS "tierLevelId", m.available, m.pending, m.debt,
    m.enrolled_at AS "enrolledAt",
    (SELECT count(*) FROM shop_order o WHERE o.shop_id = m.shop_id AND o.member_id = m.member_id) AS orders
  FROM member m WHERE m.shop_id = $1 AND m.member_id = ANY($2::bigint[])`;

function sideOf({ balance, tier, codes }: MemberBook, orders: number): MergeSide {
  const { available, pending, debt } = balance;
  let usable = 0;
  for (const code of codes.values()) if (code.state === "issued") usable += 1;
  return { available, pending, debt, tierLevelId: tier.levelId, orders, codes: usable };
}
