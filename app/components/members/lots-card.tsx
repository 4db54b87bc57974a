import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { MemberLot, ReinstatableLot } from "#app/queries/members/admin-member.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { ReasonModal } from "../reason-modal.tsx";

interface LotsCardProps {
  /** What people call the orders and levels that points come from, by cause. */
  readonly names: ReadonlyMap<string, string>;
  readonly lots: readonly MemberLot[];
  readonly reinstatable: readonly ReinstatableLot[];
}

/** Where the points come from, in the order in which they are spent. */
export function LotsCard({ names, lots, reinstatable }: LotsCardProps) {
  const t = useTexts(memberPageTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.lots}
        </Text>
        {lots.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noLots}
          </Text>
        ) : null}
        {lots.map((lot) => (
          <LotLine key={lot.lotId} lot={lot} names={names} />
        ))}
        {reinstatable.length === 0 ? null : (
          <Text as="h3" variant="headingSm">
            {t.reinstate}
          </Text>
        )}
        {reinstatable.map((lot) => (
          <ReinstateLine key={lot.lotId} lot={lot} names={names} />
        ))}
      </BlockStack>
    </Card>
  );
}

function LotLine({ lot, names }: { readonly lot: MemberLot } & Pick<LotsCardProps, "names">) {
  const t = useTexts(memberPageTexts);
  const { count, points, day, lastDay } = useFormats();
  const waiting = lot.availableAt === null ? t.waitsForFulfilment : t.availableFrom(day(lot.availableAt));
  const end = lot.expiresAt === null ? t.never : t.expires(lastDay(lot.expiresAt));
  const notes = lot.state === "pending" ? [waiting] : [end];
  return (
    <InlineStack align="space-between" gap="200" wrap={false}>
      <BlockStack gap="050">
        <Text as="span">{t.causeName(lot.cause, names)}</Text>
        <Text as="span" variant="bodySm" tone="subdued">
          {notes.join(" · ")}
        </Text>
      </BlockStack>
      <Text as="span" numeric alignment="end">
        {lot.remaining === lot.points
          ? points(lot.points)
          : t.lotOf(count(lot.remaining), points(lot.points))}
      </Text>
    </InlineStack>
  );
}

function ReinstateLine({ lot, names }: { readonly lot: ReinstatableLot } & Pick<LotsCardProps, "names">) {
  const t = useTexts(memberPageTexts);
  const { points, day } = useFormats();
  const [asking, setAsking] = useState(false);
  const name = t.causeName(lot.cause, names);
  const expired = t.expiredOn(points(lot.points), day(lot.expiredAt));
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack gap="050">
        <Text as="span">{name}</Text>
        <Text as="span" variant="bodySm" tone="subdued">
          {expired}
        </Text>
      </BlockStack>
      <Button onClick={() => setAsking(true)} accessibilityLabel={`${t.reinstateAction}: ${name}`}>
        {t.reinstateAction}
      </Button>
      <ReasonModal
        open={asking}
        onClose={useCallback(() => setAsking(false), [])}
        title={t.reinstateTitle}
        body={`${name}: ${expired}`}
        action={t.reinstateAction}
        keep={t.reinstateKeep}
        reasonHelp={t.reasonHelp}
        done={t.done.reinstate}
        destructive={false}
        fields={{ intent: "reinstate", lotId: lot.lotId }}
      />
    </InlineStack>
  );
}
