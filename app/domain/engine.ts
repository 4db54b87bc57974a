import { assertNever } from "./assert.ts";
import type { Books } from "./books/books.ts";
import type { MemberBook } from "./books/member-book.ts";
import type { MemberId } from "./books/ids.ts";
import type { Instant } from "./calendar.ts";
import { earnByActivity } from "./earning/activities/earn-by-activity.ts";
import { settleOrder } from "./earning/orders/settle-order.ts";
import { adoptLimits, countsAnew } from "./earning/limits/adopt-limits.ts";
import { countedLimits } from "./earning/limits/counted-limits.ts";
import { request } from "./effect-queue.ts";
import type { MemberEvent, ShopEvent } from "./event.ts";
import { adjustPoints, reinstatePoints } from "./ledger/adjust-points.ts";
import { adoptExpiry } from "./ledger/expiry.ts";
import { joinChallenge } from "./challenges/join-challenge.ts";
import { engagementDueAt, settleEngagement } from "./engagement/settle-engagement.ts";
import { advocateIdOf } from "./referral/advocate-of.ts";
import { referFriend, reviewReferral } from "./referral/refer-friend.ts";
import { noteDue } from "./ledger/due.ts";
import { lookUpDue, settleDue } from "./ledger/settle-due.ts";
import { undoDeed } from "./members/bulk/undo-deed.ts";
import { changeProfile, join } from "./members/enrol.ts";
import { erase, leave } from "./members/leave.ts";
import { bookOpening, undoOpening } from "./members/open-balance.ts";
import { mergeMembers } from "./members/merge.ts";
import type { MergeEvent } from "./members/unmerge/merge-undo.ts";
import { undoMerge } from "./members/unmerge/undo-merge.ts";
import { liveProgram } from "./program/version-in-effect.ts";
import { claimReward } from "./redemption/claim-reward.ts";
import { findCode } from "./redemption/code-book.ts";
import { decideCode } from "./redemption/decide-code.ts";
import { giveByHand } from "./redemption/give-by-hand.ts";
import { DONE, refused } from "./refusal.ts";
import type { Outcome } from "./refusal.ts";
import { adoptTiers } from "./tiers/adopt-tiers.ts";
import { decideTier } from "./tiers/decide-tier.ts";
import { tierDueAt } from "./tiers/end-tier.ts";
import { qualifyingNow } from "./tiers/metric.ts";

export { ensureMember } from "./members/enrol.ts";
export type { NewMember } from "./members/enrol.ts";
export type { Outcome } from "./refusal.ts";

/**
 * Applies one event: first all that was due for the members concerned by `event.at`, then the event.
 * A refused event changes nothing but what was due. Everything posted is in `books.journal`; every
 * changed member is in `books.changed`. A member event needs its member in the books.
 */
export function applyEvent(books: Books, event: ShopEvent): Outcome {
  if (event.type === "program_published") return publish(books, event);
  const member = books.members.get(event.memberId);
  if (member === undefined) return refused("member_unknown", `unknown member: ${event.memberId}`);
  const concerned = membersConcerned(books, member, event);
  const shownBefore = books.effectsWanted
    ? concerned.map((one) => shownState(books, one, event.at))
    : NOT_ASKED;
  for (const one of concerned) settleDue(books, one, event.at);
  books.beforeApplied?.(event);
  const outcome = decideEvent(books, member, event);
  if (outcome.ok) books.onApplied?.(event);
  concerned.forEach((one, index) => {
    books.changed.add(one.id);
    // Whatever makes something due says so; after rarer events it is looked up whole.
    if (isFrequent(event)) {
      noteDue(one, tierDueAt(books, one));
      if (one.engagement !== null) noteDue(one, engagementDueAt(books, one, event.at));
    } else lookUpDue(books, one, event.at);
    settleDue(books, one, event.at, event.at);
    if (books.effectsWanted && shownState(books, one, event.at) !== shownBefore[index]) {
      request(books, { type: "publish_member_state", memberId: one.id });
    }
  });
  return outcome;
}

/** Brings about all that is due for a member by `now`: maturity, expiry, notices, tier ends, code expiry. */
export function advanceMember(books: Books, memberId: MemberId, now: Instant): void {
  const member = books.members.get(memberId);
  if (member === undefined) return;
  if (!books.effectsWanted) {
    settleDue(books, member, now);
    return;
  }
  const shownBefore = shownState(books, member, now);
  settleDue(books, member, now);
  if (shownState(books, member, now) !== shownBefore) {
    request(books, { type: "publish_member_state", memberId });
  }
}

/** A new version takes effect: what was earned stays, and counts against new limits; tiers and the expiry of open lots follow their rules for a switch. */
function publish(books: Books, event: ShopEvent & { type: "program_published" }): Outcome {
  const { at, version, program } = event;
  for (const member of books.members.values()) settleDue(books, member, at);
  const before = liveProgram(books);
  const countedBefore = countedLimits(books);
  books.programs.set(version, { version, effectiveAt: at, program });
  books.liveVersion = version;
  const counted = countedLimits(books);
  const isMoreCounted = countsAnew(countedBefore, counted);
  for (const member of books.members.values()) {
    if (isMoreCounted) adoptLimits(member, countedBefore, counted);
    adoptExpiry(member, before, program, at);
    adoptTiers(books, member, before, at);
    lookUpDue(books, member, at);
    settleDue(books, member, at, at);
    books.changed.add(member.id);
    request(books, { type: "publish_member_state", memberId: member.id });
  }
  return DONE;
}

function decideEvent(books: Books, member: MemberBook, event: MemberEvent): Outcome {
  const { at } = event;
  switch (event.type) {
    case "joined":
      join(books, member, event);
      return DONE;
    case "profile_changed":
      changeProfile(member, event);
      return DONE;
    case "order_changed":
      return settleOrder(books, member, event.order, at);
    case "activity_done":
      earnByActivity(books, member, event);
      settleEngagement(books, member, at);
      return DONE;
    case "challenge_joined":
      return joinChallenge(books, member, event);
    case "friend_referred": {
      const friend = books.members.get(event.friendId);
      if (friend === undefined) return refused("member_unknown", `unknown member: ${event.friendId}`);
      return referFriend(books, member, friend, event);
    }
    case "referral_reviewed":
      return reviewReferral(books, member, event);
    case "reward_claimed":
      return claimReward(books, member, event);
    case "reward_given":
      return giveByHand(books, member, event);
    case "code_confirmed":
    case "code_refused":
    case "code_cancelled":
    case "experience_fulfilled":
    case "experience_declined":
      return decideCode(books, member, event);
    case "points_adjusted":
      return adjustPoints(books, member, event);
    case "points_reinstated":
      return reinstatePoints(books, member, event);
    case "tier_decided":
      return decideTier(books, member, event);
    case "opening_booked":
      return bookOpening(books, member, event);
    case "opening_undone":
      return undoOpening(books, member, event);
    case "bulk_undone":
      return undoDeed(books, member, event);
    case "exclusion_set":
      member.excludedByHand = event.excluded;
      return DONE;
    case "customer_tagged": {
      const { memberId, tag, isTagged } = event;
      request(books, { type: "tag_customer", memberId, tag, isTagged });
      return DONE;
    }
    case "members_merged":
    case "merge_undone":
      return decideMerge(books, member, event);
    case "member_left":
      leave(books, member, at);
      return DONE;
    case "member_erased":
      erase(books, member, at);
      return DONE;
    default:
      return assertNever(event);
  }
}

function decideMerge(books: Books, kept: MemberBook, event: MergeEvent): Outcome {
  const ended = books.members.get(event.fromMemberId);
  if (ended === undefined) return refused("member_unknown", `unknown member: ${event.fromMemberId}`);
  return event.type === "members_merged"
    ? mergeMembers(books, kept, ended, event.at)
    : undoMerge(books, { kept, ended }, event.undo, event.at);
}

/** The member, the other half of a merge or a referral, and whoever owns a code that the order carries. */
function membersConcerned(books: Books, member: MemberBook, event: MemberEvent): readonly MemberBook[] {
  switch (event.type) {
    case "members_merged":
    case "merge_undone":
      return withAnother(books, member, event.fromMemberId);
    case "friend_referred":
      return withAnother(books, member, event.friendId);
    case "referral_reviewed":
      return withAnother(books, member, advocateIdOf(member));
    case "order_changed": {
      if (event.order.discountCodes.length === 0) return withAnother(books, member, advocateIdOf(member));
      const concerned = new Set(withAnother(books, member, advocateIdOf(member)));
      for (const text of event.order.discountCodes) {
        const found = findCode(books, text);
        if (found !== null) concerned.add(found.owner);
      }
      return [...concerned];
    }
    default:
      return [member];
  }
}

function withAnother(books: Books, member: MemberBook, anotherId: MemberId | null): readonly MemberBook[] {
  const another = anotherId === null ? undefined : books.members.get(anotherId);
  return another === undefined || another === member ? [member] : [member, another];
}

function isFrequent({ type }: MemberEvent): boolean {
  return (
    type === "order_changed" ||
    type === "activity_done" ||
    type === "reward_claimed" ||
    type === "points_adjusted"
  );
}

const NOT_ASKED: readonly string[] = [];

/** What the shop shows of a member, as a text to compare; asked only where someone listens. */
function shownState(books: Books, member: MemberBook, now: Instant): string {
  const { balance, tier } = member;
  const progress = qualifyingNow(member, liveProgram(books), now);
  return [balance.available, balance.pending, tier.levelId, tier.until, tier.graceUntil, progress].join("|");
}
