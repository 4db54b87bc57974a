import type { Speech } from "../panel/speech.ts";
import type { StorefrontMember } from "../state.ts";
import { say } from "../words/words.ts";

/** What is on the way, what runs out, what is owed: one sentence each, where there is one. */
export function balanceAsides(speech: Speech, member: StorefrontMember): string[] {
  const { words } = speech;
  const lines: string[] = [];
  if (member.pending > 0) {
    const number = speech.number(member.pending);
    lines.push(
      member.maturing === null
        ? say(words.onTheWay, { number })
        : say(words.onTheWayFrom, { number, day: speech.day(member.maturing.at) }),
    );
  }
  if (member.expiring !== null) {
    const { points, at } = member.expiring;
    lines.push(say(words.expiring, { points: speech.points(points), day: speech.lastDay(at) }));
  }
  if (member.debt > 0) lines.push(say(words.owed, { points: speech.points(member.debt) }));
  return lines;
}
