import { BlockStack, Button, Divider, InlineStack, Select, Text } from "@shopify/polaris";
import { FACTS } from "#app/domain/customers/facts/facts.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { errorWords } from "../../program/editor/error-words.ts";
import { ConditionLine, type NamedSegment } from "./condition-line.tsx";
import { beginFact, conditionOf, isOfLine, linesOf, type Lines } from "./segment-draft.ts";

interface ConditionLinesProps {
  /** The condition as a document writes it; undefined: everybody. */
  readonly where: unknown;
  readonly errors: readonly DocumentError[];
  /** Where the condition stands in the document that the errors are about. */
  readonly prefix: string;
  /** What a condition without lines means. */
  readonly none: string;
  /** How its lines go together. */
  readonly together: string;
  readonly others: readonly NamedSegment[];
  readonly put: (where: unknown) => void;
}

/** A condition on customers, a line for each part of it. */
export function ConditionLines({ where, errors, prefix, others, put, ...words }: ConditionLinesProps) {
  const t = useTexts(segmentTexts);
  const language = useLanguage();
  const lines = linesOf(where);
  const { together, rows } = lines;
  const write = (changed: Partial<Lines>) => put(conditionOf({ ...lines, ...changed }));
  const errorOf = (index: number) => {
    const error = errors.find(({ path }) => isOfLine(path, prefix, where, index));
    return error === undefined ? null : errorWords(error.allowed, language);
  };
  const [first] = FACTS;
  const [some] = others;
  return (
    <BlockStack gap="400">
      <Select
        label={words.together}
        options={[
          { value: "all", label: t.all },
          { value: "any", label: t.any },
        ]}
        value={together}
        onChange={(chosen) => write({ together: chosen === "any" ? "any" : "all" })}
      />
      {rows.length === 0 ? <Text as="p">{words.none}</Text> : null}
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
  );
}
