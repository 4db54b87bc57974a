import { useMemo } from "preact/hooks";
import { say } from "../../../storefront/words/words.ts";
import { balanceAsides } from "../../../storefront/wording/balance.ts";
import { tierWords } from "../../../storefront/wording/tiers.ts";
import type { StaffClient } from "../../common/staff-client.ts";
import { staffWords, type Translate } from "../../common/staff-words.ts";
import { useShopper, type Shopper } from "../../common/use-shopper.ts";

interface CustomerCardProps {
  client: StaffClient;
  translate: Translate;
  onAdjust: () => void;
}

/** What this customer has, the tier and until when, and the way to adjust it. */
export function CustomerCard({ client, translate, onAdjust }: CustomerCardProps) {
  const { words, locale } = useMemo(() => staffWords(translate), [translate]);
  const shopper = useShopper(client.open, words, locale);
  return (
    <s-admin-block heading={translate("heading")} collapsedSummary={summary(shopper, translate)}>
      <s-stack gap="base">
        {shopper.phase === "loading" && <s-spinner accessibilityLabel={words.loading} />}
        {shopper.phase === "failed" && (
          <s-banner tone="critical">
            <s-text>{shopper.text}</s-text>
            <s-button onClick={shopper.retry}>{words.retry}</s-button>
          </s-banner>
        )}
        {shopper.phase === "ready" && (
          <Standing shopper={shopper} translate={translate} onAdjust={onAdjust} />
        )}
      </s-stack>
    </s-admin-block>
  );
}

function summary(shopper: Shopper, translate: Translate): string {
  if (shopper.phase !== "ready") return translate("heading");
  const { viewer } = shopper.state;
  return viewer.kind === "member" ? shopper.speech.points(viewer.available) : translate("notMember");
}

interface StandingProps {
  shopper: Extract<Shopper, { phase: "ready" }>;
  translate: Translate;
  onAdjust: () => void;
}

function Standing({ shopper: { state, speech }, translate, onAdjust }: StandingProps) {
  const { viewer, program } = state;
  if (viewer.kind !== "member") return <s-text>{translate("notMember")}</s-text>;
  const { tiers } = program;
  const tier = tiers === null || viewer.tier === null ? null : tierWords(speech, tiers, viewer.tier);
  const lines = [
    ...(tier === null ? [] : [tier.missing, ...tier.asides]),
    ...balanceAsides(speech, state, viewer),
  ];
  return (
    <>
      <s-stack direction="inline" gap="base" alignItems="center">
        <s-heading>{speech.points(viewer.available)}</s-heading>
        {viewer.worthMinor !== null && (
          <s-text color="subdued">
            {say(speech.words.worth, { money: speech.money(viewer.worthMinor) })}
          </s-text>
        )}
        {viewer.tier?.name != null && <s-badge>{viewer.tier.name}</s-badge>}
      </s-stack>
      <s-stack gap="small-300">
        {lines.map((line) => (
          <s-text key={line}>{line}</s-text>
        ))}
      </s-stack>
      <s-button onClick={onAdjust}>{translate("adjust")}</s-button>
    </>
  );
}
