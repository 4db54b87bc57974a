import { BlockStack, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { parseInstant } from "#app/domain/parse-instant.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { useTexts } from "../../i18n/language.tsx";
import { momentTexts } from "../../i18n/publishing/moment-texts.ts";
import { instantText } from "./instant-field.tsx";

/** A day and a time as they are typed. */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
}

/** The instant that is meant, as text with its offset; null: it is none, or none to come. */
export function comingText({ day, time }: TypedMoment, zone: string, now: Instant): string | null {
  if (day === "" || time === "") return null;
  const text = instantText(day, time, zone);
  const at = parseInstant(text);
  return at !== null && at > now ? text : null;
}

interface MomentFieldsProps {
  readonly labels: { readonly day: string; readonly time: string };
  readonly zone: string;
  readonly moment: TypedMoment;
  /** Something was asked for that cannot be. */
  readonly wrong: boolean;
  readonly onChange: (moment: TypedMoment) => void;
}

/** A day and a time by the clock of a zone. */
export function MomentFields({ labels, zone, moment, wrong, onChange }: MomentFieldsProps) {
  const t = useTexts(momentTexts);
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" wrap>
        <TextField
          label={labels.day}
          type="date"
          autoComplete="off"
          value={moment.day}
          onChange={(day) => onChange({ ...moment, day })}
        />
        <TextField
          label={labels.time}
          type="time"
          autoComplete="off"
          value={moment.time}
          onChange={(time) => onChange({ ...moment, time })}
        />
      </InlineStack>
      <Text as="p" tone="subdued">
        {t.zone(zone)}
      </Text>
      {wrong ? <InlineError fieldID={labels.day} message={t.needsInstant} /> : null}
    </BlockStack>
  );
}
