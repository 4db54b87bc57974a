import { BlockStack, Card, Checkbox, TextField } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { rulesTexts } from "../i18n/settings/rules-texts.ts";
import type { ChoicesProps } from "./typed-choices.ts";

/** What is proposed to whoever switches it on. */
const USUAL_MONTHS = "36";

/** When what is known of people who come no more goes by itself. */
export function RetentionCard({ choices, onChange, wrong }: ChoicesProps) {
  const t = useTexts(rulesTexts);
  const { retentionMonths } = choices;
  return (
    <Card>
      <BlockStack gap="300">
        <Checkbox
          label={t.retention}
          helpText={t.retentionHelp}
          checked={retentionMonths !== null}
          onChange={(wished) => onChange({ ...choices, retentionMonths: wished ? USUAL_MONTHS : null })}
        />
        {retentionMonths === null ? null : (
          <TextField
            id="retentionMonths"
            label={t.retentionMonths}
            suffix={t.months}
            inputMode="numeric"
            autoComplete="off"
            error={wrong.has("retentionMonths") ? t.monthsWrong : false}
            value={retentionMonths}
            onChange={(months) => onChange({ ...choices, retentionMonths: months })}
          />
        )}
      </BlockStack>
    </Card>
  );
}
