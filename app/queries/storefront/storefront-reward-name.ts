import type { Reward } from "#app/domain/program/program.ts";
import { decimalText } from "#app/domain/program/texts/decimal-text.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { StorefrontRewardKind, StorefrontRewardName } from "#storefront/state-reward.ts";

/** A reward without a name of its own is worded by the widget, in more languages than we know. */
export function rewardName(reward: Reward, language: string | null): StorefrontRewardName {
  const { value } = reward;
  const kind: StorefrontRewardKind = value.kind;
  return {
    name: reward.hasOwnName ? inLanguage(reward.name, language) : null,
    kind,
    valueMinor: "valueMinor" in value ? value.valueMinor : null,
    percent: value.kind === "percentOff" ? decimalText(value.percent) : null,
  };
}
