import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { UsualMonth } from "#app/queries/journeys/estimate-of-journey.ts";
import { useFormats } from "../../formats.tsx";
import { estimateTexts } from "../../i18n/journeys/estimate-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { Section } from "../../program/pages/section.tsx";

interface EstimateCardProps {
  /** The journey as JSON; null: something is wrong with it. */
  readonly document: string | null;
}

/** What the journey would have come to in a usual month of the shop's own past: asked for, since it takes a moment. */
export function EstimateCard({ document }: EstimateCardProps) {
  const t = useTexts(estimateTexts);
  const fetcher = useFetcher<{ readonly month: UsualMonth | null }>();
  const busy = fetcher.state !== "idle";
  const month = busy ? undefined : fetcher.data?.month;
  return (
    <Section title={t.title} help={t.help}>
      <BlockStack gap="300">
        <div aria-live="polite">
          {month === undefined ? null : month === null ? (
            <Text as="p">{t.nobody}</Text>
          ) : (
            <Told month={month} />
          )}
        </div>
        <InlineStack>
          <Button
            loading={busy}
            disabled={document === null}
            onClick={() =>
              fetcher.submit(document === null ? "" : `{"document":${document}}`, {
                method: "post",
                action: "/app/journey/estimate",
                encType: "application/json",
              })
            }
          >
            {t.ask}
          </Button>
        </InlineStack>
      </BlockStack>
    </Section>
  );
}

function Told({ month }: { readonly month: UsualMonth }) {
  const t = useTexts(estimateTexts);
  const { count, points } = useFormats();
  const { begun, heldOut, rewards, tried, members, months } = month;
  return (
    <BlockStack gap="100">
      <Text as="p" fontWeight="semibold">
        {t.begun(count(begun))}
      </Text>
      {heldOut === 0 ? null : <Text as="p">{t.heldOut(count(heldOut))}</Text>}
      {month.points === 0 ? null : <Text as="p">{t.gives(points(month.points))}</Text>}
      {rewards === 0 ? null : <Text as="p">{t.rewards(count(rewards))}</Text>}
      <Text as="p" tone="subdued">
        {tried < members
          ? t.basedOnSome(count(tried), count(members), months)
          : t.basedOn(count(tried), months)}
      </Text>
    </BlockStack>
  );
}
