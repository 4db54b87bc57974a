import { loadBooks } from "#app/db/books/open-books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { PlainShop } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

/** What a member has, as lines of text to compare: live by the rows. */
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
  const of = [
    limits.map(({ limit_key, count, points }) => [limit_key, count, points]),
    lots.map(({ remaining, expires_at }) => [remaining, expires_at]),
  ];
  const { books } = await loadBooks(database, shopId, [memberId], null);
  const book = books.members.get(memberId);
  return told(Object.values(member ?? {}), [...of, ...(book === undefined ? [] : engagementKept(book))]);
}

/** The same by the books. */
export function keptInReplay(member: MemberBook): string {
  const { status, email, balance, tier, limits, lots } = member;
  const { available, pending, held, debt, earned, spent, expired } = balance;
  return told(
    [status, email, available, pending, held, debt, earned, spent, expired, tier.levelId],
    [
      [...limits.values()].map(({ key, count, points }) => [key, count, points]),
      [...lots.values()]
        .filter(({ remaining }) => remaining > 0)
        .map(({ remaining, expiresAt }) => [remaining, expiresAt]),
      ...engagementKept(member),
    ],
  );
}

/** What counts for challenges and memberships, and what was given for it. Nothing of it is kept of somebody erased. */
function engagementKept({ status, engagement, grants, codes }: MemberBook): unknown[][][] {
  if (status === "erased") return [];
  return [
    [...(engagement?.entries.values() ?? [])].map(({ source, at, counts }) => [
      ...[plainName(source), at],
      [...counts].map(([id, brought]) => [id, Object.entries(brought).sort()]),
    ]),
    [...(engagement?.optIns ?? [])],
    [...(engagement?.memberships.values() ?? [])].map(({ source, membershipId, paidAt, units, returns }) => [
      ...[source, membershipId, paidAt, units, returns],
    ]),
    [...(grants?.values() ?? [])].map((grant) => [
      ...[
        plainName(grant.name),
        grant.of.kind === "friend" ? "a friend" : grant.of,
        grant.gift,
        grant.isGiven,
      ],
      ...[grant.standing, grant.writtenOff, grant.postings, grant.lotIds.length],
      grant.codes.map((code) => codes.get(code)?.state),
    ]),
    ...referralKept(engagement),
  ];
}

/** Friends and advocates are called otherwise live: that there are any is compared. */
function referralKept(engagement: MemberBook["engagement"]): unknown[][][] {
  if (engagement === null) return [];
  const { friends, advocateId, friendCode, badges, earnedLevel } = engagement.referral;
  return [
    [...friends.values()].map(({ provenAt, state, doubt, orders }) => [
      ...[provenAt, state, doubt],
      [...orders.values()].sort((a, b) => a.orderId.localeCompare(b.orderId)),
    ]),
    advocateId === null && badges.length === 0
      ? []
      : [[advocateId !== null, friendCode !== null, [...badges].sort(), earnedLevel]],
  ];
}

/** What a merge named apart is named after a member, whose number is another one live. */
function plainName(name: string): string {
  return name.replace(/@.*$/u, "").replace(/^referral:(?!ambassador).*$/u, "referral");
}

function told(member: readonly unknown[], of: readonly (readonly unknown[][])[]): string {
  const sorted = of.flatMap((lines) => lines.map((line) => JSON.stringify(line)).sort());
  return [JSON.stringify(member), ...sorted].join("\n");
}
