import { BlockStack, Box, List, Text } from "@shopify/polaris";
import {
  type FirstFigures,
  giveBack,
  MUCH_GIVEN_BACK,
  unitsOf,
} from "#app/domain/first-run/first-choices.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { Rational } from "#app/domain/rational.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { useShares } from "../customers/use-shares.ts";
import { formatsOf } from "../formats.tsx";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { Sentence } from "../program/sentence.tsx";
import { useShortMoney } from "./use-short-money.ts";

interface FigureSentencesProps {
  readonly figures: FirstFigures;
  /** The program with these figures. */
  readonly program: Program;
}

/** What the three figures mean, and what of the money spent they give back. */
export function FigureSentences({ figures, program }: FigureSentencesProps) {
  const t = useTexts(firstRunTexts);
  const language = useLanguage();
  const { points } = formatsOf(language, program);
  const short = useShortMoney();
  const written = useShares();
  const { unitMinor, rewardMinor } = unitsOf(program.currency);
  const { pointsPerUnit, rewardCost } = figures;
  const spentMinor = Math.ceil(rewardCost / pointsPerUnit) * unitMinor;
  const share = giveBack(figures);
  const levels = program.tiers === null ? [] : program.tiers.levels;
  const [, first] = levels;
  const highest = levels.at(-1);
  return (
    <BlockStack gap="300">
      <List>
        <List.Item>
          <Sentence text={t.earnSays(short(unitMinor), points(pointsPerUnit))} />
        </List.Item>
        <List.Item>
          <Sentence text={t.costSays(points(rewardCost), short(rewardMinor), short(spentMinor))} />
        </List.Item>
        {first === undefined ? null : (
          <List.Item>
            <Sentence
              text={t.levelSays(
                inLanguage(first.name, language),
                short(first.from),
                written("share", more(first.multiplier)),
              )}
            />
          </List.Item>
        )}
      </List>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t.giveBack}
          </Text>
          <div role="status">
            <Sentence
              text={t.giveBackSays(
                written("share", share),
                short(100 * unitMinor),
                short(Math.round(100 * unitMinor * share)),
              )}
            />{" "}
            {highest === undefined
              ? null
              : t.giveBackTiers(written("share", share * (1 + more(highest.multiplier))))}
          </div>
          {share > MUCH_GIVEN_BACK ? (
            <Text as="p" tone="caution">
              {t.giveBackMuch}
            </Text>
          ) : null}
        </BlockStack>
      </Box>
    </BlockStack>
  );
}

/** How much more a multiplier gives: 1.25 are 0.25. */
function more({ num, den }: Rational): number {
  return Number(num) / Number(den) - 1;
}
