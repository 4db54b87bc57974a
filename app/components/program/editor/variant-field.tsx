import { BlockStack, ChoiceList } from "@shopify/polaris";
import { choiceTexts } from "../../i18n/choice-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { VariantSpec } from "../forms/field-spec.ts";
import { valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useErrorAt, useField } from "./editing.tsx";
import { FieldsOf } from "./fields-of.tsx";

interface VariantFieldProps {
  readonly spec: VariantSpec;
  readonly base: DocumentPlace;
}

/** An object of several kinds: the kind as a choice with an example, and below it what the kind asks for. */
export function VariantField({ spec, base }: VariantFieldProps) {
  const place = [...base, ...spec.at];
  const choices = useTexts(choiceTexts);
  const { label } = useTexts(fieldTexts)[spec.words];
  const { value, set } = useField(place);
  const error = useErrorAt([...place, "kind"]);
  const kind = valueAt(value, ["kind"]);
  const chosen = typeof kind === "string" ? kind : spec.fallback;
  const variant = spec.variants.find((one) => one.value === chosen);
  return (
    <BlockStack gap="300">
      <ChoiceList
        title={label}
        choices={spec.variants.map((one) => {
          const words = choices[one.words];
          return {
            value: one.value,
            label: words.label,
            ...(words.help === undefined ? {} : { helpText: words.help }),
          };
        })}
        selected={chosen === null ? [] : [chosen]}
        onChange={([next]) => {
          const begun = spec.variants.find((one) => one.value === next);
          if (begun !== undefined && next !== chosen) set(begun.begin);
        }}
        {...(error === null ? {} : { error })}
      />
      {variant === undefined ? null : <FieldsOf specs={variant.fields} base={place} />}
    </BlockStack>
  );
}
