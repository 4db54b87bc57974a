import type { Books, LotDraw, MemberBook, RewardCode } from "../books.ts";
import { addDays, endOfDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import { noteActivity } from "../ledger/expiry.ts";
import { drawsFor, lotsToSpend } from "../ledger/lots.ts";
import { post } from "../ledger/post.ts";
import type { Reward } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { requestIssue } from "./ask-platform.ts";
import { codeKey, isStanding, keepCode, nextCodeKey } from "./code-book.ts";
import { confirmCode } from "./confirm-code.ts";
import { DONE, notEnoughPoints, refused } from "./refusal.ts";
import type { Outcome } from "./refusal.ts";

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
  const refusal = refuseClaim(books, member, claim, reward, price);
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
      transfers: draws.map(({ lotId, points }) => ({ from: "available", to: "held", points, lotId })),
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
  return refuseClaim(books, member, tried, reward, priceOf(reward, tried));
}

/** A reward that comes with a tier: a code that costs nothing. */
export function giveReward(books: Books, member: MemberBook, reward: Reward, at: Instant): void {
  const text = books.nextCode();
  const code = openCode(books, member, reward, { code: text, at, price: 0, draws: [], origin: "tier_entry" });
  if (books.codesIssuedAtOnce) confirmCode(books, member, code, at);
  request(books, { type: "notify_reward_claimed", memberId: member.id, rewardId: reward.id, code: text });
}

interface NewCode {
  readonly code: string;
  readonly at: Instant;
  readonly price: number;
  readonly draws: readonly LotDraw[];
  readonly origin: RewardCode["origin"];
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
  reward: Reward | undefined,
  price: number | null,
): Outcome | null {
  if (member.status === "left" || member.status === "erased") {
    return refused("member_left", "the member has left the program");
  }
  if (member.status === "shadow") {
    return refused("member_shadow", "the e-mail address is not proven yet");
  }
  if (reward === undefined) return refused("reward_unknown", `unknown reward: ${claim.rewardId}`);
  if (!reward.enabled) return refused("reward_disabled", `reward not offered at present: ${reward.id}`);
  const tierId = member.tier.levelId;
  if (reward.tiers !== null && (tierId === null || !reward.tiers.has(tierId))) {
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
  return books.codeOwners.has(codeKey(claim.code))
    ? refused("code_exists", `code ${claim.code} exists already`)
    : null;
}

/** What a claim costs; null where the choice of a variable reward is not among those allowed. */
function priceOf(reward: Reward | undefined, claim: Claim): number | null {
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
  for (const code of member.codes.claims()) {
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
