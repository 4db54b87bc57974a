import { BlockStack, InlineGrid, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { LevelStanding } from "#app/domain/program-review/level-standing.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { LadderStanding } from "#app/queries/program/ladder-standing.ts";
import type { LadderOutline, LevelOutline, ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { formatsOf } from "../../formats.tsx";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { ladderTexts } from "../../i18n/publishing/ladder-texts.ts";
import { moneyCodec } from "../editor/codecs.ts";
import { valueAt } from "#app/domain/program/document/document-path.ts";
import { useProgramFrame } from "../frame-context.ts";
import { useEditing, useErrorAt } from "../editor/editing.tsx";
import { PLACES } from "#app/domain/program/document/entry-places.ts";
import { Sentence } from "../sentence.tsx";
import { ClimbTimeline } from "./climb-timeline.tsx";
import { Section } from "./section.tsx";
import { ThresholdSlider } from "./threshold-slider.tsx";
import { roomFor } from "./threshold-steps.ts";
import { useStanding } from "./use-standing.ts";

/** The levels on a scale of what members climb by, and who would stand where. */
export function Ladder() {
  const { draft } = useProgramFrame();
  const right = { outline: draft.outline, text: draft.reading.of };
  // A threshold that is being typed may be none for a moment: the ladder stays as it was last right.
  const [kept, setKept] = useState(right);
  if (right.outline !== null && right.outline !== kept.outline) setKept(right);
  const tiers = kept.outline?.tiers ?? null;
  if (kept.outline === null || tiers === null) return null;
  return <Scale program={kept.outline} tiers={tiers} text={kept.text} />;
}

interface ScaleProps {
  readonly program: ProgramOutline;
  readonly tiers: LadderOutline;
  /** The text that was read. */
  readonly text: string;
}

function Scale({ program, tiers, text }: ScaleProps) {
  const pages = useTexts(pageTexts);
  const t = useTexts(ladderTexts);
  const { count } = formatsOf(useLanguage(), program);
  const standing = useStanding(text);
  const top = useTop(tiers);
  return (
    <>
      <Section title={pages.ladder} help={pages.ladderHelp[tiers.metric]}>
        <BlockStack as="ol" gap="400">
          {tiers.levels.map((level, index) => (
            <li key={level.id} className="regulars-ladder__level">
              <Rung
                program={program}
                level={level}
                index={index}
                top={top}
                standing={standing}
                stood={standing?.levels.find(({ levelId }) => levelId === level.id) ?? null}
              />
            </li>
          ))}
        </BlockStack>
        <Text as="p" tone="subdued" variant="bodySm">
          {standing === null
            ? t.counting
            : standing.lookedAt < standing.members
              ? t.basisPart(count(standing.lookedAt), count(standing.members))
              : t.basis(count(standing.members))}
        </Text>
      </Section>
      {standing === null ? null : <ClimbTimeline program={program} climbs={standing.climbs} />}
    </>
  );
}

/** Where the scale ends: it grows with the highest threshold, and does not shrink under the hand that moves it. */
function useTop({ levels }: LadderOutline): number {
  const highest = Math.max(1, ...levels.map(({ from }) => from));
  const [top, setTop] = useState(1.5 * highest);
  // Whoever has moved the highest one to the end can go on.
  if (highest > top * 0.9) setTop(1.5 * highest);
  return Math.max(top, highest);
}

interface RungProps {
  readonly program: ProgramOutline;
  readonly level: LevelOutline;
  readonly index: number;
  readonly top: number;
  readonly standing: LadderStanding | null;
  readonly stood: LevelStanding | null;
}

function Rung({ program, level, index, top, standing, stood }: RungProps) {
  const pages = useTexts(pageTexts);
  const t = useTexts(ladderTexts);
  const language = useLanguage();
  const { text } = formatsOf(language, program);
  const name = text(level.name);
  return (
    <BlockStack gap="100">
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
      {index === 0 && level.from === 0 ? (
        <Text as="span" variant="bodySm" tone="subdued">
          {pages.ladderFromStart}
        </Text>
      ) : (
        <Threshold
          program={program}
          level={level}
          index={index}
          top={top}
          name={inLanguage(level.name, language)}
        />
      )}
      {level.benefits.length === 0 ? null : (
        <Text as="span" variant="bodySm">
          <Sentence text={t.brings(level.benefits.join(", "))} />
        </Text>
      )}
      {stood === null || standing === null ? null : (
        <Stood program={program} stood={stood} standing={standing} />
      )}
    </BlockStack>
  );
}

/** Typed or moved: both change the same place of the draft. */
function Threshold({
  program,
  level,
  index,
  top,
  name,
}: Pick<RungProps, "program" | "level" | "index" | "top"> & { readonly name: string }) {
  const t = useTexts(ladderTexts);
  const language = useLanguage();
  const { document, edit } = useEditing();
  const place = [...PLACES.levels, index, "from"];
  const value = valueAt(document, place);
  const error = useErrorAt(place);
  const [typed, setTyped] = useState(() => moneyCodec.show(value, language));
  const levels = program.tiers?.levels ?? [];
  const unit = unitOf(program);
  const startOf = (at: number) => {
    const other = levels[at];
    return other === undefined ? null : other.from / unit;
  };
  return (
    <InlineGrid columns={{ xs: 1, sm: "2fr 1fr" }} gap="300" alignItems="center">
      <ThresholdSlider
        label={t.move(name)}
        value={typeof value === "string" && Number(value) >= 0 ? Number(value) : level.from / unit}
        room={roomFor({ below: startOf(index - 1), above: startOf(index + 1), top: top / unit })}
        others={levels.filter((other) => other !== level && other.from > 0).map(({ from }) => from / unit)}
        worded={(moved) => thresholdText(moved * unit, program, language)}
        onMove={(moved) => edit(place, String(moved))}
      />
      <TextField
        label={t.threshold(name)}
        labelHidden
        autoComplete="off"
        inputMode="decimal"
        {...affix(program, language)}
        value={moneyCodec.read(typed, language) === value ? typed : moneyCodec.show(value, language)}
        onChange={(text) => {
          setTyped(text);
          edit(place, moneyCodec.read(text, language));
        }}
        {...(error === null ? {} : { error })}
      />
    </InlineGrid>
  );
}

/** Minor units in a whole one of what members climb by. */
function unitOf({ tiers, currencyDigits }: ProgramOutline): number {
  return tiers?.metric === "spend" ? 10 ** currencyDigits : 1;
}

/** `from`: in the metric's unit. */
function thresholdText(from: number, program: ProgramOutline, language: "en" | "de"): string {
  const { money, points, count } = formatsOf(language, program);
  switch (program.tiers?.metric) {
    case "points":
      return points(from);
    case "orders":
      return `${count(from)} ${ladderTexts[language].orders}`;
    case "spend":
    case undefined:
      return money(from);
  }
}

function affix({ tiers, currency, pointsName }: ProgramOutline, language: "en" | "de") {
  switch (tiers?.metric) {
    case "points":
      return { suffix: inLanguage(pointsName, language).other };
    case "orders":
      return { suffix: ladderTexts[language].orders };
    case "spend":
    case undefined:
      return { prefix: currency };
  }
}

function Stood({
  program,
  stood,
  standing,
}: {
  readonly program: ProgramOutline;
  readonly stood: LevelStanding;
  readonly standing: LadderStanding;
}) {
  const t = useTexts(ladderTexts);
  const language = useLanguage();
  const { count, money } = formatsOf(language, program);
  const percent = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const { people, welcomeMinor, extraMinor } = stood;
  const share = standing.lookedAt === 0 ? 0 : people / standing.lookedAt;
  const costs = [
    ...(welcomeMinor === null || welcomeMinor === 0 ? [] : [t.welcome(money(welcomeMinor))]),
    ...(extraMinor === null || extraMinor === 0 ? [] : [t.extra(money(extraMinor))]),
  ];
  return (
    <Text as="span" variant="bodySm" tone="subdued">
      {[t.stand(people, count(people), percent.format(share)), ...costs].join(" · ")}
    </Text>
  );
}
