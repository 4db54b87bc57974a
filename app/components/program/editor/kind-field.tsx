import { ChoiceList } from "@shopify/polaris";
import { choiceTexts } from "../../i18n/choice-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { type FieldName } from "../../i18n/field-texts-en.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { FormVariant } from "../forms/field-spec.ts";
import { isRecord, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useErrorAt, useField } from "./editing.tsx";

interface KindFieldProps {
  readonly variants: readonly FormVariant[];
  readonly words: FieldName;
  readonly base: DocumentPlace;
  /** The kind of an entry that names none. */
  readonly fallback?: string;
  /** An entry as another kind; what both know is kept. */
  readonly become?: (entry: unknown, variant: FormVariant) => unknown;
}

/** Another kind keeps what both kinds know, such as the points, and begins the rest. */
export function KindField({ variants, words, base, fallback, become = asKind }: KindFieldProps) {
  const choices = useTexts(choiceTexts);
  const { label } = useTexts(fieldTexts)[words];
  const { value, set } = useField(base);
  const error = useErrorAt([...base, "kind"]);
  const kind = valueAt(value, ["kind"]) ?? fallback;
  return (
    <ChoiceList
      title={label}
      choices={variants.map((one) => {
        const { label, help } = choices[one.words];
        return { value: one.value, label, ...(help === undefined ? {} : { helpText: help }) };
      })}
      selected={typeof kind === "string" ? [kind] : []}
      onChange={([next]) => {
        const variant = variants.find((one) => one.value === next);
        if (variant !== undefined && next !== kind) set(become(value, variant));
      }}
      {...(error === null ? {} : { error })}
    />
  );
}

export function asKind(entry: unknown, { begin, fields }: FormVariant): unknown {
  const known = new Set(["id", "name", "enabled", "when", "order", "member", "lines", "points", "tiers"]);
  for (const { at } of fields) if (at[0] !== undefined) known.add(at[0]);
  const kept = isRecord(entry) ? Object.entries(entry).filter(([key]) => known.has(key)) : [];
  const limited = kept.filter(
    ([key, value]) => key !== "limit" || begin["kind"] !== "activity" || isActivityLimit(value),
  );
  return { ...begin, ...Object.fromEntries(limited.filter(([key]) => key !== "kind")), kind: begin["kind"] };
}

function isActivityLimit(limit: unknown): boolean {
  return valueAt(limit, ["per"]) !== "order";
}
