import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { formatMoney } from "#app/domain/money.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { Program } from "#app/domain/program/program.ts";
import { nextLevel } from "#app/domain/tiers/levels.ts";
import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import { storefrontTier } from "../storefront/storefront-tier.ts";

/** What a shop is told of a member: balance, tier, and the way to the next one; names in the program's language. */
export interface MemberToPublish {
  readonly available: number;
  readonly pending: number;
  readonly tierId: string | null;
  readonly tierName: string | null;
  readonly nextTierId: string | null;
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
  const tier = storefrontTier(member, program, program.language, now);
  const next = nextLevel(member, program);
  return {
    available: member.balance.available,
    pending: member.balance.pending,
    tierId: member.tier.levelId,
    tierName: tier?.name ?? null,
    nextTierId: next === null ? null : next.id,
    nextTierName: next === null ? null : inLanguage(next.name, program.language),
    progressPercent: tier === null ? 100 : tier.percent,
    missing: tier?.next == null ? null : inMetricUnit(tier.next.missing, program),
    tierUntil: member.tier.graceUntil ?? member.tier.until,
  };
}

function inMetricUnit(missing: number, { tiers, currencyDigits }: Program): string {
  return tiers?.metric === "spend" ? formatMoney(missing, currencyDigits) : String(missing);
}
