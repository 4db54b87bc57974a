import type { MemberBook } from "../books/member-book.ts";
import type { Engagement } from "../books/engagement.ts";

/** A member's engagement, opened where there is none yet. */
export function engagementOf(member: MemberBook): Engagement {
  member.engagement ??= {
    entries: new Map(),
    optIns: new Map(),
    memberships: new Map(),
    referral: { friends: new Map(), advocateId: null, friendCode: null, badges: [], earnedLevel: null },
  };
  return member.engagement;
}
