import type { Books, Lot, MemberBook, Transfer } from "../books.ts";
import { periodKey } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { drawsFor, lotsToSpend, sumOf } from "../ledger/lots.ts";
import { post } from "../ledger/post.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { setQualifying } from "../tiers/set-qualifying.ts";

/**
 * One person has one sign-up bonus, and one birthday bonus a year: of several the earliest stays.
 * The others are taken back from their lot, then from what else is available; no more than that.
 */
export function takeBackSecondBonuses(books: Books, member: MemberBook, at: Instant): void {
  const { timezone } = liveProgram(books);
  const seen = new Set<string>();
  const bonuses = [...member.lots.values()].filter(({ cause }) => bonusOf(cause) !== null);
  bonuses.sort((a, b) => a.createdAt - b.createdAt);
  for (const lot of bonuses) {
    const bonus = bonusOf(lot.cause);
    const name = bonus === "birthday" ? `birthday:${periodKey(lot.createdAt, timezone, "year")}` : "join";
    if (seen.has(name)) takeBack(books, member, lot, at);
    seen.add(name);
  }
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
    setQualifying(books, member, entryId, lot.createdAt, { spendMinor: 0, points: 0, orders: 0 }, at);
  }
  if (points === 0) return;
  post(books, member, {
    key: `lot:${member.id}:${lot.id}:second_bonus:${String(member.sequence + 1)}`,
    kind: "taken",
    at,
    programVersion: books.liveVersion,
    transfers: [...own, ...others].map((draw): Transfer => ({
      from: "available",
      to: "issued",
      points: draw.points,
      lotId: draw.lotId,
    })),
    explanation: {
      kind: "activity",
      activity: bonusOf(lot.cause) ?? lot.cause,
      key: null,
      rules: [],
      points: -points,
      wanted: -lot.points,
      cutBy: [],
      expiresAt: null,
    },
  });
}
