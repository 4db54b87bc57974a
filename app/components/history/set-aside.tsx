import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { useHost } from "../host/host.tsx";
import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { DeedButton } from "./deed-button.tsx";
import type { History } from "./history.ts";

/** Whose past orders cannot be judged or booked, and why. The others do not wait for them. */
export function SetAside({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const { count } = useFormats();
  const { goodsGroup } = useHost().abilities;
  const { state, setAside } = history;
  const left = history.counts.setAside;
  if (left === 0 || state === "booking") return null;
  const isOver = state === "done";
  return (
    <Banner
      tone="warning"
      title={isOver ? t.setAsideTitle(left, count(left)) : t.withheldTitle(left, count(left))}
    >
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{isOver ? t.setAsideBody : t.withheldBody(goodsGroup)}</Text>
        <List>
          {setAside.map(({ name, reason }) => (
            <List.Item key={name}>
              {name}: {reason}
            </List.Item>
          ))}
        </List>
        {isOver ? <DeedButton intent="book" label={t.bookAgain} done={t.bookingStarted} /> : null}
      </BlockStack>
    </Banner>
  );
}
