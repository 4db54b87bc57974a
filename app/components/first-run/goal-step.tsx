import { Banner, BlockStack, Button, Card, ChoiceList, Link, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { GOALS, KINDS } from "#app/domain/first-run/first-choices.ts";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import { revisionOf, type ShownFirstRun } from "./shown-first-run.ts";
import { StepEnd } from "./step-end.tsx";

/** What is wanted, and for what kind of shop: a ready-made program follows from both. */
export function GoalStep({ run }: { readonly run: ShownFirstRun }) {
  const t = useTexts(firstRunTexts);
  const language = useLanguage();
  const [goal, setGoal] = useState<string | null>(run.choices?.goal ?? null);
  const [kind, setKind] = useState<string | null>(run.choices?.kind ?? null);
  const [sent, setSent] = useState(false);
  const deed = useDeed(
    null,
    useCallback(() => undefined, []),
  );
  const missing = (chosen: string | null) => (sent && chosen === null ? { error: t.choose } : {});
  const choose = () => {
    setSent(true);
    if (goal !== null && kind !== null)
      deed.send({ intent: "choose", goal, kind, language, revision: revisionOf(run) });
  };
  return (
    <BlockStack gap="400">
      {run.draftIsElsewhere ? (
        <Banner tone="warning">
          <Text as="p">
            {t.replacesDraft} <Link url="/app/program">{t.openDraft}</Link>
          </Text>
        </Banner>
      ) : null}
      <Card>
        <BlockStack gap="400">
          <ChoiceList
            title={t.goalTitle}
            choices={GOALS.map((one) => ({
              label: t.goals[one].name,
              value: one,
              helpText: t.goals[one].body,
            }))}
            selected={goal === null ? [] : [goal]}
            onChange={([one]) => setGoal(one ?? null)}
            {...missing(goal)}
          />
          <Text as="p" tone="subdued">
            {t.noReferrals}
          </Text>
        </BlockStack>
      </Card>
      <Card>
        <ChoiceList
          title={t.kindTitle}
          choices={KINDS.map((one) => ({ label: t.kinds[one], value: one }))}
          selected={kind === null ? [] : [kind]}
          onChange={([one]) => setKind(one ?? null)}
          {...missing(kind)}
        />
      </Card>
      {run.past === "undecided" ? (
        <Card>
          <Text as="p">{t.readingPast}</Text>
        </Card>
      ) : null}
      <StepEnd back={null} refusal={deed.refusal}>
        <Button variant="primary" loading={deed.busy} onClick={choose}>
          {t.next}
        </Button>
      </StepEnd>
    </BlockStack>
  );
}
