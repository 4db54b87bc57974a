import type { Shop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Gift } from "#app/domain/challenges/challenge.ts";
import type { Program } from "#app/domain/program/program.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { SpokenProgram, ToldGift } from "#app/domain/referral/friend-told.ts";
import { rewardName } from "../storefront/storefront-reward-name.ts";

/** How a shop's program is spoken of in a language. */
export function spokenProgram(
  { name, shopKey, timezone, settings }: Shop,
  program: Program,
  language: string,
  now: Instant,
): SpokenProgram {
  return {
    at: now,
    language,
    formal: settings.address === "Sie",
    currency: program.currency,
    currencyDigits: program.currencyDigits,
    timezone: timezone ?? program.timezone,
    shopName: name ?? shopKey,
    programName: inLanguage(program.name, language),
    pointsName: inLanguage(program.pointsName, language),
    accent: settings.look.accent,
  };
}

/** What a gift is called; null where the program has no such reward. */
export function toldGift(gift: Gift | null, { rewards }: Program, language: string): ToldGift | null {
  if (gift === null) return null;
  if (gift.kind === "points") return { kind: "points", points: gift.points };
  const reward = rewards.find(({ id }) => id === gift.rewardId);
  return reward === undefined ? null : { kind: "reward", reward: rewardName(reward, language) };
}
