import { elementAt } from "../../assert.ts";
import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import { isPaused } from "../../books/pauses.ts";
import type { Instant } from "../../calendar.ts";
import { creditNewLot } from "../../ledger/credit.ts";
import { drawsFor, fromAvailable, lotsToSpend } from "../../ledger/draws.ts";
import { post } from "../../ledger/post.ts";
import { allocate } from "../../money.ts";
import type { ActivityRule, Program } from "../../program/program.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { setQualifying } from "../../tiers/set-qualifying.ts";
import { capUsesOfActivity, countedLimits, usesOfActivity } from "../limits/counted-limits.ts";
import { countActivity } from "../../challenges/settle-challenges.ts";
import { yearlyKey } from "../../engagement/yearly-activities.ts";
import { exclusionOf } from "../orders/exclusion.ts";
import { capRoomOf, changeUses, pauseKey, roomOf, ruleUseKey } from "../limits/limits.ts";
import { memberMatches, windowHolds } from "../match.ts";

export interface Activity {
  readonly activity: string;
  /** The same key counts once per member and activity; null = a new one each time. */
  readonly key: string | null;
  readonly at: Instant;
}

interface RuleGain {
  readonly ruleId: string;
  readonly points: number;
  readonly wanted: number;
  readonly isCut: boolean;
}

/**
 * Gives, or takes, what the rules for an activity say, within their limits and the caps. An
 * activity that no rule knows earns nothing. A negative one takes no more than is available; what
 * it could not take is not owed.
 */
export function earnByActivity(books: Books, member: MemberBook, activity: Activity): void {
  const program = liveProgram(books);
  const named = {
    ...activity,
    key: yearlyKey(activity.activity, activity.key, activity.at, program.timezone),
  };
  giveForActivity(books, member, named);
  countActivity(books, member, named);
}

function giveForActivity(books: Books, member: MemberBook, activity: Activity): void {
  const program = liveProgram(books);
  const rules = program.rules.filter(
    (rule): rule is ActivityRule => rule.kind === "activity" && rule.activity === activity.activity,
  );
  if (rules.length === 0 || exclusionOf(member, program) !== null) return;
  if (activity.key !== null) {
    const key = `${activity.activity}\n${activity.key}`;
    if (member.activityKeys.has(key)) return;
    member.activityKeys.add(key);
  }
  // Remembered all the same: told again after the pause, it is the same activity.
  if (isPaused(books.pauses, "earning", activity.at)) return;
  const gains = rules
    .filter((rule) => holds(books, rule, member, activity))
    .map((rule) => gainOf(rule, member, activity, program))
    .filter(({ points }) => points !== 0);
  const given = gains.filter(({ points }) => points > 0);
  const taken = gains.filter(({ points }) => points < 0);
  // The name is fixed before anything is posted, so that both halves of one activity share it.
  const cause = `activity:${activity.activity}:${activity.key ?? `${member.id}:${String(member.sequence + 1)}`}`;
  if (given.length > 0) give(books, member, activity, { cause, gains: given });
  for (const gain of taken) take(books, member, activity, { cause, gain });
}

function holds(books: Books, rule: ActivityRule, member: MemberBook, activity: Activity): boolean {
  const { timezone } = liveProgram(books);
  // A condition on an order cannot hold where there is none.
  if (!rule.enabled || rule.order !== null) return false;
  if (!windowHolds(rule.when, activity.at, timezone)) return false;
  const segments = rule.member?.segments === undefined ? [] : books.segmentsAt(member, activity.at);
  return memberMatches(rule.member, { tierId: member.tier.levelId, tags: member.tags, segments });
}

/** What a rule gives within its own limit: count, points and the pause between two occurrences. */
function gainOf(rule: ActivityRule, member: MemberBook, { at }: Activity, program: Program): RuleGain {
  const none = { ruleId: rule.id, points: 0, wanted: rule.points, isCut: true };
  const { limit } = rule;
  if (limit === null) return { ...none, points: rule.points, isCut: false };
  if (limit.cooldownMinutes !== null) {
    const lastAt = member.limits.get(pauseKey(rule.id))?.lastAt ?? null;
    if (lastAt !== null && at < lastAt + limit.cooldownMinutes * 60_000) return none;
  }
  const room = roomOf(member, limit, ruleUseKey(rule.id, limit.per, at, program.timezone), []);
  if (room.count === 0) return none;
  const size = Math.min(Math.abs(rule.points), room.points ?? Number.POSITIVE_INFINITY);
  if (size === 0) return none;
  return {
    ruleId: rule.id,
    points: rule.points < 0 ? -size : size,
    wanted: rule.points,
    isCut: size < Math.abs(rule.points),
  };
}

/** Limits count what was given or taken in the end, after caps and for want of points to take; nothing counts as nothing. */
function noteUse(
  books: Books,
  member: MemberBook,
  { ruleId, at, points }: { readonly ruleId: string; readonly at: Instant; readonly points: number },
): void {
  if (points !== 0) changeUses(member, [], usesOfActivity(countedLimits(books), { ruleId, at, points }), at);
}

function give(
  books: Books,
  member: MemberBook,
  activity: Activity,
  { cause, gains }: { readonly cause: string; readonly gains: readonly RuleGain[] },
): void {
  const program = liveProgram(books);
  const { at } = activity;
  const wanted = gains.reduce((sum, gain) => sum + gain.points, 0);
  const room = capRoomOf(member, program, { zone: program.timezone, instant: at, own: "activity" });
  const points = room === null ? wanted : Math.min(wanted, room);
  if (points === 0) return;
  const shares = allocate(
    points,
    gains.map((gain) => gain.points),
  );
  gains.forEach(({ ruleId }, index) => {
    noteUse(books, member, { ruleId, at, points: elementAt(shares, index) });
  });
  changeUses(member, [], capUsesOfActivity(countedLimits(books), at, points), at);
  const cutBy = gains.filter(({ isCut }) => isCut).map(({ ruleId }) => ruleId);
  creditNewLot(
    books,
    member,
    { id: cause, kind: "activity" },
    {
      key: `${cause}:${member.id}`,
      kind: "earned",
      at,
      points,
      explain: ({ expiresAt }) => ({
        kind: "activity",
        activity: activity.activity,
        key: activity.key,
        rules: gains.map(({ ruleId }, index) => ({ ruleId, points: elementAt(shares, index) })),
        points,
        wanted: gains.reduce((sum, gain) => sum + gain.wanted, 0),
        cutBy: points < wanted ? [...cutBy, "cap"] : cutBy,
        expiresAt,
      }),
    },
  );
  setQualifying(books, member, { id: cause, entryAt: at, value: { spendMinor: 0, points, orders: 0 } }, at);
}

function take(
  books: Books,
  member: MemberBook,
  activity: Activity,
  { cause, gain }: { readonly cause: string; readonly gain: RuleGain },
): void {
  const { at } = activity;
  const points = Math.min(-gain.points, member.balance.available);
  if (points === 0) return;
  noteUse(books, member, { ruleId: gain.ruleId, at, points });
  const id = `${cause}:${gain.ruleId}`;
  post(books, member, {
    key: `${id}:${member.id}:taken`,
    kind: "taken",
    at,
    programVersion: books.liveVersion,
    transfers: fromAvailable(drawsFor(lotsToSpend(member), points), "issued"),
    explanation: {
      kind: "activity",
      activity: activity.activity,
      key: activity.key,
      rules: [{ ruleId: gain.ruleId, points: -points }],
      points: -points,
      wanted: gain.wanted,
      cutBy: [],
      expiresAt: null,
    },
  });
  setQualifying(books, member, { id, entryAt: at, value: { spendMinor: 0, points: -points, orders: 0 } }, at);
}
