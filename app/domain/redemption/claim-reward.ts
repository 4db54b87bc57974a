import type { Books } from "../books/books.ts";
import type { LotDraw } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import { isPaused } from "../books/pauses.ts";
import { addDays, endOfDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import { noteActivity } from "../ledger/expiry.ts";
import { drawsFor, fromAvailable, lotsToSpend } from "../ledger/draws.ts";
import { post } from "../ledger/post.ts";
import type { Reward } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { isMemberOfOne, membershipsWith } from "../memberships/memberships-of-member.ts";
import { requestIssue } from "./ask-platform.ts";
import { isStanding } from "../books/codes.ts";
import { keepCode, nextCodeKey, unusedCode } from "./code-book.ts";
import { normaliseCode } from "./normalise-code.ts";
import { confirmCode } from "./confirm-code.ts";
import { DONE, notEnoughPoints, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";

export interface Claim {
  readonly rewardId: string;
  /** The member's choice, for variable rewards. */
  readonly points: number | null;
  readonly code: string;
  readonly at: Instant;
}

/**
 * Exchanges points for a reward: they leave `available` when held, soonest expiry first. Refuses
 * with the first reason that holds, in the order of `refusals`.
 */
export function claimReward(books: Books, member: MemberBook, claim: Claim): Outcome {
  const reward = liveProgram(books).rewards.find(({ id }) => id === claim.rewardId);
  const price = priceOf(reward, claim);
  const refusal = refuseClaim(books, member, claim, { reward, price });
  if (refusal !== null || reward === undefined || price === null) {
    return refusal ?? refused("points_choice_invalid", "these points cannot be chosen");
  }
  const draws = drawsFor(lotsToSpend(member), price);
  const code = openCode(books, member, reward, { ...claim, price, draws, origin: "redemption" });
  if (price > 0) {
    post(books, member, {
      key: nextCodeKey(code, "held"),
      kind: "held",
      at: claim.at,
      programVersion: books.liveVersion,
      transfers: fromAvailable(draws, "held"),
      explanation: { kind: "reward_held", code: code.code, rewardId: reward.id, points: price },
    });
  }
  if (books.codesIssuedAtOnce) confirmCode(books, member, code, claim.at);
  noteActivity(books, member, claim.at, claim.at);
  request(books, {
    type: "notify_reward_claimed",
    memberId: member.id,
    rewardId: reward.id,
    code: code.code,
  });
  return DONE;
}

/** Why this claim would be refused now; null where it would be granted. Changes nothing. */
export function refusalOfClaim(books: Books, member: MemberBook, claim: Omit<Claim, "code">): Outcome | null {
  const reward = liveProgram(books).rewards.find(({ id }) => id === claim.rewardId);
  const tried = { ...claim, code: "" };
  return refuseClaim(books, member, tried, { reward, price: priceOf(reward, tried) });
}

/** How many points more a claim would take; null where no points would do. */
export function pointsMissing(
  books: Books,
  member: MemberBook,
  claim: Pick<Claim, "rewardId" | "points">,
): number | null {
  const reward = liveProgram(books).rewards.find(({ id }) => id === claim.rewardId);
  const price = priceOf(reward, claim);
  return price === null ? null : Math.max(0, price - member.balance.available);
}

interface GivenReward {
  readonly at: Instant;
  readonly origin: "tier_entry" | "gift";
  /** Texts of codes of another series. */
  readonly nextCode?: () => string;
  /** The products it holds for; null: what the reward says. */
  readonly products?: readonly string[] | null;
}

/**
 * A reward that is given: a code that costs nothing, and asks for no cost, tier or limit. It takes from
 * the stock, and where nothing is left it is not given: null.
 */
export function giveReward(
  books: Books,
  member: MemberBook,
  reward: Reward,
  { at, origin, nextCode = books.nextCode, products = null }: GivenReward,
): string | null {
  if (isSoldOut(books, reward)) return null;
  const text = unusedCode(books, nextCode);
  const code = openCode(books, member, reward, { code: text, at, price: 0, draws: [], origin, products });
  if (books.codesIssuedAtOnce) confirmCode(books, member, code, at);
  request(books, { type: "notify_reward_claimed", memberId: member.id, rewardId: reward.id, code: text });
  return text;
}

interface NewCode {
  readonly code: string;
  readonly at: Instant;
  readonly price: number;
  readonly draws: readonly LotDraw[];
  readonly origin: RewardCode["origin"];
  readonly products?: readonly string[] | null;
}

function openCode(books: Books, member: MemberBook, reward: Reward, made: NewCode): RewardCode {
  const { timezone } = liveProgram(books);
  const isExperience = reward.value.kind === "experience";
  const code: RewardCode = {
    code: made.code,
    memberId: member.id,
    rewardId: reward.id,
    programVersion: books.liveVersion,
    points: made.price,
    valueMinor: valueOf(reward, made.price),
    draws: made.draws,
    claimedAt: made.at,
    expiresAt: isExperience ? null : endOfDay(addDays(made.at, reward.validDays, timezone), timezone),
    origin: made.origin,
    state: isExperience ? "requested" : "held",
    usedByOrderId: null,
    returnedPoints: 0,
    postings: 0,
    stateReason: null,
    ...(made.products == null ? {} : { products: made.products }),
  };
  keepCode(books, member, code);
  if (reward.stock !== null) {
    books.stockClaimed.set(reward.id, claimedOf(books, reward) + 1);
  }
  requestIssue(books, code, reward);
  return code;
}

function refuseClaim(
  books: Books,
  member: MemberBook,
  claim: Claim,
  { reward, price }: { readonly reward: Reward | undefined; readonly price: number | null },
): Outcome | null {
  if (member.status === "left" || member.status === "erased") {
    return refused("member_left", "the member has left the program");
  }
  if (member.status === "shadow") {
    return refused("member_shadow", "the member has not joined the program yet");
  }
  if (isPaused(books.pauses, "claiming", claim.at)) {
    return refused("claiming_paused", "the shop has paused claiming");
  }
  if (reward === undefined) return refused("reward_unknown", `unknown reward: ${claim.rewardId}`);
  if (!reward.enabled) return refused("reward_disabled", `reward not offered at present: ${reward.id}`);
  const memberships = membershipsWith(liveProgram(books), reward);
  if (isOnlyGiven(reward) && memberships.length === 0) {
    return refused("reward_only_given", `reward ${reward.id} is only given, never claimed`);
  }
  if (memberships.length > 0 && !isMemberOfOne(books, member, memberships, claim.at)) {
    return refused("membership_needed", `reward ${reward.id} is for paid members only`);
  }
  const tierId = member.tier.levelId;
  if (reward.tiers !== null && !isOnlyGiven(reward) && (tierId === null || !reward.tiers.has(tierId))) {
    return refused("tier_not_entitled", `reward ${reward.id} is not for tier ${tierId ?? "none"}`);
  }
  const limit = reward.limitPerMember;
  if (limit !== null && standingClaims(member, reward) >= limit) {
    return refused("limit_reached", `reward ${reward.id} can be claimed ${String(limit)} times only`);
  }
  if (isSoldOut(books, reward)) {
    return refused("out_of_stock", `nothing left of reward ${reward.id}`);
  }
  if (price === null) {
    return refused(
      "points_choice_invalid",
      `${String(claim.points)} points cannot be chosen for reward ${reward.id}`,
    );
  }
  if (price > member.balance.available) return notEnoughPoints(price, member.balance.available);
  return books.codeOwners.has(normaliseCode(claim.code))
    ? refused("code_exists", `code ${claim.code} exists already`)
    : null;
}

/** No price and no tier that may have it for nothing: a level gives it, or the shop by hand. */
export function isOnlyGiven({ tiers }: Reward): boolean {
  return tiers?.size === 0;
}

/** What a claim costs; null where the choice of a variable reward is not among those allowed. */
function priceOf(reward: Reward | undefined, claim: Pick<Claim, "points">): number | null {
  if (reward === undefined) return null;
  const { cost, variable } = reward;
  if (variable === null) return cost;
  const { points } = claim;
  if (points === null || !Number.isSafeInteger(points) || points % variable.step !== 0) return null;
  return points < variable.min || (variable.max !== null && points > variable.max) ? null : points;
}

function valueOf(reward: Reward, price: number): number | null {
  const { value, variable } = reward;
  switch (value.kind) {
    case "amountOff":
    case "storeCredit":
    case "giftCard":
      return variable === null
        ? value.valueMinor
        : Number((BigInt(price) * BigInt(variable.valueMinor)) / BigInt(variable.points));
    case "percentOff":
    case "freeShipping":
    case "freeProduct":
    case "experience":
      return null;
  }
}

function standingClaims(member: MemberBook, reward: Reward): number {
  let claims = 0;
  for (const code of member.codes.values()) {
    if (code.rewardId === reward.id && code.origin === "redemption" && isStanding(code)) claims += 1;
  }
  return claims;
}

/** Whether nothing is left of a reward until a code of somebody's comes back. */
export function isSoldOut(books: Books, reward: Reward): boolean {
  return reward.stock !== null && claimedOf(books, reward) >= reward.stock;
}

function claimedOf(books: Books, reward: Reward): number {
  return books.stockClaimed.get(reward.id) ?? 0;
}
