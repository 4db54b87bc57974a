import { BlockStack, Box, Button, Card, InlineError, InlineStack, Link, Page, Text } from "@shopify/polaris";
import { useCallback } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { activityTexts } from "../i18n/activity-texts.ts";
import { messageTexts } from "../i18n/messages/message-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import type { BoxName } from "./activity-page.tsx";
import { DeliveryBadge, type DeliveryState } from "./delivery-state.tsx";
import { layOutJson } from "./lay-out-json.ts";
import { messageTitle, reasonWords } from "./message-words.ts";

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
  const words = useTexts(messageTexts);
  return (
    <Page
      title={messageTitle(delivery.topic, words)}
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
            <Lines lines={technicalLines(delivery, t, words)} />
            {delivery.body === "" ? (
              <Text as="p" tone="subdued">
                {t.bodyGone}
              </Text>
            ) : (
              <Box background="bg-surface-secondary" padding="300" borderRadius="200" overflowX="scroll">
                <pre className="regulars-content" tabIndex={0}>
                  {layOutJson(delivery.body)}
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
  const words = useTexts(messageTexts);
  const { count, moment } = useFormats();
  const { memberId, reason, doneAt, state } = delivery;
  const lines: readonly Line[] = [
    [t.came, moment(delivery.createdAt)],
    ...(doneAt === null ? [] : [[t.finished, moment(doneAt)] as const]),
    [t.attempts, count(delivery.attempts)],
    ...(state === "waiting" ? [[t.nextAttempt, moment(delivery.nextAttemptAt)] as const] : []),
    ...(reason === null ? [] : [[t.reason, reasonWords(reason, words)] as const]),
  ];
  return (
    <BlockStack gap="100">
      <Lines lines={lines} />
      {memberId === null ? null : <Link url={`/app/members/${memberId}`}>{t.openMember}</Link>}
    </BlockStack>
  );
}

/** What helps whoever looks after the app: the names and reasons as the machines say them. */
function technicalLines(
  { topic, reason, reference, deliveryId }: ShownDelivery,
  t: (typeof activityTexts)["en"],
  words: (typeof messageTexts)["en"],
): readonly Line[] {
  return [
    [words.technicalTopic, topic],
    ...(reason === null ? [] : [[words.technicalReason, reason] as const]),
    ...(reference === null ? [] : [[t.reference, reference] as const]),
    ...(deliveryId === null ? [] : [[t.deliveryId, deliveryId] as const]),
  ];
}

type Line = readonly [string, string];

function Lines({ lines }: { readonly lines: readonly Line[] }) {
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
