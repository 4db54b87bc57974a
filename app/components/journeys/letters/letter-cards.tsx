import { Banner, BlockStack, Select, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { TypedField } from "../../program/fields/typed-field.tsx";
import { Section } from "../../program/pages/section.tsx";
import { BlocksList } from "./blocks-list.tsx";
import { LETTER_FIELDS } from "./letter-forms.ts";
import { VariablesCard } from "./variables-card.tsx";

interface LetterCardsProps {
  /** Why it was not kept; null: nothing was in the way. */
  readonly problem: string | null;
  /** What stands above its words: whose they are. */
  readonly children: ReactNode;
}

/** All that a letter says in one language. */
export function LetterCards({ problem, children }: LetterCardsProps) {
  const t = useTexts(letterTexts);
  return (
    <BlockStack gap="400">
      {problem === null ? null : <Banner tone="critical">{problem}</Banner>}
      <Section title={t.words}>
        {children}
        {LETTER_FIELDS.map((spec) => (
          <TypedField key={spec.words} spec={spec} place={spec.at} />
        ))}
      </Section>
      <Section title={t.blocksTitle} help={t.blocksHelp}>
        <BlocksList />
      </Section>
      <VariablesCard />
    </BlockStack>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly isMissing: boolean;
}

export function NameField({ name, onName, isMissing }: NameFieldProps) {
  const t = useTexts(letterTexts);
  return (
    <TextField
      label={t.name}
      helpText={t.nameHelp}
      autoComplete="off"
      maxLength={80}
      value={name}
      onChange={onName}
      {...(isMissing ? { error: t.nameFirst } : {})}
    />
  );
}

interface LanguageFieldProps {
  readonly languages: readonly string[];
  /** What the shop has written itself, by language. */
  readonly texts: Readonly<Record<string, unknown>>;
  readonly language: string;
  /** What is typed is saved or discarded first. */
  readonly disabled: boolean;
  readonly onLanguage: (language: string) => void;
}

export function LanguageField({ languages, texts, language, disabled, onLanguage }: LanguageFieldProps) {
  const t = useTexts(letterTexts);
  const names: Readonly<Record<string, string>> = t.languages;
  return (
    <Select
      label={t.language}
      disabled={disabled}
      options={languages.map((one) => {
        const label = names[one] ?? one;
        return { value: one, label: texts[one] === undefined ? label : t.written(label) };
      })}
      value={language}
      onChange={onLanguage}
    />
  );
}
