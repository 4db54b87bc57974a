import type { Instant } from "#app/domain/calendar.ts";
import { pointsWorth } from "#app/domain/program/points-worth.ts";
import type { Perk, Program, Reward, Tiers } from "#app/domain/program/program.ts";
import { decimalText } from "#app/domain/program/texts/decimal-text.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { membershipsWith } from "#app/domain/memberships/memberships-of-member.ts";
import { isOnlyGiven } from "#app/domain/redemption/claim-reward.ts";
import type {
  StorefrontPerk,
  StorefrontProgram,
  StorefrontReward,
  StorefrontTiers,
} from "#storefront/state.ts";
import { rewardName } from "./storefront-reward-name.ts";
import { publicChallenges } from "./storefront-challenges.ts";
import { publicMemberships } from "./storefront-memberships.ts";
import { publicTerms, type ToldBeside } from "./storefront-terms.ts";
import { publicCampaigns, waysToEarn } from "./storefront-ways.ts";

/** A program as anybody may see it in one language: switched-on rules and rewards, nothing of one member. */
export function storefrontProgram(
  program: Program,
  language: string | null,
  now: Instant,
  beside: ToldBeside,
): StorefrontProgram {
  return {
    name: inLanguage(program.name, language),
    pointsName: inLanguage(program.pointsName, language),
    worth: pointsWorth(program),
    tiers: program.tiers === null ? null : publicTiers(program.tiers, program, language),
    rewards: program.rewards
      .filter((reward) => isOffered(reward, program))
      .map((reward) => publicReward(reward, program, language)),
    ways: waysToEarn(program, language, now),
    campaigns: publicCampaigns(program, language, now),
    challenges: publicChallenges(program, language, now),
    memberships: publicMemberships(program, language),
    terms: publicTerms(program, now, beside),
  };
}

/** What is only ever given is no offer, unless paid members may have it. */
function isOffered(reward: Reward, program: Program): boolean {
  return reward.enabled && (!isOnlyGiven(reward) || membershipsWith(program, reward).length > 0);
}

function publicTiers(tiers: Tiers, program: Program, language: string | null): StorefrontTiers {
  return {
    metric: tiers.metric,
    window: tiers.window.kind,
    windowMonths: tiers.window.kind === "rolling" ? tiers.window.months : null,
    graceDays: tiers.graceDays,
    levels: tiers.levels.map((level) => ({
      id: level.id,
      name: inLanguage(level.name, language),
      from: level.from,
      multiplier: decimalText(level.multiplier),
      entryPoints: level.entryPoints,
      entryRewards: program.rewards
        .filter(({ id, enabled }) => enabled && level.entryRewards.includes(id))
        .map((reward) => rewardName(reward, language)),
      perks: level.perks.flatMap((perk) => publicPerk(perk, language)),
    })),
  };
}

const NOTHING_APPLIED = { text: null, percent: null, minSubtotalMinor: null };

/** Of a page for members only everybody is told the name, and only they its address (`storefrontTier`). */
function publicPerk(perk: Perk, language: string | null): StorefrontPerk[] {
  switch (perk.kind) {
    case "text":
      return [{ ...NOTHING_APPLIED, kind: "text", text: inLanguage(perk.text, language) }];
    case "freeShipping":
      return [{ ...NOTHING_APPLIED, kind: "freeShipping", minSubtotalMinor: perk.minSubtotalMinor }];
    case "percentOff":
      return [
        {
          kind: "percentOff",
          text: null,
          percent: decimalText(perk.percent),
          minSubtotalMinor: perk.minSubtotalMinor,
        },
      ];
    case "content":
      return perk.name === null
        ? []
        : [{ ...NOTHING_APPLIED, kind: "text", text: inLanguage(perk.name, language) }];
  }
}

function publicReward(reward: Reward, program: Program, language: string | null): StorefrontReward {
  const levels = program.tiers?.levels ?? [];
  return {
    id: reward.id,
    ...rewardName(reward, language),
    cost: reward.cost,
    variable: reward.variable,
    minSubtotalMinor: reward.minSubtotalMinor,
    someProducts: reward.products.length > 0 || reward.collections.length > 0,
    validDays: reward.validDays,
    perPerson: reward.limitPerMember,
    tiers: [
      ...levels.filter(({ id }) => reward.tiers?.has(id) === true),
      ...membershipsWith(program, reward),
    ].map(({ name }) => inLanguage(name, language)),
    claim: null,
  };
}
