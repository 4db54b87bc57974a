import { BlockStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { LevelStay } from "#app/domain/program/example-climb.ts";
import type { ExampleClimb } from "#app/queries/program/ladder-standing.ts";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { formatsOf } from "../../formats.tsx";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { ladderTexts } from "../../i18n/publishing/ladder-texts.ts";
import { Section } from "./section.tsx";

interface ClimbTimelineProps {
  readonly program: ProgramOutline;
  /** Of each level that has to be reached; lowest first. */
  readonly climbs: readonly ExampleClimb[];
}

/** Window, grace and falling, as one customer would live them: the engine says what happens on which day. */
export function ClimbTimeline({ program, climbs }: ClimbTimelineProps) {
  const t = useTexts(ladderTexts);
  const language = useLanguage();
  const { text, day } = formatsOf(language, program);
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = climbs.find(({ levelId }) => levelId === wanted) ?? climbs.at(-1);
  const [first] = shown?.stays ?? [];
  if (shown === undefined || first === undefined) return null;
  const name = (levelId: string | null) => {
    const level = program.tiers?.levels.find(({ id }) => id === levelId);
    return level === undefined ? null : text(level.name);
  };
  return (
    <Section title={t.timeline}>
      <BlockStack gap="300">
        {climbs.length < 2 ? null : (
          <Select
            label={t.timelineLevel}
            options={climbs.map(({ levelId }) => ({ label: name(levelId) ?? levelId, value: levelId }))}
            value={shown.levelId}
            onChange={setWanted}
          />
        )}
        <Text as="p">{t.timelineIntro(name(first.levelId) ?? t.noTier, day(first.since))}</Text>
        <ol className="regulars-timeline">
          {shown.stays.map((stay, index) => (
            <li key={stay.since}>
              <Stay program={program} stay={stay} name={name(stay.levelId)} first={index === 0} />
            </li>
          ))}
        </ol>
      </BlockStack>
    </Section>
  );
}

interface StayProps {
  readonly program: ProgramOutline;
  readonly stay: LevelStay;
  /** Null: on no level. */
  readonly name: string | null;
  readonly first: boolean;
}

function Stay({ program, stay: { since, until, graceUntil }, name, first }: StayProps) {
  const t = useTexts(ladderTexts);
  const { day, lastDay } = formatsOf(useLanguage(), program);
  const said = [
    ...(first || name === null ? [] : [t.falls(name)]),
    ...(name === null ? [t.fallsOut] : []),
    ...(name === null ? [] : [until === null ? t.forGood : t.validUntil(name, lastDay(until))]),
    ...(graceUntil === null || name === null ? [] : [t.graceUntil(lastDay(graceUntil), name)]),
  ];
  return (
    <>
      <Text as="p" fontWeight="semibold">
        {day(since)}
      </Text>
      <Text as="p">{first && name !== null ? t.reaches(name) : said[0]}</Text>
      {(first ? said : said.slice(1)).map((line) => (
        <Text as="p" key={line}>
          {line}
        </Text>
      ))}
    </>
  );
}
