import { BlockStack, Button, InlineStack, Text, Tooltip } from "@shopify/polaris";
import { useState } from "react";
import type { FactLine, MemberFigures } from "#app/queries/customers/member-figures.ts";
import { useShares } from "../../customers/use-shares.ts";
import { useFormats, useShopFormat } from "../../formats.tsx";
import { customerTexts, groupName } from "../../i18n/customers/customer-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";

/** Who they are as a customer: one sentence, what is expected of them, and all facts, each with what it means. */
export function Figures({ figures }: { readonly figures: MemberFigures }) {
  const t = useTexts(customerTexts);
  const language = useLanguage();
  const { count, money, moment } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { purchases, spentMinor, predictedMinor, rfmName, segments, facts, scoredAt } = figures;
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
      {isOpen ? facts.map((fact) => <FactRow key={fact.id} fact={fact} />) : null}
      <InlineStack>
        <Button variant="plain" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.hideFacts : t.showFacts}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function FactRow({ fact: { name, definition, value, isMoney } }: { readonly fact: FactLine }) {
  const language = useLanguage();
  const written = useWrittenFact();
  return (
    <InlineStack align="space-between" gap="200">
      <Tooltip content={definition[language]} hasUnderline>
        <Text as="span" tone="subdued">
          {name[language]}
        </Text>
      </Tooltip>
      <Text as="span" numeric>
        {written(value, isMoney)}
      </Text>
    </InlineStack>
  );
}

/** A fact's value, as it was exported, in the reader's language. */
function useWrittenFact(): (value: FactLine["value"], isMoney: boolean) => string {
  const t = useTexts(customerTexts);
  const written = useShares();
  const { currencyDigits } = useShopFormat();
  return (value, isMoney) => {
    if (typeof value === "number") return written("number", value);
    if (typeof value === "boolean") return value ? t.yes : t.no;
    return isMoney ? written("money", Number(value) * 10 ** currencyDigits) : groupName(t.groups, value);
  };
}
