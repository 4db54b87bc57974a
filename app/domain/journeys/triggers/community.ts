import { z } from "zod";
import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import type { Challenge } from "../../challenges/challenge.ts";
import { countedFor } from "../../challenges/due-gifts.ts";
import type { Participation } from "../../challenges/due-gifts.ts";
import { participationOf } from "../../challenges/settle-challenges.ts";
import { goalOf } from "../../challenges/challenge.ts";
import { periodNamed, shownPeriods, standOf, streaksDone } from "../../challenges/stand.ts";
import { parseMoney } from "../../money.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { friendsOf } from "../../referral/settle-referral.ts";
import type { Trigger } from "../journey.ts";
import { Memory } from "../memory.ts";
import type { Happening } from "../pass.ts";
import { NEVER, NOTHING_HAPPENED } from "../watcher.ts";
import type { Look, Watcher, World } from "../watcher.ts";

type On<Name extends Trigger["on"]> = Extract<Trigger, { on: Name }>;

const NONE: ReadonlyMap<string, Instant> = new Map();

/**
 * A friend of the member's proved their address, or their order qualifies. Undone where it no longer counts.
 * Each friend with the instant at which it came about.
 */
export function referral({ on }: On<"referral_joined" | "referral_qualified">, { books }: World): Watcher {
  const known = new Memory(z.array(z.string()));
  const friendsNow = (member: MemberBook): ReadonlyMap<string, Instant> => {
    const friends = member.engagement?.referral.friends;
    if (friends === undefined || friends.size === 0) return NONE;
    if (on === "referral_qualified")
      return new Map(friendsOf(books, member).map(({ friendId, paidAt }) => [friendId, paidAt]));
    const counted = [...friends.values()].filter(({ state }) => state === "counted");
    return new Map(counted.map(({ friendId, provenAt }) => [friendId, provenAt]));
  };
  return {
    ...NEVER,
    memory: known,
    look: ({ member }) => {
      const before = new Set(known.get(member.id));
      const now = friendsNow(member);
      if (now.size === 0) known.forget(member.id);
      else known.note(member.id, [...now.keys()]);
      return [...now]
        .filter(([friendId]) => !before.has(friendId))
        .map(([friendId, happenedAt]) => ({ key: friendId, about: friendId, happenedAt }));
    },
    isUndone: ({ about }, { member }) => !friendsNow(member).has(about),
  };
}

/** A challenge was done, or is near: at most so much is missing, and something is there. Undone where no longer so. */
export function challenge(trigger: On<"challenge_done" | "challenge_near">, { books }: World): Watcher {
  const holding = new Map<string, ReadonlySet<string>>();
  const isSo = (part: Participation, one: Challenge, period: string, at: Instant): boolean => {
    if (one.kind === "streak" && trigger.on === "challenge_done")
      return streaksDone(part, one).includes(period);
    const shown = periodNamed(one, period, part.zone);
    const stand = standOf(part, one, { counted: countedFor(part, one.id, shown.holds), end: at });
    if (trigger.on === "challenge_done") return stand.done;
    const missing = stand.goal - stand.progress;
    return stand.progress > 0 && missing > 0 && missing <= mostMissing(trigger, one, books);
  };
  const periodsOf = (part: Participation, one: Challenge, at: Instant): readonly string[] =>
    one.kind === "streak" && trigger.on === "challenge_done"
      ? streaksDone(part, one)
      : shownPeriods(one, part.zone, at).map(({ period }) => period);
  const namesNow = ({ member, at }: Look): ReadonlySet<string> => {
    if (member.engagement === null) return NO_NAMES;
    const part = participationOf(books, member);
    const asked = liveProgram(books).challenges.filter(
      ({ id, enabled }) => enabled && (trigger.id === undefined || trigger.id === id),
    );
    const names = asked.flatMap((one) =>
      periodsOf(part, one, at)
        .filter((period) => isSo(part, one, period, at))
        .map((period) => `${one.id}:${period}`),
    );
    return new Set(names);
  };
  return {
    ...NEVER,
    look: (look) => {
      const before = holding.get(look.member.id) ?? NO_NAMES;
      const now = namesNow(look);
      if (now.size === 0 && before.size === 0) return NOTHING_HAPPENED;
      holding.set(look.member.id, now);
      return [...now].filter((name) => !before.has(name)).map((name) => happened(name, look.at));
    },
    isUndone: ({ about }, { member, at }) => {
      const id = about.slice(0, about.indexOf(":"));
      const one = liveProgram(books).challenges.find((known) => known.id === id);
      if (one === undefined || member.engagement === null) return true;
      return !isSo(participationOf(books, member), one, about.slice(id.length + 1), at);
    },
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();

function happened(name: string, at: Instant): Happening {
  return { key: name, about: name, happenedAt: at };
}

function mostMissing({ missing }: On<"challenge_near">, one: Challenge, books: World["books"]): number {
  if (typeof missing === "number") return missing;
  if (goalOf(one).count !== "value") return Number(missing);
  const minor = parseMoney(missing, liveProgram(books).currencyDigits);
  return minor === null ? Number.NEGATIVE_INFINITY : minor;
}
