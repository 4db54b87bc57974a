import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/database.ts";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { renderTier } from "#app/domain/ledger/explanations/render-tier.ts";
import { wordingFor } from "#app/domain/ledger/explanations/wording.ts";
import { type Language } from "#app/domain/ledger/explanations/language.ts";

export type TierWords = Readonly<Record<Language, readonly string[]>>;

/** Why a member is in a tier, until when, and what is missing to the next. Empty without a program or tiers. */
export async function memberTier(
  database: Database,
  shopId: number,
  memberId: string,
  now: Instant,
): Promise<TierWords> {
  const { members, programs, liveVersion } = await viewBooks(database, shopId, [memberId], now);
  const member = members.get(memberId);
  const live = programs.get(liveVersion);
  assert(member !== undefined && live !== undefined, "the books of a member who was found hold them");
  const words = (language: Language) => renderTier(member, now, wordingFor(language, live.program));
  return { en: words("en"), de: words("de") };
}
