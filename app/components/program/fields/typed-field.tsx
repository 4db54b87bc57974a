import { TextField } from "@shopify/polaris";
import { useState } from "react";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { useFormats, useShopFormat } from "../../formats.tsx";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { decimalCodec, moneyCodec, shareCodec, textCodec, wholeCodec, type Codec } from "../editor/codecs.ts";
import { listAt, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing, useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

export type TypedSpec = Extract<
  FieldSpec,
  { type: "text" | "whole" | "decimal" | "percent" | "money" | "threshold" | "measure" | "share" }
>;

interface TypedFieldProps {
  readonly spec: TypedSpec;
  readonly place: DocumentPlace;
}

const CODECS: Readonly<Record<Exclude<TypedSpec["type"], "measure">, Codec>> = {
  text: textCodec,
  whole: wholeCodec,
  decimal: decimalCodec,
  percent: decimalCodec,
  money: moneyCodec,
  threshold: moneyCodec,
  share: shareCodec,
};

/** A figure or a text. What is typed stays as typed until it says something else than the document. */
export function TypedField({ spec, place }: TypedFieldProps) {
  const language = useLanguage();
  const { label, help } = useTexts(fieldTexts)[spec.words];
  const { value, error, set } = useField(place);
  const countsMoney = useGoalCount(place) === "value";
  const codec = spec.type === "measure" ? CODECS[countsMoney ? "money" : "whole"] : CODECS[spec.type];
  const [typed, setTyped] = useState(() => codec.show(value, language));
  const said = codec.read(typed, language);
  const shown = said === value || (said === undefined && value === "") ? typed : codec.show(value, language);
  const affixes = useAffixes(spec, countsMoney);
  return (
    <TextField
      label={label}
      {...(help === undefined ? {} : { helpText: help })}
      {...affixes}
      autoComplete="off"
      {...(spec.lines === undefined ? {} : { multiline: spec.lines })}
      {...(spec.type === "text" ? {} : { inputMode: "decimal" as const })}
      {...(spec.fallback === undefined ? {} : { placeholder: spec.fallback })}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        const read = codec.read(text, language);
        // A line that was added stays while it is empty.
        set(read === undefined && spec.added === true ? "" : read);
      }}
      {...(error === null ? {} : { error })}
    />
  );
}

/** What the goal of the challenge counts that a field is part of, or that it names beside it. */
function useGoalCount(place: DocumentPlace): unknown {
  const { document, program } = useEditing();
  const named = valueAt(document, [...place.slice(0, -1), "id"]);
  const challenge = listAt(program, ["challenges"]).find((one) => valueAt(one, ["id"]) === named);
  return valueAt(document, [...place.slice(0, 2), "goal", "count"]) ?? valueAt(challenge, ["goal", "count"]);
}

/** What stands before or after the figure: the currency, the points' name, days. */
function useAffixes(spec: TypedSpec, countsMoney: boolean): { prefix?: string; suffix?: string } {
  const { units } = useTexts(editorTexts);
  const pointsWord = usePointsWord();
  const { currency } = useShopFormat();
  const { document } = useEditing();
  switch (spec.type) {
    case "money":
      return { prefix: currency };
    case "threshold":
      return valueAt(document, ["tiers", "metric"]) === "points"
        ? { suffix: pointsWord }
        : valueAt(document, ["tiers", "metric"]) === "orders"
          ? { suffix: units.orders }
          : { prefix: currency };
    case "measure":
      return countsMoney ? { prefix: currency } : {};
    case "percent":
    case "share":
      return { suffix: "%" };
    case "decimal":
      return { suffix: "×" };
    case "whole":
      if (spec.unit === "points") return { suffix: pointsWord };
      return spec.unit === undefined ? {} : { suffix: units[spec.unit] };
    case "text":
      return {};
  }
}

/** What many points are called in the draft itself; while it is wrong, in what is live. */
function usePointsWord(): string {
  const { outline } = useEditing();
  const { pointsWord } = useFormats();
  const language = useLanguage();
  return outline === null ? pointsWord : inLanguage(outline.pointsName, language).other;
}
