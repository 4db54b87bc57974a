import { BlockStack, Button, Divider, InlineStack, Page, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { ShopLetter } from "#app/queries/journeys/shop-letters.ts";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { Section } from "../../program/pages/section.tsx";
import { QuietBadge } from "../../quiet-badge.tsx";

/** All mails that journeys can send, and in which languages the shop has written them itself. */
export function LettersPage({ letters }: { readonly letters: readonly ShopLetter[] }) {
  const t = useTexts(letterTexts);
  const own = letters.filter(({ isOwn }) => isOwn);
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      backAction={{ content: "Journeys", url: "/app/journeys" }}
      primaryAction={{ content: t.create, url: "/app/letter" }}
    >
      <BlockStack gap="400">
        {own.length === 0 ? null : <Letters title={t.own} letters={own} />}
        <Letters title={t.ready} letters={letters.filter(({ isOwn }) => !isOwn)} />
      </BlockStack>
    </Page>
  );
}

function Letters({ title, letters }: { readonly title: string; readonly letters: readonly ShopLetter[] }) {
  const t = useTexts(letterTexts);
  const language = useLanguage();
  const names: Readonly<Record<string, string>> = t.languages;
  return (
    <Section title={title}>
      {letters.map(({ template, name, written }, index) => (
        <Fragment key={template}>
          {index === 0 ? null : <Divider />}
          <InlineStack align="space-between" blockAlign="center" gap="400" wrap={false}>
            <InlineStack gap="200" blockAlign="center">
              <Text as="h3" variant="headingSm">
                {name[language]}
              </Text>
              {written.length === 0 ? null : (
                <QuietBadge tone={null}>
                  {t.ownWords(written.map((one) => names[one] ?? one).join(", "))}
                </QuietBadge>
              )}
            </InlineStack>
            <Button
              url={`/app/letter?template=${encodeURIComponent(template)}`}
              accessibilityLabel={t.open(name[language])}
            >
              {t.change}
            </Button>
          </InlineStack>
        </Fragment>
      ))}
    </Section>
  );
}
