import type { Speech } from "../../storefront/panel/speech.ts";
import type { StorefrontTiers, StorefrontTierState } from "../../storefront/state.ts";
import { tierWords } from "../../storefront/wording/tiers.ts";

/** My tier, the way to the next one, what is missing, what mine and the next one give, how long mine lasts. */
export function TierProgress({
  speech,
  tiers,
  tier,
  shop,
}: {
  speech: Speech;
  tiers: StorefrontTiers;
  tier: StorefrontTierState;
  /** The shop's domain: pages of the shop are elsewhere than the account. */
  shop: string;
}) {
  const { missing, asides } = tierWords(speech, tiers, tier);
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
      {tier.pages.map(({ name, url }) => (
        <s-link key={url} href={url.startsWith("/") ? `https://${shop}${url}` : url}>
          {name}
        </s-link>
      ))}
    </s-stack>
  );
}
