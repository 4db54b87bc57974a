import { BlockStack, Card, InlineStack, ProgressBar, Spinner, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { useHost } from "../host/host.tsx";
import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { Discard } from "./discard.tsx";
import type { History } from "./history.ts";

/** How far it has come. Nobody has to wait at the page: it goes on by itself. */
export function ProgressCard({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const { state, reason, waitsForShop } = history;
  const { goodsGroup } = useHost().abilities;
  const title = state === "reading" ? t.reading : state === "previewing" ? t.previewing : t.booking;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {state === "reading" ? <Reading history={history} /> : <Counted history={history} />}
        {waitsForShop ? <Text as="p">{t.shopIsAsked[goodsGroup]}</Text> : null}
        {reason === null ? null : (
          <Text as="p" tone="caution">
            {t.waiting(reason)}
          </Text>
        )}
        <Text as="p" tone="subdued">
          {state === "booking" ? t.bookingGoesOn : t.goesOn}
        </Text>
        {state === "booking" ? null : (
          <InlineStack>
            <Discard />
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

/** How many orders there are is known at the end only. */
function Reading({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const { count } = useFormats();
  const { ordersRead, objects } = history;
  return (
    <InlineStack gap="300" blockAlign="center" wrap={false}>
      <Spinner size="small" accessibilityLabel={t.reading} />
      <Text as="p">
        {ordersRead > 0 ? t.ordersRead(ordersRead, count(ordersRead)) : t.gathering(count(objects))}
      </Text>
    </InlineStack>
  );
}

function Counted({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const { count } = useFormats();
  const { people, foreseen, booked, setAside } = history.counts;
  const done = setAside + (history.state === "booking" ? booked : foreseen);
  const percent = people === 0 ? 0 : Math.floor((done * 100) / people);
  const text = t.peopleDone(count(done), count(people));
  return (
    <BlockStack gap="200">
      <ProgressBar progress={percent} size="small" ariaLabelledBy="history-progress" />
      <Text as="p" id="history-progress">
        {text}
      </Text>
    </BlockStack>
  );
}
