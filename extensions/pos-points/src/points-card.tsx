import { useMemo } from "preact/hooks";
import { tierWords } from "../../../storefront/wording/tiers.ts";
import type { StaffClient } from "../../common/staff-client.ts";
import { staffWords, type Translate } from "../../common/staff-words.ts";
import { useShopper, type Shopper } from "../../common/use-shopper.ts";

interface PointsCardProps {
  client: StaffClient;
  translate: Translate;
  onRedeem: () => void;
}

/** What the person at the counter has, in one glance. */
export function PointsCard({ client, translate, onRedeem }: PointsCardProps) {
  const { words, locale } = useMemo(() => staffWords(translate), [translate]);
  const shopper = useShopper(client.open, words, locale);
  return (
    <s-pos-block heading={translate("heading")}>
      {shopper.phase === "loading" && <s-text>{words.loading}</s-text>}
      {shopper.phase === "failed" && (
        <s-stack gap="small">
          <s-text tone="critical">{shopper.text}</s-text>
          <s-button onClick={shopper.retry}>{words.retry}</s-button>
        </s-stack>
      )}
      {shopper.phase === "ready" && <Points shopper={shopper} translate={translate} onRedeem={onRedeem} />}
    </s-pos-block>
  );
}

interface PointsProps {
  shopper: Extract<Shopper, { phase: "ready" }>;
  translate: Translate;
  onRedeem: () => void;
}

function Points({ shopper: { state, speech }, translate, onRedeem }: PointsProps) {
  const { viewer, program } = state;
  if (viewer.kind !== "member") return <s-text>{translate("notMember")}</s-text>;
  const { tiers } = program;
  const canRedeem = program.rewards.some(({ claim }) => claim?.ok === true);
  return (
    <s-stack gap="small">
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-heading>{speech.points(viewer.available)}</s-heading>
        {viewer.tier?.name != null && <s-badge>{viewer.tier.name}</s-badge>}
      </s-stack>
      {tiers !== null && viewer.tier !== null && (
        <s-text>{tierWords(speech, tiers, viewer.tier).missing}</s-text>
      )}
      {canRedeem ? (
        <s-button variant="primary" onClick={onRedeem}>
          {translate("redeem.open")}
        </s-button>
      ) : (
        <s-text color="subdued">{translate("redeem.nothingYet")}</s-text>
      )}
    </s-stack>
  );
}
