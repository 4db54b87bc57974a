import { Balance } from "../../common/balance.tsx";
import type { ShopperClient } from "../../common/shopper-client.ts";
import { TierProgress } from "../../common/tier-progress.tsx";
import { useShopper, type Shopper } from "../../common/use-shopper.ts";
import { WaitOrFail } from "../../common/wait-or-fail.tsx";
import type { Words } from "../../../storefront/words/words.ts";

interface ProfileProps {
  client: ShopperClient;
  words: Words;
  locale: string;
  /** Where the full page is, and what the way there is called. */
  pageAddress: string;
  pageLabel: string;
}

/** Points and tier at a glance, and the way to everything else. */
export function Profile({ client, words, locale, pageAddress, pageLabel }: ProfileProps) {
  const shopper = useShopper(client.open, words, locale);
  if (shopper.phase !== "ready") return <WaitOrFail shopper={shopper} words={words} />;
  const { program } = shopper.state;
  return (
    <s-section heading={program.name}>
      <s-stack gap="base">
        <AtAGlance shopper={shopper} />
        <s-button href={pageAddress} variant="secondary">
          {pageLabel}
        </s-button>
      </s-stack>
    </s-section>
  );
}

function AtAGlance({ shopper }: { shopper: Extract<Shopper, { phase: "ready" }> }) {
  const { state, speech } = shopper;
  const { viewer, program } = state;
  if (viewer.kind !== "member") return <s-text>{speech.words.joinSignedIn}</s-text>;
  return (
    <s-stack gap="base">
      <Balance speech={speech} state={state} member={viewer} />
      {program.tiers !== null && viewer.tier !== null && (
        <TierProgress speech={speech} tiers={program.tiers} tier={viewer.tier} shop={shopper.shop} />
      )}
    </s-stack>
  );
}
