import { BlockStack, Card, InlineGrid, Select, Text, TextField } from "@shopify/polaris";
import { insightChoiceTexts } from "../../i18n/customers/insight-choice-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { useFilters } from "../../use-filters.ts";

export interface ShownChoice {
  readonly window: "30" | "90" | "365" | "year" | "custom";
  readonly fromDay: string;
  readonly untilDay: string;
  readonly compared: "before" | "year";
  readonly segment: string | null;
  readonly membersAt: "from" | "today";
}

export interface ChosenSegment {
  readonly id: string;
  readonly name: { readonly en: string; readonly de: string };
  readonly canLookBack: boolean;
}

interface ChoiceCardProps {
  readonly choice: ShownChoice;
  readonly segments: readonly ChosenSegment[];
}

const WINDOWS = ["30", "90", "365", "year", "custom"] as const;
const COMPARED = ["before", "year"] as const;
const MEMBERS_AT = ["from", "today"] as const;
const EVERYBODY = "";

/** Of which days and of whom figures are, and what they are compared with: all of it stands in the address. */
export function ChoiceCard({ choice, segments }: ChoiceCardProps) {
  const t = useTexts(insightChoiceTexts);
  const language = useLanguage();
  const { chooseAll: choose } = useFilters();
  const segment = segments.find(({ id }) => id === choice.segment);
  const { fromDay, untilDay } = choice;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="300">
          <Select
            label={t.window}
            options={WINDOWS.map((value) => ({ value, label: t.windows[value] }))}
            value={choice.window}
            onChange={(window) => {
              choose(
                window === "custom" ? { window, from: fromDay, to: untilDay } : { window, from: "", to: "" },
              );
            }}
          />
          <Select
            label={t.compared}
            options={COMPARED.map((value) => ({ value, label: t.comparisons[value] }))}
            value={choice.compared}
            onChange={(compared) => choose({ compared })}
          />
          <Select
            label={t.segment}
            options={[
              { value: EVERYBODY, label: t.everybody },
              ...segments.map(({ id, name }) => ({ value: id, label: name[language] })),
            ]}
            value={choice.segment ?? EVERYBODY}
            onChange={(id) => choose({ segment: id, members: "" })}
          />
          {segment === undefined ? null : (
            <Select
              label={t.members}
              options={MEMBERS_AT.map((value) => ({ value, label: t.membersAt[value] }))}
              value={choice.membersAt}
              disabled={!segment.canLookBack}
              onChange={(members) => choose({ members })}
            />
          )}
        </InlineGrid>
        {choice.window === "custom" ? (
          <Days key={`${fromDay} ${untilDay}`} {...{ fromDay, untilDay }} />
        ) : null}
        {segment === undefined || segment.canLookBack ? null : (
          <Text as="p" tone="subdued">
            {t.onlyToday}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

/** Days of one's own choosing: taken when they are whole days, one after the other. */
function Days({ fromDay, untilDay }: Pick<ShownChoice, "fromDay" | "untilDay">) {
  const t = useTexts(insightChoiceTexts);
  const { chooseAll: choose } = useFilters();
  const chosen = (day: string, other: string, isFirst: boolean) => {
    if (day === "") return;
    const [from, to] = isFirst ? [day, other < day ? day : other] : [other > day ? day : other, day];
    choose({ window: "custom", from, to });
  };
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="300">
      <TextField
        label={t.from}
        type="date"
        autoComplete="off"
        value={fromDay}
        onChange={(day) => {
          chosen(day, untilDay, true);
        }}
      />
      <TextField
        label={t.to}
        type="date"
        autoComplete="off"
        value={untilDay}
        onChange={(day) => {
          chosen(day, fromDay, false);
        }}
      />
    </InlineGrid>
  );
}
