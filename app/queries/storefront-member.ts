import type { Books, Lot, MemberBook, RewardCode } from "#app/domain/books.ts";
import { localDay, type Instant } from "#app/domain/calendar.ts";
import { ruleUseKey } from "#app/domain/earning/limits.ts";
import { pointsWorth, valueOf } from "#app/domain/program/points-worth.ts";
import type { Program, Reward } from "#app/domain/program/program.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { refusalOfClaim } from "#app/domain/redemption/claim-reward.ts";
import { rewardOfCode } from "#app/domain/redemption/code-book.ts";
import { isOffered, rewardName, storefrontProgram } from "./storefront-program.ts";
import type {
  StorefrontClaim,
  StorefrontCode,
  StorefrontHistory,
  StorefrontMember,
  StorefrontNextStep,
  StorefrontProgram,
  StorefrontReward,
  StorefrontWay,
} from "./storefront-state.ts";
import { storefrontTier } from "./storefront-tier.ts";

/** Points that expire later than this are no news yet. */
const EXPIRY_SHOWN_MS = 60 * 86_400_000;

/** One member as the widget shows them, read from books that are settled up to `now`. */
export function storefrontMember(
  books: Books,
  member: MemberBook,
  details: { readonly firstName: string | null; readonly history: StorefrontHistory },
  now: Instant,
): { readonly program: StorefrontProgram; readonly viewer: StorefrontMember } {
  const live = liveProgram(books);
  const program = programForMember(books, member, live, now);
  const worth = pointsWorth(live);
  const { available, pending, debt } = member.balance;
  return {
    program,
    viewer: {
      kind: "member",
      firstName: details.firstName,
      available,
      pending,
      debt,
      worthMinor: worth === null || available === 0 ? null : valueOf(available, worth),
      maturing: soonest(member, "pending", "availableAt", live, null),
      expiring: soonest(member, "open", "expiresAt", live, now + EXPIRY_SHOWN_MS),
      tier: storefrontTier(member, live, now),
      nextStep: nextStep(program),
      codes: [...member.codes.values()].sort((a, b) => b.claimedAt - a.claimedAt).map(codeView(books)),
      history: details.history,
    },
  };
}

function programForMember(books: Books, member: MemberBook, live: Program, now: Instant): StorefrontProgram {
  const shown = storefrontProgram(live, now);
  const offered = new Map(live.rewards.filter(isOffered).map((reward) => [reward.id, reward]));
  return {
    ...shown,
    rewards: shown.rewards.map((reward) => {
      const rule = offered.get(reward.id);
      return rule === undefined ? reward : withClaim(books, member, reward, rule, now);
    }),
    ways: shown.ways.map((way) => ({ ...way, done: isDone(member, live, way, now) })),
  };
}

function withClaim(
  books: Books,
  member: MemberBook,
  shown: StorefrontReward,
  reward: Reward,
  now: Instant,
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
  if (way.firstOrder) return [...member.awards.values()].some(({ frozen }) => frozen.excluded === null);
  if (way.limit === null || way.limit.per === "order") return false;
  const use = member.limits.get(ruleUseKey(way.id, way.limit.per, now, program.timezone));
  return use !== undefined && use.count >= way.limit.count;
}

/** Lots that share the soonest day, together. Null where there is none, or none before `until`. */
function soonest(
  member: MemberBook,
  state: Lot["state"],
  moment: "availableAt" | "expiresAt",
  { timezone }: Program,
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

/** What can be claimed now, the dearest first; else what is nearest; else the quickest way to more. */
function nextStep(program: StorefrontProgram): StorefrontNextStep | null {
  const claimable = program.rewards.filter(({ claim }) => claim?.ok === true);
  const dearest = claimable.sort((a, b) => priceOf(b) - priceOf(a))[0];
  if (dearest !== undefined) return { kind: "claim", rewardId: dearest.id };
  const near = program.rewards
    .flatMap(({ id, claim }) =>
      claim !== null && !claim.ok && claim.reason === "points" ? [{ id, missing: claim.missing }] : [],
    )
    .sort((a, b) => a.missing - b.missing)[0];
  if (near !== undefined) return { kind: "near", rewardId: near.id, missing: near.missing };
  const open = program.ways.filter((way) => !way.done && way.kind === "activity");
  const quickest = open.sort((a, b) => b.points - a.points)[0] ?? program.ways.find((way) => !way.done);
  return quickest === undefined ? null : { kind: "earn", wayId: quickest.id };
}

/** What is given with a level has no price. */
function priceOf({ cost, variable }: StorefrontReward): number {
  if (variable !== null) return variable.min;
  return cost === null ? 0 : cost;
}

function codeView(books: Books): (code: RewardCode) => StorefrontCode {
  return (code) => {
    const reward = rewardOfCode(books, code);
    const named = rewardName(reward);
    return {
      ...named,
      valueMinor: code.valueMinor ?? named.valueMinor,
      code: code.code,
      rewardId: code.rewardId,
      minSubtotalMinor: reward.minSubtotalMinor,
      points: code.points,
      state: codeState(code),
      expiresAt: code.expiresAt,
    };
  };
}

function codeState({ state }: RewardCode): StorefrontCode["state"] {
  switch (state) {
    case "held":
      return "making";
    case "issued":
      return "open";
    case "used":
    case "requested":
    case "fulfilled":
      return state;
    case "released":
    case "revoked":
    case "failed":
    case "declined":
      return "over";
  }
}
