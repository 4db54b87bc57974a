import type { Books } from "#app/domain/books/books.ts";
import type { Lot } from "#app/domain/books/lots.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import { localDay, type Instant } from "#app/domain/calendar.ts";
import { exclusionOf } from "#app/domain/earning/orders/exclusion.ts";
import { ruleUseKey } from "#app/domain/earning/limits/limits.ts";
import { memberMatches } from "#app/domain/earning/match.ts";
import { pointsWorth, valueOf } from "#app/domain/program/points-worth.ts";
import type { Program, Reward, Rule } from "#app/domain/program/program.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { refusalOfClaim } from "#app/domain/redemption/claim-reward.ts";
import { withStandings } from "./storefront-challenges.ts";
import { codesOf } from "./storefront-codes.ts";
import { withRuns } from "./storefront-memberships.ts";
import { storefrontProgram } from "./storefront-program.ts";
import type {
  StorefrontClaim,
  StorefrontMember,
  StorefrontProgram,
  StorefrontReward,
  StorefrontWay,
} from "#storefront/state.ts";
import type { StorefrontHistory } from "#storefront/state-history.ts";
import type { ToldBeside } from "./storefront-terms.ts";
import { storefrontTier } from "./storefront-tier.ts";

const DAY_MS = 86_400_000;

/** One member as the widget shows them, read from books that are settled up to `now`. */
export function storefrontMember(
  books: Books,
  member: MemberBook,
  details: {
    readonly firstName: string | null;
    readonly history: StorefrontHistory;
    readonly language: string | null;
    readonly beside: ToldBeside;
  },
  now: Instant,
): { readonly program: StorefrontProgram; readonly viewer: StorefrontMember } {
  const { language, beside } = details;
  // Before it is a notice, the end of points is said in passing; later than that it is no news yet.
  const toldUntil = now + 2 * beside.noticeDays * DAY_MS;
  const live = liveProgram(books);
  const program = programForMember(books, member, { language, beside }, now);
  const worth = pointsWorth(live);
  const { available, pending, debt } = member.balance;
  return {
    program,
    viewer: {
      kind: "member",
      firstName: details.firstName,
      excluded: exclusionOf(member, live) !== null,
      available,
      pending,
      debt,
      worthMinor: worth === null || available === 0 ? null : valueOf(available, worth),
      maturing: soonest(member, { state: "pending", moment: "availableAt", program: live }, null),
      expiring: soonest(member, { state: "open", moment: "expiresAt", program: live }, toldUntil),
      tier: storefrontTier(member, live, language, now),
      ...codesOf(books, member, language),
      history: details.history,
    },
  };
}

function programForMember(
  books: Books,
  member: MemberBook,
  { language, beside }: { readonly language: string | null; readonly beside: ToldBeside },
  now: Instant,
): StorefrontProgram {
  const live = liveProgram(books);
  const shown = storefrontProgram(live, language, now, beside);
  const rules = new Map(live.rules.map((rule) => [rule.id, rule]));
  const challenges = new Map(live.challenges.map((challenge) => [challenge.id, challenge]));
  const segments = books.segmentsAt(member, now);
  const rewards = new Map(live.rewards.map((reward) => [reward.id, reward]));
  return {
    ...shown,
    rewards: shown.rewards.map((reward) => {
      const rule = rewards.get(reward.id);
      return rule === undefined ? reward : withClaim(books, member, reward, { reward: rule, now });
    }),
    ways: shown.ways
      .filter(({ id }) => isForMember(rules.get(id), member, segments))
      .map((way) => ({ ...way, done: isDone(member, live, way, now) })),
    challenges: withStandings(
      books,
      member,
      shown.challenges.filter(({ id }) => isForMember(challenges.get(id), member, segments)),
      now,
    ),
    memberships: withRuns(books, member, shown.memberships, now),
  };
}

/** What is for people the merchant marks is told to them only. A level's own stays: it may be reached. */
function isForMember(
  rule: Pick<Rule, "member"> | undefined,
  { tier, tags }: MemberBook,
  segments: readonly string[],
): boolean {
  if (rule?.member == null) return true;
  const { tags: wantedTags, segments: wantedSegments } = rule.member;
  return memberMatches(
    { tags: wantedTags, segments: wantedSegments },
    { tierId: tier.levelId, tags, segments },
  );
}

function withClaim(
  books: Books,
  member: MemberBook,
  shown: StorefrontReward,
  { reward, now }: { readonly reward: Reward; readonly now: Instant },
): StorefrontReward {
  const points = reward.variable === null ? null : reward.variable.min;
  const refusal = refusalOfClaim(books, member, { rewardId: reward.id, points, at: now });
  const price = points ?? reward.cost;
  const missing = price === null ? 0 : price - member.balance.available;
  return {
    ...shown,
    variable: shown.variable === null ? null : { ...shown.variable, max: mostChosen(shown.variable, member) },
    claim: claimOf(refusal === null || refusal.ok ? null : refusal.refusal, missing),
  };
}

function claimOf(refusal: string | null, missing: number): StorefrontClaim {
  switch (refusal) {
    case null:
      return { ok: true };
    case "points_insufficient":
      return { ok: false, reason: "points", missing };
    case "limit_reached":
      return { ok: false, reason: "limit" };
    case "out_of_stock":
      return { ok: false, reason: "stock" };
    case "claiming_paused":
      return { ok: false, reason: "paused" };
    default:
      return { ok: false, reason: "tier" };
  }
}

/** The most a member can choose now, in whole steps; never less than the least. */
function mostChosen(range: NonNullable<StorefrontReward["variable"]>, member: MemberBook): number {
  const limit = Math.min(range.max ?? member.balance.available, member.balance.available);
  return Math.max(range.min, limit - (limit % range.step));
}

/** Used up for this period, or given once and for good. */
function isDone(member: MemberBook, program: Program, way: StorefrontWay, now: Instant): boolean {
  if (way.activity === "join") return [...member.activityKeys].some((key) => key.startsWith("join\n"));
  if (way.nth === 1) return [...member.awards.values()].some(({ frozen }) => frozen.excluded === null);
  if (way.limit?.count == null || way.limit.per === "order") return false;
  const use = member.limits.get(ruleUseKey(way.id, way.limit.per, now, program.timezone));
  return use !== undefined && use.count >= way.limit.count;
}

/** Lots that share the soonest day, together. Null where there is none, or none before `until`. */
function soonest(
  member: MemberBook,
  {
    state,
    moment,
    program: { timezone },
  }: {
    readonly state: Lot["state"];
    readonly moment: "availableAt" | "expiresAt";
    readonly program: Program;
  },
  until: Instant | null,
): { readonly points: number; readonly at: Instant } | null {
  const dated = [...member.lots.values()].flatMap((lot) => {
    const at = lot[moment];
    return lot.state === state && lot.remaining > 0 && at !== null ? [{ points: lot.remaining, at }] : [];
  });
  const first = dated.reduce<Instant | null>(
    (least, { at }) => (least === null ? at : Math.min(least, at)),
    null,
  );
  if (first === null || (until !== null && first > until)) return null;
  const day = localDay(first, timezone);
  const same = dated.filter(({ at }) => localDay(at, timezone) === day);
  return { points: same.reduce((sum, { points }) => sum + points, 0), at: first };
}
