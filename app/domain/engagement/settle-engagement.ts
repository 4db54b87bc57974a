import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { countOrder, settleChallenges } from "../challenges/settle-challenges.ts";
import type { OrderState } from "../event.ts";
import { noteDue } from "../ledger/due.ts";
import { countMemberships } from "../memberships/count-memberships.ts";
import { membershipDueAt, settleMemberships } from "../memberships/settle-memberships.ts";
import { countFriendOrder } from "../referral/count-friend.ts";
import { referralDueAt, settleReferral } from "../referral/settle-referral.ts";
import { yearlyDueAt } from "./yearly-activities.ts";

/**
 * Brings what challenges, memberships and referral give to what they should give by `at`: gifts are a
 * function of what was bought and done, in whatever order it was told.
 */
export function settleEngagement(books: Books, member: MemberBook, at: Instant): void {
  if (member.engagement === null) return;
  settleChallenges(books, member, at);
  settleMemberships(books, member, at);
  settleReferral(books, member, at);
}

/** An order's present state counts, for whoever ordered and for who brought them along. */
export function countForEngagement(
  books: Books,
  member: MemberBook,
  order: OrderState,
  { open, at }: { readonly open: readonly string[]; readonly at: Instant },
): void {
  // Of somebody erased nothing is written down again.
  if (member.status === "erased") return;
  countOrder(books, member, order, open);
  countMemberships(books, member, order);
  settleEngagement(books, member, at);
  const advocate = countFriendOrder(books, member, order);
  if (advocate !== null) settleEngagement(books, advocate, at);
}

/** When something next falls due of all that; null = nothing. */
export function engagementDueAt(books: Books, member: MemberBook, now: Instant): Instant | null {
  const found = { nextDueAt: yearlyDueAt(books, member, now) };
  noteDue(found, membershipDueAt(books, member, now));
  noteDue(found, referralDueAt(books, member, now));
  return found.nextDueAt;
}
