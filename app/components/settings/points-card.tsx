import { Card, FormLayout, TextField } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { rulesTexts } from "../i18n/settings/rules-texts.ts";
import type { ChoicesProps } from "./typed-choices.ts";

/** Notice before points lapse, and how long afterwards they can come back. */
export function PointsCard({ choices, onChange, wrong }: ChoicesProps) {
  const t = useTexts(rulesTexts);
  return (
    <Card>
      <FormLayout>
        <TextField
          id="noticeDays"
          label={t.notice}
          suffix={t.days}
          helpText={t.noticeHelp}
          inputMode="numeric"
          autoComplete="off"
          error={wrong.has("noticeDays") ? t.daysWrong(1) : false}
          value={choices.noticeDays}
          onChange={(noticeDays) => onChange({ ...choices, noticeDays })}
        />
        <TextField
          id="reinstateDays"
          label={t.reinstate}
          suffix={t.days}
          helpText={t.reinstateHelp}
          inputMode="numeric"
          autoComplete="off"
          error={wrong.has("reinstateDays") ? t.daysWrong(0) : false}
          value={choices.reinstateDays}
          onChange={(reinstateDays) => onChange({ ...choices, reinstateDays })}
        />
      </FormLayout>
    </Card>
  );
}
