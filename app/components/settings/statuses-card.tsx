import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, ChoiceList, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useHost } from "../host/host.tsx";
import { useTexts } from "../i18n/language.tsx";
import { settingsTexts } from "../i18n/settings-texts.ts";

interface StatusesCardProps {
  readonly paid: readonly string[];
  readonly handedOver: readonly string[];
  readonly onPaid: (statuses: string[]) => void;
  readonly onHandedOver: (statuses: string[]) => void;
}

interface Answer {
  /** Null: the shop could not be asked. */
  readonly statuses:
    readonly { readonly status: string; readonly name: string | null; readonly inUse: boolean }[] | null;
}

/** What the merchant's own statuses of orders mean: only they know. The shop says what they are called. */
export function StatusesCard({ paid, handedOver, onPaid, onHandedOver }: StatusesCardProps) {
  const t = useTexts(settingsTexts);
  const { ownStatuses } = useHost().abilities;
  const told = useToldStatuses();
  const choices = (values: readonly string[], chosen: readonly string[], numbered: (no: string) => string) =>
    values
      // One that orders cannot be given is no choice, unless it was one.
      .filter((value) => told?.get(value)?.inUse !== false || chosen.includes(value))
      .map((value) => ({
        value,
        label: told?.get(value)?.name ?? numbered(value.slice(value.lastIndexOf("_") + 1)),
      }));
  const payment = choices(ownStatuses.payment, paid, t.ownPaymentStatus);
  const fulfillment = choices(ownStatuses.fulfillment, handedOver, t.ownFulfillmentStatus);
  return (
    <Card>
      <BlockStack gap="400">
        {payment.length + fulfillment.length === 0 ? <Text as="p">{t.noOwnStatuses}</Text> : null}
        {payment.length === 0 ? null : (
          <ChoiceList
            allowMultiple
            title={t.paidStatuses}
            choices={payment}
            selected={[...paid]}
            onChange={onPaid}
          />
        )}
        {fulfillment.length === 0 ? null : (
          <ChoiceList
            allowMultiple
            title={t.handedOverStatuses}
            choices={fulfillment}
            selected={[...handedOver]}
            onChange={onHandedOver}
          />
        )}
      </BlockStack>
    </Card>
  );
}

/** By the shop system's own word; undefined until the shop has answered, and where it does not. */
function useToldStatuses() {
  const { load, data } = useFetcher<Answer>();
  useEffect(() => {
    load("/app/statuses");
  }, [load]);
  const statuses = data?.statuses;
  return statuses == null ? undefined : new Map(statuses.map((one) => [one.status, one]));
}
