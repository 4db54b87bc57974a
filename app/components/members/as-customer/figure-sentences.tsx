import { BlockStack, Text } from "@shopify/polaris";
import type { MemberFigures } from "#app/queries/customers/member-figures.ts";
import { useFormats } from "../../formats.tsx";
import { customerTexts, groupName } from "../../i18n/customers/customer-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";

/** Who they are as a customer: a sentence, what is expected of them, and the segments they are in. */
export function FigureSentences({ figures }: { readonly figures: MemberFigures }) {
  const t = useTexts(customerTexts);
  const language = useLanguage();
  const { count, money, moment } = useFormats();
  const { purchases, spentMinor, predictedMinor, rfmName, segments, scoredAt } = figures;
  const said = t.sentence(count(purchases), money(spentMinor));
  return (
    <BlockStack gap="200">
      <Text as="p">{rfmName === null ? said : `${groupName(t.groups, rfmName)}: ${said}`}</Text>
      {predictedMinor === null ? null : <Text as="p">{t.willBring(money(predictedMinor))}</Text>}
      {segments.length === 0 ? null : (
        <Text as="p">{t.inSegments(segments.map((name) => name[language]).join(", "))}</Text>
      )}
      <Text as="p" variant="bodySm" tone="subdued">
        {t.factsAsOf(moment(scoredAt))}
      </Text>
    </BlockStack>
  );
}
