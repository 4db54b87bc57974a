import type { MemberBook } from "../../books/member-book.ts";
import { localDayNumber, startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { MessageAbout } from "../../messages/message.ts";
import type { Pass } from "../pass.ts";

/** What began a pass, as far as a message is to name it; the member's standing says the rest when it is sent. */
export function messageAbout(
  { journey: { trigger }, happening: { about } }: Pick<Pass, "journey" | "happening">,
  member: MemberBook,
  zone: string,
): MessageAbout {
  switch (trigger.on) {
    case "tier_reached":
    case "tier_lost":
    case "tier_near":
      return { levelId: about };
    case "tier_in_grace": {
      const { graceUntil } = member.tier;
      return { levelId: about, ...(graceUntil === null ? {} : { endsAt: graceUntil }) };
    }
    case "reward_in_reach":
      return { rewardId: about };
    case "points_earned":
    case "order_returned":
      return about === "" ? {} : { points: Number(about) };
    case "challenge_done":
    case "challenge_near":
      return { challengeId: about.slice(0, about.lastIndexOf(":")) };
    case "membership_ending":
      return { endsAt: startOfDayNumber(Number(about) + 1, zone) };
    case "points_expiring":
      return pointsEnding(member, Number(about), zone);
    case "code_expiring":
      return codeEnding(member, Number(about), zone);
    default:
      return {};
  }
}

/** All points whose last day it is. */
function pointsEnding({ lots }: MemberBook, day: number, zone: string): MessageAbout {
  let points = 0;
  let endsAt: Instant | null = null;
  for (const { state, remaining, expiresAt } of lots.living()) {
    if (state !== "open" || expiresAt === null || !isLastDay(expiresAt, day, zone)) continue;
    points += remaining;
    endsAt = expiresAt;
  }
  return endsAt === null ? {} : { points, endsAt };
}

/** Of several whose last day it is the one that ends first. */
function codeEnding({ codes }: MemberBook, day: number, zone: string): MessageAbout {
  let first: { readonly code: string; readonly endsAt: Instant } | null = null;
  for (const { code, expiresAt } of codes.issued()) {
    if (expiresAt === null || !isLastDay(expiresAt, day, zone)) continue;
    if (first === null || expiresAt < first.endsAt) first = { code, endsAt: expiresAt };
  }
  return first ?? {};
}

/** What ends at midnight holds on the day before. */
function isLastDay(endsAt: Instant, day: number, zone: string): boolean {
  return localDayNumber(endsAt - 1, zone) === day;
}
