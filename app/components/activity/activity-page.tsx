import { BlockStack, Box, Card, IndexTable, Link, Page, Select } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { activityTexts } from "../i18n/activity-texts.ts";
import { messageTexts } from "../i18n/messages/message-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { Listing } from "../listing.tsx";
import { NumberCell } from "../number-cell.tsx";
import { Pages } from "../pages.tsx";
import { ANY, useFilters } from "../use-filters.ts";
import { ActivityTabs } from "./activity-tabs.tsx";
import { DeliveryBadge, type DeliveryState } from "./delivery-state.tsx";
import { messageTitle, reasonWords } from "./message-words.ts";

export type BoxName = "inbox" | "outbox";

interface ListedDelivery {
  readonly id: string;
  readonly topic: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly createdAt: Instant;
}

interface ActivityPageProps {
  readonly box: BoxName;
  readonly deliveries: readonly ListedDelivery[];
  readonly next: string | null;
  /** How many there are in each state that is not done. */
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>;
}

/** What the shop told us and what we asked of it, newest first. */
export function ActivityPage({ box, deliveries, next, counts }: ActivityPageProps) {
  const t = useTexts(activityTexts);
  const { chosen, choose } = useFilters();
  const { count } = useFormats();
  const options = (["waiting", "delivering", "done", "refused", "parked"] as const).map((state) => {
    const number = counts[state];
    return {
      value: state,
      label: number === undefined ? t.states[state] : `${t.states[state]} (${count(number)})`,
    };
  });
  return (
    <Page title={t.title} fullWidth>
      <Card padding="0">
        <Box padding="300">
          <BlockStack gap="300" inlineAlign="start">
            <ActivityTabs shown={box} />
            <Select
              label={t.state}
              labelHidden
              options={[{ label: t.anyState, value: ANY }, ...options]}
              value={chosen("state")}
              onChange={(value) => choose("state", value)}
            />
          </BlockStack>
        </Box>
        <Deliveries box={box} deliveries={deliveries} />
        <Pages next={next} />
      </Card>
    </Page>
  );
}

function Deliveries({ box, deliveries }: Pick<ActivityPageProps, "box" | "deliveries">) {
  const t = useTexts(activityTexts);
  const words = useTexts(messageTexts);
  const { count, moment } = useFormats();
  return (
    <Listing
      called={{ singular: t.delivery, plural: t.title }}
      rows={deliveries.length}
      none={{ title: t.none, body: t.noneBody }}
      headings={[
        { title: t.topic },
        { title: t.state },
        { title: t.came },
        { title: t.attempts, alignment: "end" },
        { title: t.reason },
      ]}
    >
      {deliveries.map(({ id, topic, state, attempts, reason, createdAt }, index) => (
        <IndexTable.Row id={id} key={id} position={index}>
          <IndexTable.Cell>
            <Link dataPrimaryLink url={`/app/activity/${box}/${id}`} removeUnderline>
              {messageTitle(topic, words)}
            </Link>
          </IndexTable.Cell>
          <IndexTable.Cell>
            <DeliveryBadge state={state} />
          </IndexTable.Cell>
          <IndexTable.Cell>{moment(createdAt)}</IndexTable.Cell>
          <NumberCell text={count(attempts)} />
          <IndexTable.Cell>{reason === null ? null : reasonWords(reason, words)}</IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </Listing>
  );
}
