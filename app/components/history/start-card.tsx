import { useAppBridge } from "@shopify/app-bridge-react";
import { useRevalidator } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useState } from "react";
import { useHost } from "../host/host.tsx";
import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { ConfirmButton, DeedButton } from "./deed-button.tsx";
import type { History } from "./history.ts";

/** The decision after installing: shall what people bought before count? */
export function StartCard({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const skipped = history.state === "skipped";
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {skipped ? t.skippedTitle : t.startTitle}
        </Text>
        <Text as="p">{skipped ? t.skippedBody : t.startBody}</Text>
        <List type="number">
          {t.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        <OrderAge seesAllOrders={history.seesAllOrders} />
        <InlineStack gap="300">
          <DeedButton intent="start" label={t.start} done={t.started} primary />
          {skipped ? null : (
            <ConfirmButton
              intent="skip"
              label={t.skip}
              done={t.skippedDone}
              title={t.skipTitle}
              body={[t.skipBody]}
              keep={t.keepDeciding}
            />
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** How far back the app may look, and how it may look further. */
export function OrderAge({ seesAllOrders }: { readonly seesAllOrders: boolean }) {
  const t = useTexts(historyTexts);
  const { asksForOlderOrders } = useHost().abilities;
  if (!asksForOlderOrders || seesAllOrders) return <Text as="p">{t.allOrders}</Text>;
  return <AskForOlder />;
}

function AskForOlder() {
  const t = useTexts(historyTexts);
  const { request, outcome } = useOlderOrders();
  if (outcome === "granted") return <Text as="p">{t.allOrders}</Text>;
  return (
    <Banner tone="info" title={t.sixtyDaysTitle}>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{t.sixtyDaysBody}</Text>
        {outcome === "declined" ? <Text as="p">{t.declined}</Text> : null}
        <Button onClick={request}>{t.askForOlder}</Button>
      </BlockStack>
    </Banner>
  );
}

/** The platform asks the merchant itself. Where the app may not ask, that is a no as well. */
function useOlderOrders(): { request: () => void; outcome: "granted" | "declined" | null } {
  const bridge = useAppBridge();
  const { revalidate } = useRevalidator();
  const [outcome, setOutcome] = useState<"granted" | "declined" | null>(null);
  const ask = async (): Promise<void> => {
    const { result } = await bridge.scopes.request(["read_all_orders"]);
    setOutcome(result === "granted-all" ? "granted" : "declined");
    revalidate();
  };
  return {
    request: () => {
      ask().catch(() => setOutcome("declined"));
    },
    outcome,
  };
}
