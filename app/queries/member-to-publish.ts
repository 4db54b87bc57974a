import type { MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { formatMoney } from "#app/domain/money.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import type { Program, Tiers } from "#app/domain/program/program.ts";
import { indexOfLevel, nextLevel } from "#app/domain/tiers/levels.ts";
import { qualifyingNow } from "#app/domain/tiers/metric.ts";
import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";

/** What a shop is told of a member: balance, tier, and the way to the next one. */
export interface MemberToPublish {
  readonly available: number;
  readonly pending: number;
  readonly tierId: string | null;
  readonly tierName: string | null;
  readonly nextTierName: string | null;
  readonly progressPercent: number;
  readonly missing: string | null;
  readonly tierUntil: Instant | null;
}

/** Null where there is no such member. */
export async function memberToPublish(
  database: Database,
  shopId: number,
  memberId: MemberId,
  now: Instant,
): Promise<MemberToPublish | null> {
  const books = await viewBooks(database, shopId, [memberId], now);
  const member = books.members.get(memberId);
  if (member === undefined) return null;
  const program = liveProgram(books);
  const { tiers } = program;
  const level = tiers?.levels[indexOfLevel(tiers, member.tier.levelId)] ?? null;
  const next = nextLevel(member, program);
  const metric = qualifyingNow(member, program, now);
  const way = tiers === null || next === null || metric === null ? null : { tiers, metric, to: next.from };
  return {
    available: member.balance.available,
    pending: member.balance.pending,
    tierId: member.tier.levelId,
    tierName: level?.name ?? null,
    nextTierName: next?.name ?? null,
    progressPercent: way === null ? 100 : progressPercent(way.metric, way.to),
    missing: way === null ? null : inMetricUnit(Math.max(0, way.to - way.metric), way.tiers, program),
    tierUntil: member.tier.graceUntil ?? member.tier.until,
  };
}

/** Whole per cent of the way, rounded down so that 100 is only shown when it is reached. */
function progressPercent(metric: number, to: number): number {
  return Math.min(100, Math.max(0, Math.floor((metric * 100) / to)));
}

function inMetricUnit(missing: number, tiers: Tiers, program: Program): string {
  return tiers.metric === "spend" ? formatMoney(missing, program.currencyDigits) : String(missing);
}
