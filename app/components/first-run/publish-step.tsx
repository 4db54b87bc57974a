import { Banner, BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import { useCallback } from "react";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { Sentences } from "../program/sentences.tsx";
import { outlineIn, useReading } from "../program/use-reading.ts";
import { useDeed } from "../use-deed.ts";
import { OwnOrdersCard } from "./own-orders-card.tsx";
import { revisionOf, type ShownFirstRun } from "./shown-first-run.ts";
import { StepEnd } from "./step-end.tsx";

/** The whole program in sentences, what it would have given, and the decision. */
export function PublishStep({ run }: { readonly run: ShownFirstRun }) {
  const t = useTexts(firstRunTexts);
  const programs = useTexts(programTexts);
  const reading = useReading(run.draft === null ? null : run.draft.text);
  const program = outlineIn(reading.told);
  const deed = useDeed(
    t.published,
    useCallback(() => undefined, []),
  );
  const problem = deed.problemOf("program");
  return (
    <BlockStack gap="400">
      {problem === null ? null : <Banner tone="critical">{problem}</Banner>}
      <Card>
        <BlockStack gap="300">
          <Text as="p">{t.publishIntro}</Text>
          {reading.told === null ? (
            <Text as="p">{reading.failed ? programs.unreachedTitle : programs.beingRead}</Text>
          ) : null}
          {program?.parts.map(({ part, sentences }) => (
            <Sentences key={part} title={programs.parts[part]} sentences={sentences} />
          ))}
          <Link url="/app/program">{t.editMore}</Link>
        </BlockStack>
      </Card>
      {program === null ? null : <OwnOrdersCard run={run} program={program} />}
      <Card>
        <BlockStack gap="200">
          <Text as="p">{t.publishAfter}</Text>
          <Text as="p">{t.publishPast}</Text>
        </BlockStack>
      </Card>
      <StepEnd back="figures" refusal={deed.refusal}>
        <Button
          variant="primary"
          loading={deed.busy}
          disabled={program === null}
          onClick={() => deed.send({ intent: "publish", revision: revisionOf(run) })}
        >
          {t.publish}
        </Button>
      </StepEnd>
    </BlockStack>
  );
}
