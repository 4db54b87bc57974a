import type { Words } from "../../storefront/words/words.ts";
import type { Shopper } from "./use-shopper.ts";

/** While nothing is known yet: a place held for it, or what went wrong and a way to try again. */
export function WaitOrFail({
  shopper,
  words,
}: {
  shopper: Exclude<Shopper, { phase: "ready" }>;
  words: Words;
}) {
  if (shopper.phase === "loading") {
    return <s-skeleton-paragraph content={words.loading} />;
  }
  return (
    <s-banner tone="critical">
      <s-stack gap="small">
        <s-text>{shopper.text}</s-text>
        <s-button onClick={shopper.retry}>{words.retry}</s-button>
      </s-stack>
    </s-banner>
  );
}
