import { z } from "zod";
import type { MemberBook } from "../../books/member-book.ts";
import { dayText, localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { runsOf } from "../../memberships/memberships-of-member.ts";
import type { Reward } from "../../program/program.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { refusalOfClaim } from "../../redemption/claim-reward.ts";
import type { Lateness, Trigger } from "../journey.ts";
import { instantOn, minutesOf, NINE } from "../local-time.ts";
import { Memory } from "../memory.ts";
import type { Happening } from "../pass.ts";
import { clockWatcher, instantKey, NEVER, NOTHING_HAPPENED } from "../watcher.ts";
import type { Coming, Watcher, World } from "../watcher.ts";
import { lateRatherThanNever } from "./late-notice.ts";

type On<Name extends Trigger["on"]> = Extract<Trigger, { on: Name }>;

const HOUR_MS = 3_600_000;

/** Points that came in since the first of them; closed when the time is over. */
const batchForm = z.object({ beganAt: z.number(), points: z.record(z.string(), z.number()) });
type Batch = z.output<typeof batchForm>;

/** Begins with the first points and triggers so many hours later, unless nothing of them is left. */
export function pointsEarned({ batchHours }: On<"points_earned">): Watcher {
  const memory = new Memory(batchForm);
  const endOf = ({ beganAt }: Batch) => beganAt + batchHours * HOUR_MS;
  return {
    ...NEVER,
    memory,
    look: ({ member, at, told }) => {
      for (const one of told) {
        if (one.kind !== "earned") continue;
        let batch = memory.get(member.id);
        if (batch === undefined) {
          if (one.points <= 0) continue;
          batch = { beganAt: at, points: {} };
          memory.note(member.id, batch);
        }
        batch.points[one.lotId] = (batch.points[one.lotId] ?? NO_POINTS) + one.points;
      }
      return NOTHING_HAPPENED;
    },
    nextAt: ({ id }) => {
      const batch = memory.get(id);
      return batch === undefined ? null : endOf(batch);
    },
    due: (member, at) => {
      const batch = memory.get(member.id);
      if (batch === undefined || endOf(batch) !== at) return NOTHING_HAPPENED;
      memory.forget(member.id);
      if (!isSomethingLeft(member, batch)) return NOTHING_HAPPENED;
      return [{ key: instantKey(batch.beganAt), about: sumOf(batch), happenedAt: batch.beganAt }];
    },
  };
}

/** How many points it brought, as text; empty where they have gone again. */
function sumOf({ points }: Batch): string {
  const sum = Object.values(points).reduce((all, came) => all + came, NO_POINTS);
  return sum > 0 ? String(sum) : "";
}

function isSomethingLeft(member: MemberBook, { points }: Batch): boolean {
  return Object.entries(points).some(([lotId, came]) => {
    const lot = member.lots.get(lotId);
    return came > 0 && lot !== undefined && lot.remaining > 0;
  });
}

/** Available points rise from below a reward's cost to it. Undone when it was claimed, or is out of reach again. */
export function rewardInReach(trigger: On<"reward_in_reach">, { books }: World): Watcher {
  const memory = new Memory(z.number());
  const wanted = (member: MemberBook, at: Instant) => {
    const { rewards } = liveProgram(books);
    const claimable = rewards.filter((reward) => mayClaim(member, reward, at));
    return trigger.reward === undefined
      ? cheapestOf(claimable)
      : claimable.find(({ id }) => id === trigger.reward);
  };
  const mayClaim = (member: MemberBook, reward: Reward, at: Instant): boolean => {
    const points = reward.variable === null ? null : reward.variable.min;
    const refusal = refusalOfClaim(books, member, { rewardId: reward.id, points, at });
    return refusal === null || (!refusal.ok && refusal.refusal === "points_insufficient");
  };
  return {
    ...NEVER,
    memory,
    look: ({ member, at }) => {
      const { available } = member.balance;
      const earlier = memory.get(member.id) ?? NO_POINTS;
      memory.note(member.id, available);
      if (available <= earlier) return NOTHING_HAPPENED;
      const reward = wanted(member, at);
      if (reward === undefined || earlier >= costOf(reward) || available < costOf(reward))
        return NOTHING_HAPPENED;
      return [{ key: `${reward.id}:${instantKey(at)}`, about: reward.id, happenedAt: at }];
    },
    isUndone: ({ about, happenedAt }, { member }) => {
      const reward = liveProgram(books).rewards.find(({ id }) => id === about);
      if (reward === undefined || member.balance.available < costOf(reward)) return true;
      return [...member.codes.values()].some(
        ({ rewardId, origin, claimedAt }) =>
          rewardId === about && origin === "redemption" && claimedAt >= happenedAt,
      );
    },
  };
}

const NO_POINTS = 0;

function cheapestOf(rewards: readonly Reward[]): Reward | undefined {
  let cheapest: Reward | undefined;
  for (const reward of rewards) {
    // What costs nothing is no matter of points.
    if (costOf(reward) === 0) continue;
    if (cheapest === undefined || costOf(reward) < costOf(cheapest)) cheapest = reward;
  }
  return cheapest;
}

/** The fewest points it can be had for. */
function costOf({ cost, variable }: Reward): number {
  if (variable !== null) return variable.min;
  return cost ?? Number.POSITIVE_INFINITY;
}

/**
 * What ends so many days before its last day, the last it holds. Undone where nothing is left to end then. What is
 * owed to members comes late rather than never.
 */
export function ending(
  { on, daysBefore, at }: On<"points_expiring" | "code_expiring" | "membership_ending">,
  world: World,
  late: Lateness | null,
): Watcher {
  const minutes = at === undefined ? NINE : minutesOf(at);
  const lastDays = (member: MemberBook): ReadonlySet<number> =>
    new Set(endsOf(on, member, world).map((end) => localDayNumber(end - 1, world.zone())));
  const inTime = (member: MemberBook): readonly Coming[] =>
    [...lastDays(member)].map((day) => {
      const comes = instantOn(day - daysBefore, minutes, world.zoneOf(member.id));
      return { key: dayText(day), about: String(day), at: comes, happenedAt: comes };
    });
  const isUndone: Watcher["isUndone"] = ({ about }: Happening, look) => {
    const day = Number(about);
    // What has ended by itself was not undone.
    return localDayNumber(look.at, world.zone()) <= day && !lastDays(look.member).has(day);
  };
  return late === null
    ? clockWatcher(inTime, isUndone)
    : lateRatherThanNever(late, world, { inTime, isUndone });
}

/** The half-open ends of what a member has that ends. */
function endsOf(
  on: "points_expiring" | "code_expiring" | "membership_ending",
  member: MemberBook,
  { books }: World,
): Instant[] {
  const ends: Instant[] = [];
  switch (on) {
    case "points_expiring":
      for (const { state, remaining, expiresAt } of member.lots.living())
        if (state === "open" && remaining > 0 && expiresAt !== null) ends.push(expiresAt);
      return ends;
    case "code_expiring":
      for (const { expiresAt } of member.codes.issued()) if (expiresAt !== null) ends.push(expiresAt);
      return ends;
    case "membership_ending":
      if (member.engagement === null || member.engagement.memberships.size === 0) return ends;
      for (const runs of runsOf(books, member).values()) for (const { until } of runs) ends.push(until);
      return ends;
  }
}
