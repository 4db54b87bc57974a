import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { localDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { engagementOf } from "../engagement/open-engagement.ts";
import { settleGrants } from "../ledger/grants.ts";
import { liveProgram, programOf } from "../program/version-in-effect.ts";
import { DONE, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { advocateIdOf, advocateOf } from "./advocate-of.ts";
import type { ReferralDoubt, ReferredFriend } from "./referral.ts";
import { mailboxOf } from "./same-mailbox.ts";
import { settleReferral } from "./settle-referral.ts";

export interface Introduction {
  readonly at: Instant;
  readonly isThrowAway: boolean;
  readonly sharesContact: boolean;
}

/** More friends of one advocate in a day are looked at by the merchant. */
const MOST_FRIENDS_A_DAY = 5;

/** Who a friend is as far as the books know: null where nobody there carries that id or address. */
export interface WouldBeFriend {
  readonly member: MemberBook | null;
  readonly email: string | null;
}

/** Why a friend does not count for an advocate; null where they do. Changes nothing. */
export function refusalOfFriend(
  books: Books,
  advocate: MemberBook,
  { member, email }: WouldBeFriend,
  { at, isThrowAway }: Introduction,
): Outcome | null {
  const terms = liveProgram(books).referral;
  if (terms?.enabled !== true) return refused("referral_closed", "the program brings no friends along");
  if (advocate.status !== "active") return refused("member_left", "the advocate is no member");
  if (member === advocate) return refused("referral_self", "nobody brings themselves along");
  if (email !== null && advocate.email !== null && mailboxOf(email) === mailboxOf(advocate.email)) {
    return refused("referral_self", "the friend's address reaches the advocate's own mailbox");
  }
  if (member !== null) {
    if (isCustomer(member, at)) return refused("referral_existing_customer", "the friend has ordered before");
    if (advocateIdOf(member) !== null)
      return refused("referral_already", "the friend was brought along before");
  }
  return isThrowAway ? refused("referral_throw_away", "the friend's address is a throw-away one") : null;
}

/**
 * A friend proved the address of an advocate's link: from now on their first order that qualifies brings
 * the advocate something, and they are given what the program has for friends. What looks made up is
 * not counted until somebody at the shop decides.
 */
export function referFriend(
  books: Books,
  advocate: MemberBook,
  friend: MemberBook,
  introduction: Introduction,
): Outcome {
  const refusal = refusalOfFriend(books, advocate, { member: friend, email: friend.email }, introduction);
  if (refusal !== null) return refusal;
  const { at } = introduction;
  const doubt = reasonForReview(books, advocate, introduction);
  const { friends } = engagementOf(advocate).referral;
  engagementOf(friend).referral.advocateId = advocate.id;
  friends.set(friend.id, {
    friendId: friend.id,
    provenAt: at,
    programVersion: books.liveVersion,
    state: doubt === null ? "counted" : "in_review",
    doubt,
    orders: new Map(),
  });
  books.changed.add(friend.id);
  if (doubt !== null) return refused("referral_in_review", DOUBTS[doubt]);
  welcomeFriend(books, friend, books.liveVersion, at);
  settleReferral(books, advocate, at);
  return DONE;
}

/** Somebody at the shop decides about a friend that is in review. */
export function reviewReferral(
  books: Books,
  friend: MemberBook,
  { approve, at }: { readonly approve: boolean; readonly at: Instant },
): Outcome {
  const found = advocateOf(books, friend);
  if (found?.known.state !== "in_review") {
    return refused("referral_not_in_review", "no referral of this friend is waiting");
  }
  const { advocate, known } = found;
  known.state = approve ? "counted" : "declined";
  books.changed.add(advocate.id);
  if (!approve) return DONE;
  welcomeFriend(books, friend, known.programVersion, at);
  settleReferral(books, advocate, at);
  return DONE;
}

function isCustomer(member: MemberBook, at: Instant): boolean {
  return [...member.awards.values()].some(({ paidAt }) => paidAt !== null && paidAt <= at);
}

const DOUBTS: Readonly<Record<ReferralDoubt, string>> = {
  shared_contact: "held for review: the same phone number or delivery address as the advocate's",
  many_in_a_day: `held for review: more than ${String(MOST_FRIENDS_A_DAY)} friends of this advocate in a day`,
};

function reasonForReview(
  books: Books,
  advocate: MemberBook,
  { at, sharesContact }: Introduction,
): ReferralDoubt | null {
  if (sharesContact) return "shared_contact";
  const { timezone } = liveProgram(books);
  const day = localDay(at, timezone);
  const friends: readonly ReferredFriend[] = [...engagementOf(advocate).referral.friends.values()];
  const today = friends.filter(({ provenAt }) => localDay(provenAt, timezone) === day).length;
  return today >= MOST_FRIENDS_A_DAY ? "many_in_a_day" : null;
}

function welcomeFriend(books: Books, friend: MemberBook, programVersion: number, at: Instant): void {
  const gift = programOf(books, programVersion).referral?.friend ?? null;
  if (gift === null) return;
  const due = {
    cause: "referred",
    of: { kind: "referred" },
    gift,
    times: 1,
    programVersion,
    availableAt: null,
  } as const;
  settleGrants(books, friend, due, at);
  const { referral } = engagementOf(friend);
  referral.friendCode = friend.grants?.get("referred")?.codes.at(-1) ?? null;
}
