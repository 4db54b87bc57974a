import { BlockStack, Card, Link, List, Text } from "@shopify/polaris";
import type { ReviewResult } from "#app/domain/program-review/review-result.ts";
import { useFormats } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { reviewTexts } from "../i18n/publishing/review-texts.ts";
import { levelName, type ComparedLevels } from "./figures-card.tsx";

interface LosersProps {
  readonly result: ReviewResult;
  readonly levels: ComparedLevels;
  readonly names: Readonly<Record<string, string | null>>;
}

/** Who changes tier, and who would have had less: how many, and by name those it would have cost most. */
export function LosersCard({ result: { moves, losers }, levels, names }: LosersProps) {
  const t = useTexts(reviewTexts);
  const language = useLanguage();
  const { count, points } = useFormats();
  const level = (id: string | null) => levelName(levels, id, language) ?? t.noTier;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.moves}
        </Text>
        {moves.length === 0 ? <Text as="p">{t.noMoves}</Text> : null}
        <Lines
          lines={moves.map(({ people, toLevelId, fromLevelId }) =>
            t.move(people, count(people), level(toLevelId), level(fromLevelId)),
          )}
        />
        <Text as="h2" variant="headingMd">
          {t.losers}
        </Text>
        {losers.people === 0 ? (
          <Text as="p">{t.noLosers}</Text>
        ) : (
          <Text as="p">
            {t.losing(losers.people, count(losers.people), points(losers.points))}
            {losers.lowered === 0 ? "" : ` ${t.lowered(losers.lowered, count(losers.lowered))}`}
          </Text>
        )}
        {losers.most.length === 0 ? null : (
          <List>
            {losers.most.map((loser) => (
              <List.Item key={loser.memberId}>
                <Link url={`/app/members/${loser.memberId}`}>
                  {names[loser.memberId] ?? t.unnamed(loser.memberId)}
                </Link>
                {": "}
                {[
                  ...(loser.points === 0 ? [] : [t.losesPoints(points(loser.points))]),
                  ...(loser.fromLevelId === loser.toLevelId
                    ? []
                    : [t.losesLevel(level(loser.toLevelId), level(loser.fromLevelId))]),
                ].join(", ")}
              </List.Item>
            ))}
          </List>
        )}
      </BlockStack>
    </Card>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <List>
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}
