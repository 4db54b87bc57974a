import type { Speech } from "../../storefront/panel/speech.ts";
import type {
  StorefrontCode,
  StorefrontEntry,
  StorefrontLevel,
  StorefrontMember,
  StorefrontReason,
  StorefrontReward,
  StorefrontTiers,
  StorefrontTierState,
  StorefrontWay,
} from "../../storefront/state.ts";
import { say } from "../../storefront/words/words.ts";

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

/** What is missing to the next tier, what that brings and how long this one lasts. */
export function tierLines(
  speech: Speech,
  tiers: StorefrontTiers,
  tier: StorefrontTierState,
): { readonly missing: string; readonly asides: string[] } {
  const { words } = speech;
  const next = tiers.levels.find((level) => level.id === tier.next?.levelId);
  const asides: string[] = [];
  let missing = words.tierTop;
  if (next !== undefined && tier.next !== null) {
    const amount = speech.amount(tiers.metric, tier.next.missing);
    missing = say(words.tierMissing, { amount, tier: next.name });
    const benefits = levelBenefits(speech, next);
    if (benefits.length > 0) {
      asides.push(say(words.tierBrings, { tier: next.name, list: speech.list(benefits) }));
    }
  }
  const holds = tierHolds(speech, tiers, tier);
  if (holds !== null) asides.push(holds);
  return { missing, asides };
}

/** "Free shipping", "1.25 × Bohnen", "100 Bohnen as a welcome". */
function levelBenefits(speech: Speech, level: StorefrontLevel): string[] {
  const { words } = speech;
  const benefits = [...level.perks];
  if (level.multiplier !== "1") {
    const factor = speech.factor(level.multiplier);
    benefits.push(say(words.timesPoints, { factor, name: speech.pointsName }));
  }
  if (level.entryPoints > 0) {
    benefits.push(say(words.welcomePoints, { points: speech.points(level.entryPoints) }));
  }
  return benefits;
}

function tierHolds(speech: Speech, tiers: StorefrontTiers, tier: StorefrontTierState): string | null {
  if (tier.name === null) return null;
  if (tier.graceUntil !== null && tier.keepMissing !== null) {
    const amount = speech.amount(tiers.metric, tier.keepMissing);
    return say(speech.words.tierGrace, { tier: tier.name, day: speech.lastDay(tier.graceUntil), amount });
  }
  if (tier.until === null) return null;
  return say(speech.words.tierUntil, { tier: tier.name, day: speech.lastDay(tier.until) });
}

export function rewardCost(speech: Speech, reward: StorefrontReward): string {
  if (reward.variable !== null) return `${speech.number(reward.variable.min)}+ ${speech.pointsName}`;
  if (reward.cost === null || reward.cost === 0) return speech.words.rewardPerk;
  return speech.points(reward.cost);
}

export function rewardConditions(speech: Speech, reward: StorefrontReward): string[] {
  const { words } = speech;
  const parts: string[] = [];
  if (reward.minSubtotalMinor !== null) {
    parts.push(say(words.minimum, { money: speech.money(reward.minSubtotalMinor) }));
  }
  if (reward.someProducts) parts.push(words.someProducts);
  return parts;
}

/** Why a reward cannot be claimed now; null when it can. */
export function rewardWaits(speech: Speech, reward: StorefrontReward): string | null {
  const { words } = speech;
  const { claim } = reward;
  if (claim === null || claim.ok) return null;
  switch (claim.reason) {
    case "points":
      return say(words.rewardMissing, { points: speech.points(claim.missing) });
    case "tier":
      return say(words.rewardTier, { tiers: speech.list(reward.tiers) });
    case "limit":
      return words.rewardLimit;
    case "stock":
      return words.rewardStock;
  }
}

/** Claimable rewards first, then those with the fewest points to go. */
export function rewardsInOrder(rewards: readonly StorefrontReward[]): StorefrontReward[] {
  const rank = ({ claim }: StorefrontReward): number => {
    if (claim === null || claim.ok) return 0;
    return claim.reason === "points" ? claim.missing : Number.MAX_SAFE_INTEGER;
  };
  return [...rewards].sort((a, b) => rank(a) - rank(b));
}

/** "500 Bohnen for €5.00 off, valid 90 days." */
export function claimQuestion(speech: Speech, reward: StorefrontReward, chosen: number | null): string {
  const days = speech.counted(speech.words.days, reward.validDays);
  const points = chosen ?? reward.cost;
  if (points === null || points === 0) {
    return say(speech.words.claimAskFree, { reward: speech.reward(reward), days });
  }
  const told = speech.reward(chosenReward(reward, chosen));
  return say(speech.words.claimAsk, { points: speech.points(points), reward: told, days });
}

/** The reward as chosen: worth what the points chosen for it buy. */
export function chosenReward(reward: StorefrontReward, chosen: number | null): StorefrontReward {
  const { variable } = reward;
  if (variable === null || chosen === null) return reward;
  const valueMinor = Math.floor((chosen * variable.valueMinor) / variable.points);
  return { ...reward, valueMinor, variable: null };
}

/** Kinds whose code is typed at the checkout. */
export function isDiscount(kind: StorefrontReward["kind"]): boolean {
  return kind === "amountOff" || kind === "percentOff" || kind === "freeShipping" || kind === "freeProduct";
}

/** What a claim brought. `code` is null while it is being made, and for rewards without one. */
export function claimedWords(
  speech: Speech,
  reward: StorefrontReward,
  chosen: number | null,
  code: string | null,
): string {
  const { words } = speech;
  if (reward.kind === "experience") return words.claimRequested;
  if (!isDiscount(reward.kind)) return words.claimCredited;
  return code === null
    ? words.claimMaking
    : say(words.claimDone, { reward: speech.reward(chosenReward(reward, chosen)) });
}

export function codeTitle(speech: Speech, code: StorefrontCode): string {
  return speech.rewardTitle(code);
}

export function codeConditions(speech: Speech, code: StorefrontCode): string[] {
  const { words } = speech;
  const parts: string[] = [];
  if (code.state !== "open") parts.push(words.codeState[code.state]);
  if (code.minSubtotalMinor !== null) {
    parts.push(say(words.minimum, { money: speech.money(code.minSubtotalMinor) }));
  }
  if (code.expiresAt !== null) parts.push(say(words.codeUntil, { day: speech.lastDay(code.expiresAt) }));
  return parts;
}

export function isOpenCode({ state }: StorefrontCode): boolean {
  return state === "open" || state === "making" || state === "requested";
}

export function signedPoints(speech: Speech, points: number): string {
  return `${points > 0 ? "+" : "−"}${speech.number(Math.abs(points))}`;
}

export function entryWords(speech: Speech, entry: StorefrontEntry): string {
  const { words } = speech;
  if (entry.kind === "activity") return activityWords(speech, entry.subject);
  const word =
    entry.kind === "order_reduced" ? (`order_reduced_${entry.reason ?? "refund"}` as const) : entry.kind;
  const title = say(words.entry[word], { subject: entrySubject(speech, entry) }).trim();
  return entry.units === null ? title : `${title}, ${speech.counted(words.units, entry.units)}`;
}

/** What ripened without an order of its own is called by the points' name: a bare cause means nothing. */
function entrySubject(speech: Speech, entry: StorefrontEntry): string {
  if (entry.reward !== null) return speech.reward(entry.reward);
  return entry.subject ?? speech.pointsName;
}

/** Ours in the shopper's language; a merchant's own activity as the merchant wrote it. */
function activityWords(speech: Speech, activity: string | null): string {
  if (activity === null) return "";
  return speech.words.activities[activity] ?? activity.replaceAll("_", " ");
}

/** What a shopper does to earn. */
export function wayWords(speech: Speech, way: StorefrontWay): string {
  const { words } = speech;
  switch (way.kind) {
    case "spend": {
      const money = way.perMinor === null ? "" : speech.money(way.perMinor);
      return say(way.bonus ? words.waySpendMore : words.waySpend, { money });
    }
    case "item":
      return words.wayItem;
    case "order":
      return way.firstOrder ? words.wayFirstOrder : words.wayOrder;
    case "activity":
      return activityWords(speech, way.activity);
  }
}

export function entryAside(speech: Speech, entry: StorefrontEntry): string {
  const { words } = speech;
  const parts = [speech.day(entry.at)];
  if (entry.pendingUntil !== null) {
    parts.push(say(words.historyPending, { day: speech.day(entry.pendingUntil) }));
  }
  if (entry.expiresAt !== null) {
    parts.push(say(words.historyExpires, { day: speech.lastDay(entry.expiresAt) }));
  }
  return parts.join(" · ");
}

/** One line of the calculation behind an entry. Fields a sentence does not speak of are null. */
export function reasonWords(speech: Speech, reason: StorefrontReason): string {
  const { at, amountMinor, ofMinor } = reason;
  return say(speech.words.reason[reason.what], {
    ...(amountMinor !== null && { money: speech.money(amountMinor) }),
    ...(ofMinor !== null && { of: speech.money(ofMinor) }),
    ...(reason.rate !== null && { rate: rateWords(speech, reason.rate) }),
    ...(at !== null && { day: reason.what === "expires_on" ? speech.lastDay(at) : speech.day(at) }),
    ...(reason.text !== null && { text: reason.text }),
    name: speech.pointsName,
  });
}

function rateWords(speech: Speech, rate: NonNullable<StorefrontReason["rate"]>): string {
  const points = speech.points(rate.points);
  const plain = say(speech.words.rate, { points, money: speech.money(rate.perMinor) });
  return rate.multiplier === "1" ? plain : `${plain} × ${speech.factor(rate.multiplier)}`;
}
