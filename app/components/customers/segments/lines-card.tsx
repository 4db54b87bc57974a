import { BlockStack, Button, Card, Divider, InlineStack, Select, Text } from "@shopify/polaris";
import { FACTS } from "#app/domain/customers/facts/facts.ts";
import type { SegmentEntry } from "#app/domain/customers/segments/shop-segments.ts";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { errorWords } from "../../program/editor/error-words.ts";
import { ConditionLine, type NamedSegment } from "./condition-line.tsx";
import type { ReadEntry } from "./read-entry.ts";
import { beginFact, linesOf, withLines, type Lines } from "./segment-draft.ts";

interface LinesCardProps {
  readonly entry: SegmentEntry;
  readonly read: ReadEntry;
  readonly others: readonly NamedSegment[];
  readonly put: (entry: SegmentEntry) => void;
}

/** Who belongs to a segment, a line for each condition. */
export function LinesCard({ entry, read, others, put }: LinesCardProps) {
  const t = useTexts(segmentTexts);
  const language = useLanguage();
  const lines = linesOf(entry);
  const { together, rows } = lines;
  const write = (changed: Partial<Lines>) => put(withLines(entry, { ...lines, ...changed }));
  const errorOf = (index: number) => {
    const error = read.errors.find(({ path }) => isOfLine(path, entry, index));
    return error === undefined ? null : errorWords(error.allowed, language);
  };
  const [first] = FACTS;
  const [some] = others;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t.who}
        </Text>
        <Select
          label={t.together}
          options={[
            { value: "all", label: t.all },
            { value: "any", label: t.any },
          ]}
          value={together}
          onChange={(chosen) => write({ together: chosen === "any" ? "any" : "all" })}
        />
        {rows.length === 0 ? <Text as="p">{t.noLines}</Text> : null}
        {rows.map((row, index) => (
          // Lines have no name of their own: their place is it.
          <BlockStack gap="400" key={index}>
            <Divider />
            <ConditionLine
              number={index + 1}
              row={row}
              others={others}
              error={errorOf(index)}
              put={(changed) => write({ rows: rows.map((one, place) => (place === index ? changed : one)) })}
              remove={() => write({ rows: rows.filter((_, place) => place !== index) })}
            />
          </BlockStack>
        ))}
        <InlineStack gap="200">
          {first === undefined ? null : (
            <Button onClick={() => write({ rows: [...rows, beginFact(first)] })}>{t.addFact}</Button>
          )}
          {some === undefined ? null : (
            <Button onClick={() => write({ rows: [...rows, { segment: some.id }] })}>{t.addSegment}</Button>
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** An error's place, below the segment, is that of a line: what stands alone is its first. */
function isOfLine(path: string, entry: SegmentEntry, index: number): boolean {
  for (const together of ["all", "any"]) {
    const place = `where.${together}[${String(index)}]`;
    if (path === place || path.startsWith(`${place}.`)) return linesOf(entry).together === together;
  }
  const isListed = path.startsWith("where.all[") || path.startsWith("where.any[");
  return index === 0 && path.startsWith("where") && !isListed;
}
