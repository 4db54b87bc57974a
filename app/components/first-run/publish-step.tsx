import { Banner, BlockStack, Button, Card, Link, Text } from "@shopify/polaris";
import { useCallback, useMemo } from "react";
import { describeProgram } from "#app/domain/program/describe/describe-program.ts";
import { useShopFormat } from "../formats.tsx";
import { useHost } from "../host/host.tsx";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { readDocument } from "../program/read-document.ts";
import { Sentences } from "../program/sentences.tsx";
import { programIn } from "../program/use-draft.ts";
import { useDeed } from "../use-deed.ts";
import { OwnOrdersCard } from "./own-orders-card.tsx";
import { revisionOf, type ShownFirstRun } from "./shown-first-run.ts";
import { StepEnd } from "./step-end.tsx";

/** The whole program in sentences, what it would have given, and the decision. */
export function PublishStep({ run }: { readonly run: ShownFirstRun }) {
  const t = useTexts(firstRunTexts);
  const parts = useTexts(programTexts).parts;
  const language = useLanguage();
  const { currency } = useShopFormat();
  const { goodsGroup } = useHost().abilities;
  const text = run.draft === null ? "" : run.draft.text;
  const program = useMemo(() => programIn(readDocument(text, currency)), [text, currency]);
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
          {program === null
            ? null
            : describeProgram(program, language, goodsGroup).map(({ part, sentences }) => (
                <Sentences key={part} title={parts[part]} sentences={sentences} />
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
