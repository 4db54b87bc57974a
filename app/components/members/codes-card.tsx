import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { LAPSED, type RewardCodeState } from "#app/domain/books/codes.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { messageTexts } from "../i18n/messages/message-texts.ts";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { CancelCode } from "./cancel-code.tsx";
import { CodeBadge } from "./code-badge.tsx";

export interface ShownCode {
  readonly code: string;
  readonly rewardName: string;
  readonly points: number;
  readonly returnedPoints: number;
  readonly state: RewardCodeState;
  readonly stateReason: string | null;
  readonly expiresAt: Instant | null;
  readonly orderName: string | null;
}

export function CodesCard({ codes }: { readonly codes: readonly ShownCode[] }) {
  const t = useTexts(memberPageTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.codes}
        </Text>
        {codes.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noCodes}
          </Text>
        ) : null}
        {codes.map((code) => (
          <CodeLine key={code.code} code={code} />
        ))}
      </BlockStack>
    </Card>
  );
}

function CodeLine({ code }: { readonly code: ShownCode }) {
  const t = useTexts(memberPageTexts);
  const { reasons } = useTexts(messageTexts);
  const { points, lastDay } = useFormats();
  const notes = [
    ...(code.points === 0 ? [] : [points(code.points)]),
    ...(code.orderName === null ? [] : [t.usedIn(code.orderName)]),
    ...(code.expiresAt === null || code.state !== "issued" ? [] : [t.validUntil(lastDay(code.expiresAt))]),
    ...(code.stateReason === null || code.stateReason === LAPSED
      ? []
      : [reasons.get(code.stateReason) ?? code.stateReason]),
  ];
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <BlockStack gap="050">
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="medium">
            {code.rewardName}
          </Text>
          <CodeBadge code={code} />
        </InlineStack>
        <Text as="span" variant="bodySm" tone="subdued" breakWord>
          {[code.code, ...notes].join(" · ")}
        </Text>
      </BlockStack>
      {code.state === "issued" ? <CancelCode {...code} memberId={null} /> : null}
    </InlineStack>
  );
}
