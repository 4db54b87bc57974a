import type { Speech } from "../panel/speech.ts";
import type { StorefrontMember, StorefrontState } from "../state.ts";
import { say } from "../words/words.ts";
import { graceWords } from "./tiers.ts";

/** Said once, when somebody has just joined. */
export function joinedWords(speech: Speech, { viewer }: StorefrontState): string {
  const { words } = speech;
  if (viewer.kind !== "member" || viewer.available === 0) return words.joined;
  return say(words.joinedWith, { points: speech.points(viewer.available) });
}

const DAY_MS = 86_400_000;

/** What the shop has stopped for now, and from when it goes on; nothing where all goes on. */
function pauseWords(speech: Speech, { pause }: StorefrontState): string[] {
  const { words, pointsName: name } = speech;
  if (pause === null) return [];
  const { earning, claiming, until } = pause;
  const what = earning && claiming ? "both" : earning ? "earning" : "claiming";
  const told = say(words.paused[what], { name });
  return [until === null ? told : `${told} ${say(words.paused.ends, { day: speech.day(until) })}`];
}

/**
 * What a member must not miss, until mail tells it: points that end within the days that the terms
 * promise, a level in grace.
 */
export function notices(speech: Speech, state: StorefrontState): string[] {
  const { at, program, viewer, pause } = state;
  const lines = pauseWords(speech, state);
  if (viewer.kind !== "member") return lines;
  const { words } = speech;
  if (viewer.excluded) lines.push(say(words.excluded, { name: speech.pointsName }));
  const { expiring, tier } = viewer;
  if (
    expiring !== null &&
    expiring.at - at <= program.terms.noticeDays * DAY_MS &&
    pause?.claiming !== true
  ) {
    lines.push(
      say(words.noticeExpiry, {
        points: speech.points(expiring.points),
        day: speech.lastDay(expiring.at),
      }),
    );
  }
  const grace = program.tiers === null || tier === null ? null : graceWords(speech, program.tiers, tier);
  if (grace !== null) lines.push(grace);
  return lines;
}

/** What is on the way, what runs out later, what is owed: one sentence each, where there is one. */
export function balanceAsides(
  speech: Speech,
  { at, program }: StorefrontState,
  member: StorefrontMember,
): string[] {
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
  if (member.expiring !== null && member.expiring.at - at > program.terms.noticeDays * DAY_MS) {
    const { points, at: endsAt } = member.expiring;
    lines.push(say(words.expiring, { points: speech.points(points), day: speech.lastDay(endsAt) }));
  }
  if (member.debt > 0) lines.push(say(words.owed, { points: speech.points(member.debt) }));
  return lines;
}
