import { Banner, BlockStack, Button, Card, FormLayout, Link, Text, TextField } from "@shopify/polaris";
import { useCallback, useEffect, useMemo, useState } from "react";
import {
  type FirstChoices,
  type FirstFigure,
  type FirstFigures,
  readFigures,
  unitsOf,
} from "#app/domain/first-run/first-choices.ts";
import { firstProgram } from "#app/domain/first-run/first-program.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { useShopFormat } from "../formats.tsx";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { moneyCodec } from "../program/editor/codecs.ts";
import { useDeed } from "../use-deed.ts";
import { FigureSentences } from "./figure-sentences.tsx";
import { OwnOrdersCard } from "./own-orders-card.tsx";
import { revisionOf, type ShownFirstRun } from "./shown-first-run.ts";
import { useShortMoney } from "./use-short-money.ts";
import { StepEnd } from "./step-end.tsx";

interface FiguresStepProps {
  readonly run: ShownFirstRun;
  readonly choices: FirstChoices;
}

/** Three figures, what they mean in sentences as they are typed, and what they would have given. */
export function FiguresStep({ run, choices }: FiguresStepProps) {
  const t = useTexts(firstRunTexts);
  const { typed, type, settle, wrong, figures, deed, goOn } = useFigures(run, choices);
  const program = useFirstProgram(run, { ...choices, figures: figures ?? choices.figures });
  const { currency } = useShopFormat();
  const short = useShortMoney();
  const { unitMinor, rewardMinor } = unitsOf(currency);
  if (run.draftIsElsewhere) return <EditedElsewhere />;
  const field = (name: FirstFigure, label: string, affix: { prefix?: string; suffix?: string }) => (
    <TextField
      label={label}
      inputMode={name === "firstLevel" ? "decimal" : "numeric"}
      autoComplete="off"
      value={typed[name]}
      onChange={(text) => type(name, text)}
      onBlur={settle}
      {...affix}
      {...(wrong.includes(name) ? { error: t.wrong[name] } : {})}
    />
  );
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <Text as="p">{t.figuresIntro(run.shopName)}</Text>
          <FormLayout>
            {field("pointsPerUnit", t.earn(short(unitMinor)), { suffix: program.pointsWord })}
            {field("rewardCost", t.cost(short(rewardMinor)), { suffix: program.pointsWord })}
            {field("firstLevel", t.level(program.firstLevelName), { prefix: currency })}
          </FormLayout>
          {figures === null ? null : <FigureSentences figures={figures} program={program.program} />}
        </BlockStack>
      </Card>
      <OwnOrdersCard run={run} program={program.program} />
      <StepEnd back="goal" refusal={deed.refusal}>
        <Button variant="primary" loading={deed.busy} onClick={goOn}>
          {t.next}
        </Button>
      </StepEnd>
    </BlockStack>
  );
}

function EditedElsewhere() {
  const t = useTexts(firstRunTexts);
  const deed = useDeed(
    null,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="400">
      <Banner tone="info">
        <Text as="p">
          {t.editedElsewhere} <Link url="/app/program">{t.openDraft}</Link>
        </Text>
      </Banner>
      <StepEnd back="goal" refusal={deed.refusal}>
        <Button
          variant="primary"
          loading={deed.busy}
          onClick={() => deed.send({ intent: "step", step: "publish" })}
        >
          {t.next}
        </Button>
      </StepEnd>
    </BlockStack>
  );
}

/** What is typed; it is kept whenever somebody leaves a field, so that nothing is lost and it can be tried. */
function useFigures(run: ShownFirstRun, { figures: kept }: FirstChoices) {
  const language = useLanguage();
  const { currency } = useShopFormat();
  const [typed, setTyped] = useState(() => shownFigures(kept, language));
  const [settled, setSettled] = useState(false);
  const deed = useDeed(
    null,
    useCallback(() => undefined, []),
  );
  const read = readFigures(plainFigures(typed, language), currency);
  const figures = read.ok ? read.figures : null;
  const send = (step: "figures" | "publish") => {
    if (figures === null) return;
    const { pointsPerUnit, rewardCost, firstLevel } = figures;
    deed.send({
      ...{ intent: "figures", step, firstLevel, language, revision: revisionOf(run) },
      pointsPerUnit: String(pointsPerUnit),
      rewardCost: String(rewardCost),
    });
  };
  const differs = figures !== null && JSON.stringify(figures) !== JSON.stringify(kept);
  const { busy, refusal } = deed;
  useEffect(() => {
    // One after the other: each is told with the revision the one before has made.
    if (!settled || busy) return;
    setSettled(false);
    if (differs && refusal === null) send("figures");
  });
  return {
    typed,
    type: (name: FirstFigure, text: string) => setTyped((before) => ({ ...before, [name]: text })),
    settle: () => setSettled(true),
    wrong: read.ok ? [] : read.wrong,
    figures,
    deed,
    goOn: () => send("publish"),
  };
}

type Typed = Readonly<Record<FirstFigure, string>>;

function shownFigures({ pointsPerUnit, rewardCost, firstLevel }: FirstFigures, language: "en" | "de"): Typed {
  return {
    pointsPerUnit: String(pointsPerUnit),
    rewardCost: String(rewardCost),
    firstLevel: moneyCodec.show(firstLevel, language),
  };
}

/** An amount is typed as the reader's language writes it. */
function plainFigures(typed: Typed, language: "en" | "de"): Typed {
  const amount = moneyCodec.read(typed.firstLevel, language);
  return {
    pointsPerUnit: typed.pointsPerUnit.trim(),
    rewardCost: typed.rewardCost.trim(),
    firstLevel: typeof amount === "string" ? amount : "",
  };
}

/** The program as it would be with these figures. */
function useFirstProgram({ shopName }: ShownFirstRun, choices: FirstChoices) {
  const language = useLanguage();
  const { currency, timezone } = useShopFormat();
  const key = JSON.stringify(choices);
  return useMemo(() => {
    const parsed = parseProgram(firstProgram(choices, { name: shopName, currency, timezone, language }));
    if (!parsed.ok) throw new Error("A first program is right whatever is chosen.");
    return named(parsed.program, language);
    // The choices are made anew at every drawing and say the same while nothing was typed.
  }, [key, shopName, currency, timezone, language]);
}

function named(program: Program, language: "en" | "de") {
  const level = program.tiers?.levels[1];
  return {
    program,
    pointsWord: inLanguage(program.pointsName, language).other,
    firstLevelName: level === undefined ? "" : inLanguage(level.name, language),
  };
}
