import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useCallback } from "react";
import { FIRST_STEPS, type FirstStep } from "#app/domain/first-run/first-run.ts";
import { useFormats } from "../formats.tsx";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";

const FIRST_RUN = "/app/first-run";

/** A set-up that was left in the middle: where it goes on, or that it is not wanted. */
export function FirstRunCard({ step }: { readonly step: FirstStep }) {
  const t = useTexts(firstRunTexts);
  const { count } = useFormats();
  const deed = useDeed(
    (done) => (done === "finish" ? t.finished : t.skipped),
    useCallback(() => undefined, []),
    FIRST_RUN,
  );
  const place = FIRST_STEPS.indexOf(step) + 1;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.todo}
        </Text>
        <Text as="p">{t.todoBody(count(place), count(FIRST_STEPS.length), t.steps[step])}</Text>
        <InlineStack gap="300">
          <Button variant="primary" url={FIRST_RUN}>
            {t.goOn}
          </Button>
          <Button
            loading={deed.busy}
            onClick={() => deed.send({ intent: step === "shop" ? "finish" : "skip" })}
          >
            {step === "shop" ? t.done : t.skip}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
