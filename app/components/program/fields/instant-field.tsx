import { InlineError, InlineStack, TextField } from "@shopify/polaris";
import { formatInstant } from "#app/domain/calendar.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { instantOfLocal, isTimeZone } from "#app/domain/time-zone.ts";
import { useShopFormat } from "../../formats.tsx";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { placeText, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing, useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface InstantFieldProps {
  readonly spec: Extract<FieldSpec, { type: "instant" }>;
  readonly place: DocumentPlace;
}

const MIDNIGHT = "00:00";

/** A day and a time by the program's clock; the document holds the instant with its offset. */
export function InstantField({ spec, place }: InstantFieldProps) {
  const { label } = useTexts(fieldTexts)[spec.words];
  const t = useTexts(editorTexts);
  const { value, error, set } = useField(place);
  const zone = useProgramZone();
  const { day, time } = localParts(value, zone);
  const put = (nextDay: string, nextTime: string) => {
    if (nextDay === "") set(spec.added === true ? "" : undefined);
    else set(instantText(nextDay, nextTime === "" ? MIDNIGHT : nextTime, zone));
  };
  return (
    <>
      <InlineStack gap="200" wrap>
        <TextField
          label={label}
          type="date"
          autoComplete="off"
          value={day}
          onChange={(next) => put(next, time)}
        />
        <TextField
          label={t.timeOf(label)}
          type="time"
          autoComplete="off"
          value={time}
          onChange={(next) => put(day, next)}
        />
      </InlineStack>
      {error === null ? null : <InlineError fieldID={placeText(place)} message={error} />}
    </>
  );
}

/** The draft's own zone; while that is none, the shop's. */
export function useProgramZone(): string {
  const { document } = useEditing();
  const { timezone } = useShopFormat();
  const zone = valueAt(document, ["timezone"]);
  return typeof zone === "string" && isTimeZone(zone) ? zone : timezone;
}

export function localParts(value: unknown, zone: string): { readonly day: string; readonly time: string } {
  const at = typeof value === "string" ? parseInstant(value) : null;
  if (at === null) return { day: "", time: "" };
  const text = formatInstant(at, zone);
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

export function instantText(day: string, time: string, zone: string): string {
  const local = Date.parse(`${day}T${time}:00Z`);
  return Number.isNaN(local) ? `${day}T${time}` : formatInstant(instantOfLocal(local, zone), zone);
}
