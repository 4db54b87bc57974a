import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { engagementOf } from "../engagement/open-engagement.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { DONE, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { challengeOf, settleChallenges } from "./settle-challenges.ts";

/** A member chooses to take part: orders paid from then on count, in every later period too. */
export function joinChallenge(
  books: Books,
  member: MemberBook,
  { challengeId, at }: { readonly challengeId: string; readonly at: Instant },
): Outcome {
  if (member.status === "left" || member.status === "erased") {
    return refused("member_left", "the member has left the program");
  }
  if (challengeOf(liveProgram(books), challengeId)?.enabled !== true) {
    return refused("challenge_unknown", `unknown challenge: ${challengeId}`);
  }
  const { optIns } = engagementOf(member);
  optIns.set(challengeId, Math.min(optIns.get(challengeId) ?? at, at));
  settleChallenges(books, member, at);
  return DONE;
}
