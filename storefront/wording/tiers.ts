import type { Speech } from "../panel/speech.ts";
import type { StorefrontLevel, StorefrontTierState, StorefrontTiers } from "../state.ts";
import { say } from "../words/words.ts";

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
export function levelBenefits(speech: Speech, level: StorefrontLevel): string[] {
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
