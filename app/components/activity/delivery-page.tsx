import { BlockStack, Box, Button, Card, InlineError, InlineStack, Link, Page, Text } from "@shopify/polaris";
import { useCallback } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { activityTexts } from "../i18n/activity-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import type { BoxName } from "./activity-page.tsx";
import { DeliveryBadge, type DeliveryState } from "./delivery-state.tsx";

interface ShownDelivery {
  readonly topic: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly memberId: string | null;
  readonly createdAt: Instant;
  readonly doneAt: Instant | null;
  readonly nextAttemptAt: Instant;
  readonly body: string;
  readonly reference: string | null;
  readonly deliveryId: string | null;
}

/** One message: what became of it, its content, and another try where it was parked. */
export function DeliveryPage({ box, delivery }: { readonly box: BoxName; readonly delivery: ShownDelivery }) {
  const t = useTexts(activityTexts);
  return (
    <Page
      title={delivery.topic}
      titleMetadata={<DeliveryBadge state={delivery.state} />}
      subtitle={t.boxes[box]}
      backAction={{ content: t.back, url: box === "inbox" ? "/app/activity" : "/app/activity?box=outbox" }}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t.facts}
            </Text>
            <Facts delivery={delivery} />
            {delivery.state === "parked" ? <Again /> : null}
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t.body}
            </Text>
            {delivery.body === "" ? (
              <Text as="p" tone="subdued">
                {t.bodyGone}
              </Text>
            ) : (
              <Box background="bg-surface-secondary" padding="300" borderRadius="200" overflowX="scroll">
                <pre className="regulars-content" tabIndex={0}>
                  {readable(delivery.body)}
                </pre>
              </Box>
            )}
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

function Facts({ delivery }: { readonly delivery: ShownDelivery }) {
  const t = useTexts(activityTexts);
  const { count, moment } = useFormats();
  const { memberId, reason, doneAt, reference, deliveryId, state } = delivery;
  const lines: readonly (readonly [string, string])[] = [
    [t.came, moment(delivery.createdAt)],
    ...(doneAt === null ? [] : [[t.finished, moment(doneAt)] as const]),
    [t.attempts, count(delivery.attempts)],
    ...(state === "waiting" ? [[t.nextAttempt, moment(delivery.nextAttemptAt)] as const] : []),
    ...(reason === null ? [] : [[t.reason, reason] as const]),
    ...(reference === null ? [] : [[t.reference, reference] as const]),
    ...(deliveryId === null ? [] : [[t.deliveryId, deliveryId] as const]),
  ];
  return (
    <BlockStack gap="100">
      {lines.map(([label, value]) => (
        <InlineStack key={label} align="space-between" gap="200">
          <Text as="span" tone="subdued">
            {label}
          </Text>
          <Text as="span" breakWord>
            {value}
          </Text>
        </InlineStack>
      ))}
      {memberId === null ? null : <Link url={`/app/members/${memberId}`}>{t.openMember}</Link>}
    </BlockStack>
  );
}

function Again() {
  const t = useTexts(activityTexts);
  const deed = useDeed(
    t.againDone,
    useCallback(() => undefined, []),
  );
  return (
    <InlineStack gap="300" blockAlign="center">
      <Button loading={deed.busy} onClick={() => deed.send({ intent: "again" })}>
        {t.again}
      </Button>
      <Text as="span" variant="bodySm" tone="subdued">
        {t.againHelp}
      </Text>
      {deed.refusal === null ? null : <InlineError fieldID="again" message={deed.refusal} />}
    </InlineStack>
  );
}

/** JSON laid out in lines; anything else as it is. Numbers stay as they were written: ids are long. */
function readable(body: string): string {
  const indentMany = (depth: number) => "\n" + "  ".repeat(depth);
  let depth = 0;
  let text = "";
  for (const [token] of body.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    if (token === "{" || token === "[") text += token + indentMany((depth += 1));
    else if (token === "}" || token === "]") text += indentMany((depth = Math.max(0, depth - 1))) + token;
    else if (token === ",") text += token + indentMany(depth);
    else text += token === ":" ? ": " : token;
  }
  return text.replace(/([{[])\s+([}\]])/g, "$1$2");
}
