import { FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { UNITS, type Fact } from "#app/domain/customers/facts/fact.ts";
import { findFact } from "#app/domain/customers/facts/facts.ts";
import { COMPARISON_WORDS } from "#app/domain/customers/segments/describe-segment.ts";
import { isComparison, type Comparison } from "#app/domain/customers/segments/parse-test.ts";
import { useShopFormat } from "../../formats.tsx";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { decimalCodec, moneyCodec, textCodec, wholeCodec, type Codec } from "../../program/editor/codecs.ts";
import { isList, isRecord } from "#app/domain/program/document/document-path.ts";
import {
  beginFact,
  comparedBy,
  comparisonOf,
  comparisonsFor,
  offeredFacts,
  withField,
} from "./segment-draft.ts";

interface FactLineProps {
  readonly row: Readonly<Record<string, unknown>>;
  readonly fact: Fact;
  readonly put: (row: unknown) => void;
}

/** A figure, how it is compared, and with what; of which time, where the figure has one. */
export function FactLine({ row, fact, put }: FactLineProps) {
  const t = useTexts(segmentTexts);
  const language = useLanguage();
  const by = comparisonOf(row);
  const words = comparisonsFor(fact.kind);
  return (
    <FormLayout>
      <Select
        label={t.fact}
        options={offeredFacts(fact.id).map(({ id, name }) => ({ value: id, label: name[language] }))}
        value={fact.id}
        helpText={fact.definition[language]}
        onChange={(id) => {
          const chosen = findFact(id);
          if (chosen !== null) put(beginFact(chosen));
        }}
      />
      {fact.asks.includes("activity") ? (
        <CodedField
          label={t.activity}
          codec={textCodec}
          value={row["activity"]}
          put={(value) => put(withField(row, "activity", orEmpty(value)))}
        />
      ) : null}
      <FormLayout.Group>
        <Select
          label={t.comparison}
          options={words.map((word) => ({ value: word, label: COMPARISON_WORDS[word][language] }))}
          {...(by === null ? {} : { value: by })}
          onChange={(chosen) => (isComparison(chosen) ? put(comparedBy(row, fact, chosen)) : undefined)}
        />
        {by === null ? null : <ValueField row={row} fact={fact} by={by} put={put} />}
      </FormLayout.Group>
      {fact.asks.includes("within") ? <WithinFields row={row} put={put} /> : null}
      {fact.asks.includes("times") ? (
        <CodedField
          label={t.times}
          codec={wholeCodec}
          value={row["times"]}
          put={(value) => put(withField(row, "times", value))}
        />
      ) : null}
      {ORDER_FIELDS.some((field) => row[field] !== undefined) ? (
        <Text as="p" tone="subdued">
          {t.certainOrders}
        </Text>
      ) : null}
    </FormLayout>
  );
}

/** A line that was begun keeps its fields while they are empty: what belongs there is said at it. */
function orEmpty(value: unknown): unknown {
  return value === undefined ? "" : value;
}

const ORDER_FIELDS = ["lines", "channels", "discounted", "returned"] as const;

function ValueField({ row, fact, by, put }: FactLineProps & { readonly by: Comparison }) {
  const t = useTexts(segmentTexts);
  const language = useLanguage();
  const { currency } = useShopFormat();
  const value = row[by];
  const set = (read: unknown) => put({ ...row, [by]: orEmpty(read) });
  if (by === "known" || fact.kind === "flag") {
    return (
      <Select
        label={t.value}
        options={[
          { value: "true", label: t.yes },
          { value: "false", label: t.no },
        ]}
        value={String(value)}
        onChange={(chosen) => set(chosen === "true")}
      />
    );
  }
  const codec = codecOf(fact);
  if (by === "anyOf") {
    return (
      <CodedField
        label={t.value}
        help={t.valuesHelp}
        codec={severalOf(codec)}
        value={value}
        put={(read) => put({ ...row, [by]: read ?? [] })}
      />
    );
  }
  const unit =
    fact.kind === "text" || fact.kind === "set" || fact.kind === "money" ? null : UNITS[fact.kind][language];
  return (
    <CodedField
      label={t.value}
      codec={codec}
      value={value}
      put={set}
      {...(fact.kind === "money" ? { prefix: currency } : {})}
      {...(unit === null ? {} : { suffix: unit })}
    />
  );
}

function codecOf({ kind }: Fact): Codec {
  switch (kind) {
    case "money":
      return moneyCodec;
    case "text":
    case "set":
    case "flag":
      return textCodec;
    default:
      return decimalCodec;
  }
}

/** Several values, with commas between them; German decimals have a semicolon between them instead. */
function severalOf(codec: Codec): Codec {
  const between = (language: "en" | "de") => (codec === textCodec || language === "en" ? "," : ";");
  return {
    show: (value, language) =>
      isList(value) ? value.map((one) => codec.show(one, language)).join(`${between(language)} `) : "",
    read: (text, language) =>
      text
        .split(between(language))
        .map((part) => codec.read(part.trim(), language))
        .filter((part) => part !== undefined),
  };
}

/** How far back a figure looks; nothing: ever. */
function WithinFields({ row, put }: Pick<FactLineProps, "row" | "put">) {
  const t = useTexts(segmentTexts);
  const within = isRecord(row["within"]) ? row["within"] : {};
  const unit = within["months"] === undefined ? "days" : "months";
  return (
    <FormLayout.Group>
      <CodedField
        label={t.within}
        help={t.withinHelp}
        codec={wholeCodec}
        value={within[unit]}
        put={(count) => put(withField(row, "within", count === undefined ? undefined : { [unit]: count }))}
      />
      <Select
        label={t.unit}
        options={[
          { value: "days", label: t.days },
          { value: "months", label: t.months },
        ]}
        value={unit}
        disabled={within[unit] === undefined}
        onChange={(chosen) => put(withField(row, "within", { [chosen]: within[unit] }))}
      />
    </FormLayout.Group>
  );
}

interface CodedFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly codec: Codec;
  readonly value: unknown;
  readonly put: (value: unknown) => void;
}

/** What is typed stays as typed until it says something else than the document. */
function CodedField({ label, help, codec, value, put, ...affixes }: CodedFieldProps) {
  const language = useLanguage();
  const [typed, setTyped] = useState(() => codec.show(value, language));
  const said = codec.read(typed, language);
  const isSame = JSON.stringify(said) === JSON.stringify(value) || (said === undefined && value === "");
  return (
    <TextField
      label={label}
      autoComplete="off"
      {...affixes}
      {...(help === undefined ? {} : { helpText: help })}
      value={isSame ? typed : codec.show(value, language)}
      onChange={(text) => {
        setTyped(text);
        put(codec.read(text, language));
      }}
    />
  );
}
