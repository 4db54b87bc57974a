import { BlockStack, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { BesideCards } from "../layout/beside-cards.tsx";
import type { Compared } from "#app/queries/home/home-figures.ts";
import { useFormats } from "../formats.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { Figure } from "./figure.tsx";
import { PeriodChoice, usePeriodWords, type ShownPeriod } from "./period-choice.tsx";

export interface HomeFigures {
  readonly members: number;
  readonly joined: Compared;
  readonly issued: Compared;
  readonly redeemed: Compared;
  readonly outstanding: number;
  /** Null: no reward is worth money. */
  readonly outstandingValueMinor: number | null;
}

interface FiguresProps {
  readonly figures: HomeFigures;
  readonly period: ShownPeriod;
}

/** What the program did in a period, beside the one before, and how it stands. */
export function Figures({ figures, period }: FiguresProps) {
  const t = useTexts(homeTexts);
  const { count, money } = useFormats();
  const words = usePeriodWords(period);
  const compared = ({ before }: Compared) => words.before(count(before));
  return (
    <BlockStack gap="200">
      <BesideCards>
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <PeriodChoice period={period} />
        </InlineStack>
      </BesideCards>
      <InlineGrid columns={{ xs: 2, md: 3 }} gap="300">
        <Figure label={t.members} value={count(figures.members)} before={null} meaning={t.membersMeaning} />
        <Figure
          label={t.joined}
          value={count(figures.joined.now)}
          before={compared(figures.joined)}
          meaning={t.joinedMeaning}
        />
        <Figure
          label={t.issued}
          value={count(figures.issued.now)}
          before={compared(figures.issued)}
          meaning={t.issuedMeaning}
        />
        <Figure
          label={t.redeemed}
          value={count(figures.redeemed.now)}
          before={compared(figures.redeemed)}
          meaning={t.redeemedMeaning}
        />
        <Figure
          label={t.outstanding}
          value={count(figures.outstanding)}
          before={null}
          meaning={t.outstandingMeaning}
        />
        <Figure
          label={t.worth}
          value={figures.outstandingValueMinor === null ? "–" : money(figures.outstandingValueMinor)}
          before={null}
          meaning={t.worthMeaning}
        />
      </InlineGrid>
    </BlockStack>
  );
}
