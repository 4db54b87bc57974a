import { BlockStack, Select } from "@shopify/polaris";
import { isRecord, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { choiceTexts } from "../../../i18n/choice-texts.ts";
import { challengeTexts } from "../../../i18n/challenges/challenge-texts.ts";
import { useTexts } from "../../../i18n/language.tsx";
import { useEditing, useErrorAt } from "../../editor/editing.tsx";
import { FieldsOf } from "../../editor/fields-of.tsx";
import { GIFT_VARIANTS } from "../../forms/challenge-forms.ts";

interface GiftFieldProps {
  readonly label: string;
  /** Where the gift stands; beside it there may be when, or how likely, it is given. */
  readonly place: DocumentPlace;
  /** Whether nothing may be given. */
  readonly optional?: boolean;
}

const NOTHING = "";

/** Points, or a reward of the program. */
export function GiftField({ label, place, optional = false }: GiftFieldProps) {
  const t = useTexts(challengeTexts);
  const choices = useTexts(choiceTexts);
  const { document, edit } = useEditing();
  const error = useErrorAt(place);
  const gift = valueAt(document, place);
  const variant = GIFT_VARIANTS.find(({ value }) => valueAt(gift, [value]) !== undefined);
  const kinds = GIFT_VARIANTS.map(({ value, words }) => ({ value, label: choices[words].label }));
  const choose = (next: string) => {
    const begun = GIFT_VARIANTS.find(({ value }) => value === next);
    if (begun === undefined) edit(place, undefined);
    else edit(place, { ...withoutGift(gift), ...begun.begin });
  };
  return (
    <BlockStack gap="300">
      <Select
        label={label}
        options={
          optional || variant === undefined ? [{ value: NOTHING, label: t.giveNothing }, ...kinds] : kinds
        }
        value={variant?.value ?? NOTHING}
        onChange={choose}
        {...(error === null ? {} : { error })}
      />
      {variant === undefined ? null : <FieldsOf specs={variant.fields} base={place} />}
    </BlockStack>
  );
}

function withoutGift(gift: unknown): Record<string, unknown> {
  const kinds = GIFT_VARIANTS.map(({ value }) => value);
  return Object.fromEntries(
    Object.entries(isRecord(gift) ? gift : {}).filter(([key]) => !kinds.includes(key)),
  );
}
