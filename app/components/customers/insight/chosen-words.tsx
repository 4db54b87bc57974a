import { BlockStack, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../../formats.tsx";
import { insightChoiceTexts } from "../../i18n/customers/insight-choice-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import type { ChosenSegment, ShownChoice } from "./choice-card.tsx";

interface ChosenWordsProps {
  readonly choice: ShownChoice;
  readonly segments: readonly ChosenSegment[];
  readonly chosen:
    | { readonly kind: "nightly" | "unasked" }
    | { readonly kind: "working"; readonly position: number; readonly total: number }
    | { readonly kind: "answered"; readonly at: Instant; readonly among: number | null };
}

/** How far a choice has come, or whose figures are shown, and as of when. */
export function ChosenWords({ choice, segments, chosen }: ChosenWordsProps) {
  const t = useTexts(insightChoiceTexts);
  const language = useLanguage();
  const { count, moment, calendarDay } = useFormats();
  switch (chosen.kind) {
    case "nightly":
      return null;
    case "unasked":
    case "working":
      return (
        <div role="status">
          <Text as="p" fontWeight="semibold">
            {chosen.kind === "working" && chosen.position > 0
              ? t.working(count(chosen.position), count(chosen.total))
              : t.workingSoon}
          </Text>
          <Text as="p" tone="subdued">
            {t.meanwhile}
          </Text>
        </div>
      );
    case "answered": {
      const segment = segments.find(({ id }) => id === choice.segment);
      const among = chosen.among === null ? null : count(chosen.among);
      return (
        <BlockStack gap="100">
          <Text as="p" tone="subdued">
            {t.asOf(moment(chosen.at))}
          </Text>
          {segment === undefined || among === null ? null : (
            <Text as="p">
              {choice.membersAt === "today"
                ? t.amongToday(among, segment.name[language])
                : t.among(among, segment.name[language], calendarDay(choice.fromDay))}
            </Text>
          )}
        </BlockStack>
      );
    }
  }
}
