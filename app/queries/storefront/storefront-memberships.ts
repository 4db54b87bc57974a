import type { Books } from "#app/domain/books/books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { runsOf } from "#app/domain/memberships/memberships-of-member.ts";
import type { Program } from "#app/domain/program/program.ts";
import { decimalText } from "#app/domain/program/texts/decimal-text.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { StorefrontMembership } from "#storefront/state-challenge.ts";
import { publicGift } from "./storefront-challenges.ts";
import { rewardName } from "./storefront-reward-name.ts";

/** The paid memberships that can be bought. */
export function publicMemberships(program: Program, language: string | null): StorefrontMembership[] {
  return program.memberships.map((membership) => ({
    id: membership.id,
    name: inLanguage(membership.name, language),
    months: membership.months,
    graceDays: membership.graceDays,
    multiplier: decimalText(membership.multiplier),
    entryPoints: membership.entryPoints,
    monthly: membership.monthly === null ? null : publicGift(membership.monthly, program, language),
    rewards: program.rewards
      .filter(({ id, enabled }) => enabled && membership.rewards.has(id))
      .map((reward) => rewardName(reward, language)),
    products: [...membership.products],
    variants: [...membership.variants],
    standing: null,
  }));
}

/** Which of them run for a member, grace included. */
export function withRuns(
  books: Books,
  member: MemberBook,
  shown: readonly StorefrontMembership[],
  now: Instant,
): StorefrontMembership[] {
  if (shown.length === 0) return [];
  const runs = runsOf(books, member);
  return shown.map((told) => {
    const run = runs.get(told.id)?.find(({ from, graceUntil }) => from <= now && now < graceUntil);
    if (run === undefined) return told;
    const { from, until, graceUntil } = run;
    return { ...told, standing: { from, until, graceUntil, inGrace: until <= now } };
  });
}
