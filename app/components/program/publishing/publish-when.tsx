import { BlockStack, ChoiceList } from "@shopify/polaris";
import { useTexts } from "../../i18n/language.tsx";
import { publishingTexts } from "../../i18n/publishing/publishing-texts.ts";
import { MomentFields, type TypedMoment } from "../fields/moment-fields.tsx";

/** When a version goes live, as it is typed. */
export interface Moment extends TypedMoment {
  readonly later: boolean;
}

export const RIGHT_NOW: Moment = { later: false, day: "", time: "00:00" };

interface PublishWhenProps {
  readonly moment: Moment;
  readonly zone: string;
  /** Something was asked for that cannot be. */
  readonly wrong: boolean;
  readonly onChange: (moment: Moment) => void;
}

/** Now, or at a set time by the program's clock. */
export function PublishWhen({ moment, zone, wrong, onChange }: PublishWhenProps) {
  const t = useTexts(publishingTexts);
  return (
    <BlockStack gap="200">
      <ChoiceList
        title={t.when}
        choices={[
          { label: t.now, value: "now" },
          { label: t.later, value: "later", helpText: t.laterHelp },
        ]}
        selected={[moment.later ? "later" : "now"]}
        onChange={([chosen]) => onChange({ ...moment, later: chosen === "later" })}
      />
      {moment.later ? (
        <MomentFields
          labels={t}
          zone={zone}
          moment={moment}
          wrong={wrong}
          onChange={(typed) => onChange({ ...moment, ...typed })}
        />
      ) : null}
    </BlockStack>
  );
}
