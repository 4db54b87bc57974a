import { BlockStack, Button, FormLayout, InlineStack, Select, Text } from "@shopify/polaris";
import { findFact } from "#app/domain/customers/facts/facts.ts";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { isRecord } from "#app/domain/program/document/document-path.ts";
import { FactLine } from "./fact-line.tsx";
import { JsonField } from "./json-field.tsx";

export interface NamedSegment {
  readonly id: string;
  readonly name: { readonly en: string; readonly de: string };
}

interface ConditionLineProps {
  readonly number: number;
  readonly row: unknown;
  /** Those that may be named: not the one that is edited. */
  readonly others: readonly NamedSegment[];
  readonly error: string | null;
  readonly put: (row: unknown) => void;
  readonly remove: () => void;
}

/** One condition: about a figure, about another segment, or whatever the document says besides. */
export function ConditionLine({ number, remove, error, ...line }: ConditionLineProps) {
  const t = useTexts(segmentTexts);
  return (
    <div role="group" aria-label={t.line(String(number))}>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {t.line(String(number))}
          </Text>
          <Button variant="plain" accessibilityLabel={t.removeLine(String(number))} onClick={remove}>
            {t.remove}
          </Button>
        </InlineStack>
        <LineFields {...line} />
        {error === null ? null : (
          <Text as="p" tone="critical">
            {error}
          </Text>
        )}
      </BlockStack>
    </div>
  );
}

function LineFields({ row, others, put }: Pick<ConditionLineProps, "row" | "others" | "put">) {
  const t = useTexts(segmentTexts);
  const fact = isRecord(row) && typeof row["fact"] === "string" ? findFact(row["fact"]) : null;
  if (isRecord(row) && fact !== null) return <FactLine row={row} fact={fact} put={put} />;
  const named = segmentOf(row);
  if (named !== null) return <SegmentLine {...named} others={others} put={put} />;
  return <JsonField label={t.other} value={row} put={put} />;
}

/** The segment a line asks for, or asks not to be in. */
function segmentOf(row: unknown): { readonly id: string; readonly isIn: boolean } | null {
  if (!isRecord(row)) return null;
  if (typeof row["segment"] === "string") return { id: row["segment"], isIn: true };
  const inside = row["not"];
  return isRecord(inside) && typeof inside["segment"] === "string"
    ? { id: inside["segment"], isIn: false }
    : null;
}

function SegmentLine({
  id,
  isIn,
  others,
  put,
}: {
  readonly id: string;
  readonly isIn: boolean;
} & Pick<ConditionLineProps, "others" | "put">) {
  const t = useTexts(segmentTexts);
  const language = useLanguage();
  const known = others.map((one) => ({ value: one.id, label: one.name[language] }));
  const options = known.some(({ value }) => value === id) ? known : [{ value: id, label: id }, ...known];
  const write = (to: string, belongs: boolean) => put(belongs ? { segment: to } : { not: { segment: to } });
  return (
    <FormLayout>
      <FormLayout.Group>
        <Select
          label={t.membership}
          options={[
            { value: "in", label: t.isIn },
            { value: "out", label: t.isNotIn },
          ]}
          value={isIn ? "in" : "out"}
          onChange={(chosen) => write(id, chosen === "in")}
        />
        <Select label={t.segment} options={options} value={id} onChange={(chosen) => write(chosen, isIn)} />
      </FormLayout.Group>
    </FormLayout>
  );
}
