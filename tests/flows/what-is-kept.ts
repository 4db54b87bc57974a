import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { PlainShop } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

/** What a member has, as text to compare: live by the rows. */
export async function keptLive({ database, shopId }: PlainShop, memberId: string): Promise<string> {
  const [member] = await rowsOf<Record<string, unknown>>(
    database,
    `SELECT status, email, available, pending, held, debt, earned, spent, expired, tier_level_id
     FROM member WHERE shop_id = $1 AND member_id = $2::bigint`,
    [shopId, memberId],
  );
  const limits = await rowsOf<{ limit_key: string; count: number; points: number }>(
    database,
    "SELECT limit_key, count, points FROM limit_use WHERE shop_id = $1 AND member_id = $2::bigint",
    [shopId, memberId],
  );
  const lots = await rowsOf<{ remaining: number; expires_at: number | null }>(
    database,
    "SELECT remaining, expires_at FROM lot WHERE shop_id = $1 AND member_id = $2::bigint AND remaining > 0",
    [shopId, memberId],
  );
  return told(
    Object.values(member ?? {}),
    limits.map(({ limit_key, count, points }) => [limit_key, count, points]),
    lots.map(({ remaining, expires_at }) => [remaining, expires_at]),
  );
}

/** The same by the books. */
export function keptInReplay({ status, email, balance, tier, limits, lots }: MemberBook): string {
  const { available, pending, held, debt, earned, spent, expired } = balance;
  return told(
    [status, email, available, pending, held, debt, earned, spent, expired, tier.levelId],
    [...limits.values()].map(({ key, count, points }) => [key, count, points]),
    [...lots.values()]
      .filter(({ remaining }) => remaining > 0)
      .map(({ remaining, expiresAt }) => [remaining, expiresAt]),
  );
}

function told(member: readonly unknown[], limits: readonly unknown[][], lots: readonly unknown[][]): string {
  const sorted = (lines: readonly unknown[][]) => lines.map((line) => JSON.stringify(line)).sort();
  return JSON.stringify([member, sorted(limits), sorted(lots)]);
}
