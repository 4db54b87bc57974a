import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import { periodKey } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Explanation } from "../ledger/explanations/explanation.ts";
import { drawsFor, fromAvailable, lotsToSpend, sumOf } from "../ledger/draws.ts";
import { post } from "../ledger/post.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { setQualifying } from "../tiers/set-qualifying.ts";

/**
 * One person has one sign-up bonus, one birthday bonus a year, and the points of a level once: of
 * one that both members had the earlier stays. The other is taken back from its lot, then from what
 * else is available; no more than that. `brought` are the lots that came with the other member.
 */
export function takeBackSecondBonuses(
  books: Books,
  member: MemberBook,
  brought: ReadonlySet<Lot>,
  at: Instant,
): void {
  const { timezone } = liveProgram(books);
  const own = firstBonuses(
    [...member.lots.values()].filter((lot) => !brought.has(lot)),
    timezone,
  );
  for (const [name, lot] of firstBonuses([...brought], timezone)) {
    const other = own.get(name);
    if (other !== undefined) takeBack(books, member, other.createdAt > lot.createdAt ? other : lot, at);
  }
}

/** The earliest of each bonus; a later one was taken back when these members were merged. */
function firstBonuses(lots: readonly Lot[], timezone: string): ReadonlyMap<string, Lot> {
  const first = new Map<string, Lot>();
  for (const lot of lots) {
    const name = lot.points === 0 ? null : nameOf(lot, timezone);
    if (name === null) continue;
    const known = first.get(name);
    if (known === undefined || lot.createdAt < known.createdAt) first.set(name, lot);
  }
  return first;
}

function nameOf(lot: Lot, timezone: string): string | null {
  if (lot.kind === "tier_entry") return lot.cause;
  const bonus = bonusOf(lot.cause);
  return bonus === "birthday" ? `birthday:${periodKey(lot.createdAt, timezone, "year")}` : bonus;
}

function bonusOf(cause: string): "join" | "birthday" | null {
  if (cause.startsWith("activity:join:")) return "join";
  return cause.startsWith("activity:birthday:") ? "birthday" : null;
}

function takeBack(books: Books, member: MemberBook, lot: Lot, at: Instant): void {
  const own = drawsFor([lot], lot.points);
  const others = drawsFor(
    lotsToSpend(member).filter((other) => other !== lot),
    lot.points - sumOf(own),
  );
  const points = sumOf(own) + sumOf(others);
  const entryId = [...member.qualifying.keys()].findLast((id) => id.endsWith(lot.id));
  if (entryId !== undefined) {
    setQualifying(
      books,
      member,
      { id: entryId, entryAt: lot.createdAt, value: { spendMinor: 0, points: 0, orders: 0 } },
      at,
    );
  }
  if (points === 0) return;
  post(books, member, {
    key: `lot:${member.id}:${lot.id}:second_bonus:${String(member.sequence + 1)}`,
    kind: "taken",
    at,
    programVersion: books.liveVersion,
    transfers: fromAvailable([...own, ...others], "issued"),
    explanation: explain(lot, points),
  });
}

function explain(lot: Lot, points: number): Explanation {
  if (lot.kind === "tier_entry") {
    return { kind: "tier_entry", levelId: lot.cause.slice("tier_entry:".length), points: -points };
  }
  return {
    kind: "activity",
    activity: bonusOf(lot.cause) ?? lot.cause,
    key: null,
    rules: [],
    points: -points,
    wanted: -lot.points,
    cutBy: [],
    expiresAt: null,
  };
}
