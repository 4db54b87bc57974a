import { Banner, BlockStack, Button, InlineStack } from "@shopify/polaris";
import { BesideCards } from "../layout/beside-cards.tsx";
import { useCallback, type ReactNode } from "react";
import type { FirstStep } from "#app/domain/first-run/first-run.ts";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";

interface StepEndProps {
  /** Where the button back leads. */
  readonly back: FirstStep | null;
  readonly refusal: string | null;
  readonly children: ReactNode;
}

/** What a step ends with: the way back, the way on, and why it could not be gone. */
export function StepEnd({ back, refusal, children }: StepEndProps) {
  const t = useTexts(firstRunTexts);
  const deed = useDeed(
    null,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="300">
      {refusal === null ? null : <Banner tone="critical">{refusal}</Banner>}
      <BesideCards>
        <InlineStack align="space-between" gap="300">
          {back === null ? (
            <span />
          ) : (
            <Button loading={deed.busy} onClick={() => deed.send({ intent: "step", step: back })}>
              {t.back}
            </Button>
          )}
          <InlineStack gap="300">{children}</InlineStack>
        </InlineStack>
      </BesideCards>
    </BlockStack>
  );
}
