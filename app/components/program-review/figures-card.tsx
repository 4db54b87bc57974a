import { IndexTable } from "@shopify/polaris";
import { inLanguage, type Text } from "#app/domain/program/texts/text.ts";
import type { ReviewResult, ReviewSide } from "#app/domain/program-review/review-result.ts";
import { useFormats } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { reviewTexts } from "../i18n/publishing/review-texts.ts";
import { NumberCell } from "../number-cell.tsx";
import { TableCard } from "../table-card.tsx";
import { WideTable } from "../wide-table.tsx";
import { percentIn } from "./percent-in.ts";

/** The levels of both programs, the new one's first. */
export type ComparedLevels = readonly { readonly id: string; readonly name: Text }[];

/** What both programs would have given, side by side. */
export function FiguresCard({ result }: { readonly result: ReviewResult }) {
  const t = useTexts(reviewTexts);
  const language = useLanguage();
  const { count, money, change } = useFormats();
  const { before, after, salesMinor } = result;
  const share = percentIn(language);
  const giftsOf = ({ gifts }: ReviewSide) => gifts.reduce((sum, gift) => sum + gift.count, 0);
  const figure = (label: string, of: (side: ReviewSide) => number) => ({
    label,
    before: before === null ? null : count(of(before)),
    after: count(of(after)),
    difference: before === null ? null : change(of(after) - of(before)),
  });
  const worth = (label: string, text: (minor: number) => string) => ({
    label,
    before: before === null ? null : before.costMinor === null ? "–" : text(before.costMinor),
    after: after.costMinor === null ? "–" : text(after.costMinor),
    difference: null,
  });
  const rows = [
    figure(t.given, ({ earned }) => earned),
    figure(t.expired, ({ expired }) => expired),
    figure(t.outstanding, ({ outstanding }) => outstanding),
    worth(t.cost, money),
    worth(t.share, (minor) => share(minor, salesMinor)),
    ...(giftsOf(after) + (before === null ? 0 : giftsOf(before)) > 0 ? [figure(t.gifts, giftsOf)] : []),
  ];
  return (
    <TableCard title={t.figures} meaning={t.figuresMeaning}>
      <Comparison first={t.row} hasBefore={before !== null} rows={rows} />
    </TableCard>
  );
}

/** How many customers end on which level. */
export function LevelsCard({
  result,
  levels,
}: {
  readonly result: ReviewResult;
  readonly levels: ComparedLevels;
}) {
  const t = useTexts(reviewTexts);
  const language = useLanguage();
  const { count, change } = useFormats();
  const { before, after } = result;
  const ids = [...new Set([...after.levels, ...(before?.levels ?? [])].map(({ levelId }) => levelId))];
  if (ids.length === 0) return null;
  const on = (side: ReviewSide, id: string | null) =>
    side.levels.filter(({ levelId }) => levelId === id).reduce((sum, { people }) => sum + people, 0);
  const rows = ids.map((id) => ({
    label: levelName(levels, id, language) ?? t.noTier,
    before: before === null ? null : count(on(before, id)),
    after: count(on(after, id)),
    difference: before === null ? null : change(on(after, id) - on(before, id)),
  }));
  return (
    <TableCard title={t.levels} meaning={null}>
      <Comparison first={t.tier} hasBefore={before !== null} rows={rows} />
    </TableCard>
  );
}

/** What a level is called in the program that has it, the new one first. */
export function levelName(
  levels: ComparedLevels,
  levelId: string | null,
  language: "en" | "de",
): string | null {
  const found = levels.find(({ id }) => id === levelId);
  return found === undefined ? null : inLanguage(found.name, language);
}

interface Row {
  readonly label: string;
  readonly before: string | null;
  readonly after: string;
  readonly difference: string | null;
}

interface ComparisonProps {
  readonly first: string;
  readonly hasBefore: boolean;
  readonly rows: readonly Row[];
}

function Comparison({ first, hasBefore, rows }: ComparisonProps) {
  const t = useTexts(reviewTexts);
  const end = (title: string) => ({ title, alignment: "end" as const });
  return (
    <WideTable>
      <IndexTable
        selectable={false}
        itemCount={rows.length}
        headings={
          hasBefore
            ? [{ title: first }, end(t.live), end(t.draft), end(t.difference)]
            : [{ title: first }, end(t.draft)]
        }
      >
        {rows.map(({ label, before, after, difference }, index) => (
          <IndexTable.Row id={label} key={label} position={index}>
            <IndexTable.Cell>{label}</IndexTable.Cell>
            {hasBefore ? <NumberCell text={before ?? "–"} /> : null}
            <NumberCell text={after} />
            {hasBefore ? <NumberCell text={difference ?? "–"} /> : null}
          </IndexTable.Row>
        ))}
      </IndexTable>
    </WideTable>
  );
}
