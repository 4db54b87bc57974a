import { Select } from "@shopify/polaris";
import { addDays, formatInstant, startOfPeriod } from "#app/domain/calendar.ts";
import { isRecord, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { choiceTexts } from "../../../i18n/choice-texts.ts";
import { fieldTexts } from "../../../i18n/field-texts.ts";
import { useTexts } from "../../../i18n/language.tsx";
import { useEditing, useErrorAt } from "../../editor/editing.tsx";
import { FieldsOf } from "../../editor/fields-of.tsx";
import { useProgramZone } from "../../fields/instant-field.tsx";
import { EVERY, SPAN_FIELDS } from "../../forms/challenge-forms.ts";

const SPAN = "span";
const SPAN_DAYS = 28;

/** In which time the goal is to be reached: in each period, once, or between two dates. */
export function EveryField({ base }: { readonly base: DocumentPlace }) {
  const place = [...base, ...EVERY.at];
  const { label, help } = useTexts(fieldTexts)[EVERY.words];
  const choices = useTexts(choiceTexts);
  const { document, edit, now } = useEditing();
  const zone = useProgramZone();
  const error = useErrorAt(place);
  const value = valueAt(document, place);
  const isSpan = isRecord(value);
  const choose = (next: string) => {
    if (next !== SPAN) {
      edit(place, next);
      return;
    }
    const today = startOfPeriod(now, zone, "day");
    const end = startOfPeriod(addDays(now, SPAN_DAYS, zone), zone, "day");
    edit(place, { from: formatInstant(today, zone), to: formatInstant(end, zone) });
  };
  return (
    <>
      <Select
        label={label}
        {...(help === undefined ? {} : { helpText: help })}
        options={EVERY.options.map((option) => ({
          value: option.value,
          label: choices[option.words].label,
        }))}
        value={isSpan ? SPAN : String(value)}
        onChange={choose}
        {...(error === null ? {} : { error })}
      />
      {isSpan ? <FieldsOf specs={SPAN_FIELDS} base={place} /> : null}
    </>
  );
}
