import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { MemberId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import { emptyBook } from "../books/empty-book.ts";
import { earnByActivity } from "../earning/activities/earn-by-activity.ts";
import { settleEngagement } from "../engagement/settle-engagement.ts";
import type { MemberEvent } from "../event.ts";
import { lookUpDue } from "../ledger/settle-due.ts";
import { startTier } from "../tiers/adopt-tiers.ts";
import { giveWaitingRewards } from "../tiers/enter-levels.ts";

/** What is known of a person when the books first meet them. */
export interface NewMember {
  readonly email: string | null;
  readonly tags: readonly string[];
  readonly birthday: string | null;
  readonly status: "active" | "shadow";
}

/** The member's book; a new one, enrolled at `at`, if there is none yet. An existing one is left as it is. */
export function ensureMember(books: Books, memberId: MemberId, at: Instant, person: NewMember): MemberBook {
  const known = books.members.get(memberId);
  if (known !== undefined) return known;
  const { lots, awards, codes, qualifying, limits, activityKeys, due } = emptyBook();
  const member: MemberBook = {
    id: memberId,
    status: person.status,
    enrolledAt: at,
    drawName: memberId,
    email: person.email,
    birthday: person.birthday,
    tags: person.tags,
    segments: [],
    excludedByHand: false,
    balance: { available: 0, pending: 0, held: 0, debt: 0, earned: 0, spent: 0, expired: 0 },
    tier: {
      levelId: null,
      since: null,
      until: null,
      graceUntil: null,
      graceNoticesSent: 0,
      lockedUntil: null,
      lockBarsLifts: false,
      entered: [],
      history: [],
    },
    lastActivityAt: null,
    lots,
    awards,
    codes,
    qualifying,
    limits,
    activityKeys,
    due,
    engagement: null,
    grants: null,
    sequence: 0,
    nextDueAt: null,
  };
  books.members.set(memberId, member);
  books.changed.add(memberId);
  startTier(books, member, at);
  lookUpDue(books, member, at);
  return member;
}

/** Someone signs up, or comes back. The activity `join` counts once per member, ever. */
export function join(books: Books, member: MemberBook, event: MemberEvent & { type: "joined" }): void {
  if (member.status === "erased") return;
  const wasShadow = member.status === "shadow";
  member.status = "active";
  changeProfile(member, event);
  if (wasShadow) giveWaitingRewards(books, member, member.tier.entered, event.at);
  earnByActivity(books, member, { activity: "join", key: "join", at: event.at });
  settleEngagement(books, member, event.at);
}

/** What a profile does not say is left as it is known. Of somebody erased nothing is written down again. */
export function changeProfile(
  member: MemberBook,
  profile: {
    readonly email: string | null;
    readonly birthday: string | null;
    readonly tags: readonly string[];
  },
): void {
  if (member.status === "erased") return;
  member.email = profile.email ?? member.email;
  member.birthday = profile.birthday ?? member.birthday;
  member.tags = profile.tags;
}
