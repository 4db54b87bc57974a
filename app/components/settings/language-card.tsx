import { BlockStack, Card, ChoiceList, Select, Text } from "@shopify/polaris";
import { SHOPPER_LANGUAGES, type ShopperLanguage } from "#app/domain/shops/merchant-choices.ts";
import { useHost } from "../host/host.tsx";
import { useTexts } from "../i18n/language.tsx";
import { lookTexts } from "../i18n/settings/look-texts.ts";
import { settingsTexts } from "../i18n/settings-texts.ts";
import type { ChoicesProps } from "./typed-choices.ts";

/** The languages shoppers read, and how German addresses them. */
export function LanguageCard({ choices, onChange }: Omit<ChoicesProps, "wrong">) {
  const t = useTexts(settingsTexts);
  const look = useTexts(lookTexts);
  const { themeEditor } = useHost().abilities;
  const { offered, fallback } = choices.languages;
  const choose = (languages: readonly ShopperLanguage[], wished: ShopperLanguage) => {
    const [first] = languages;
    // One language there must be, and everybody else reads one that is offered.
    if (first === undefined) return;
    const others = languages.includes(wished) ? wished : first;
    onChange({ ...choices, languages: { offered: [...languages], fallback: others } });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <ChoiceList
            allowMultiple
            title={look.offered}
            choices={SHOPPER_LANGUAGES.map((language) => ({
              label: look.languages[language],
              value: language,
              disabled: offered.length === 1 && offered.includes(language),
            }))}
            selected={offered}
            onChange={(selected) =>
              choose(
                SHOPPER_LANGUAGES.filter((language) => selected.includes(language)),
                fallback,
              )
            }
          />
          <Text as="p" tone="subdued">
            {themeEditor ? look.offeredHelp.editor : look.offeredHelp.none}
          </Text>
        </BlockStack>
        <Select
          label={look.fallback}
          helpText={look.fallbackHelp}
          options={offered.map((language) => ({ label: look.languages[language], value: language }))}
          value={fallback}
          onChange={(value) =>
            choose(offered, SHOPPER_LANGUAGES.find((language) => language === value) ?? fallback)
          }
        />
        <Select
          label={t.address}
          helpText={themeEditor ? t.addressHelp.editor : t.addressHelp.none}
          options={[
            { label: t.du, value: "du" },
            { label: t.sie, value: "Sie" },
          ]}
          value={choices.address}
          onChange={(value) => onChange({ ...choices, address: value === "Sie" ? "Sie" : "du" })}
        />
      </BlockStack>
    </Card>
  );
}
