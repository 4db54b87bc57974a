import type { Speech } from "../../storefront/panel/speech.ts";
import type { StorefrontTiers, StorefrontTierState } from "../../storefront/state.ts";
import { tierLines } from "../../storefront/wording/tiers.ts";

/** My tier, the way to the next one, what is missing, what it brings and how long mine lasts. */
export function TierProgress({
  speech,
  tiers,
  tier,
}: {
  speech: Speech;
  tiers: StorefrontTiers;
  tier: StorefrontTierState;
}) {
  const { missing, asides } = tierLines(speech, tiers, tier);
  return (
    <s-stack gap="small-300">
      {tier.name !== null && <s-text type="strong">{tier.name}</s-text>}
      <s-progress value={tier.percent} max={100} accessibilityLabel={missing} />
      <s-text>{missing}</s-text>
      {asides.map((line) => (
        <s-text key={line} color="subdued">
          {line}
        </s-text>
      ))}
    </s-stack>
  );
}
