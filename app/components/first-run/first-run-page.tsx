import { BlockStack, Box, Button, Layout, Page, ProgressBar, Text } from "@shopify/polaris";
import { BesideCards } from "../layout/beside-cards.tsx";
import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { FIRST_STEPS, type FirstStep } from "#app/domain/first-run/first-run.ts";
import { useFormats } from "../formats.tsx";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import { FiguresStep } from "./figures-step.tsx";
import { GoalStep } from "./goal-step.tsx";
import { PublishStep } from "./publish-step.tsx";
import { ShopStep } from "./shop-step.tsx";
import type { ShownFirstRun } from "./shown-first-run.ts";

interface FirstRunPageProps {
  readonly run: ShownFirstRun;
  /** Null: the shop has no editor in which shoppers' view is switched on. */
  readonly themeEditorUrl: string | null;
}

/** From an empty app to a program that shoppers see, step by step; what is done is kept with the shop. */
export function FirstRunPage({ run, themeEditorUrl }: FirstRunPageProps) {
  const t = useTexts(firstRunTexts);
  const { step, choices } = run;
  return (
    <Page title={t.title} narrowWidth {...(step === "shop" ? {} : { secondaryActions: <Skip /> })}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Where step={step} />
            {step === "goal" ? <GoalStep run={run} /> : null}
            {step === "figures" && choices !== null ? <FiguresStep run={run} choices={choices} /> : null}
            {step === "publish" ? <PublishStep run={run} /> : null}
            {step === "shop" ? <ShopStep run={run} themeEditorUrl={themeEditorUrl} /> : null}
            {step === "shop" ? null : (
              <Box paddingBlockEnd="600" paddingInline="400">
                <Text as="p" tone="subdued" alignment="center">
                  {t.leave}
                </Text>
              </Box>
            )}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** Which step this is; whoever goes from one to the next stands at its heading. */
function Where({ step }: { readonly step: FirstStep }) {
  const t = useTexts(firstRunTexts);
  const { count } = useFormats();
  const heading = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  const place = FIRST_STEPS.indexOf(step) + 1;
  return (
    <BesideCards>
      <BlockStack gap="200">
        <ProgressBar
          progress={(place / FIRST_STEPS.length) * 100}
          size="small"
          ariaLabelledBy="first-run-step"
        />
        <div ref={heading} tabIndex={-1} className="regulars-step">
          <Text as="p" tone="subdued" id="first-run-step">
            {t.stepOf(count(place), count(FIRST_STEPS.length))}
          </Text>
          <Text as="h2" variant="headingLg">
            {t.steps[step]}
          </Text>
        </div>
      </BlockStack>
    </BesideCards>
  );
}

function Skip() {
  const t = useTexts(firstRunTexts);
  const navigate = useNavigate();
  const deed = useDeed(
    t.skipped,
    useCallback(() => navigate("/app"), [navigate]),
  );
  return (
    <Button loading={deed.busy} onClick={() => deed.send({ intent: "skip" })}>
      {t.skip}
    </Button>
  );
}
