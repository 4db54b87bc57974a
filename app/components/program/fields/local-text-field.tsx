import {
  BlockStack,
  Button,
  InlineError,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import {
  isRecord,
  placeText,
  valueAt,
  type DocumentPlace,
} from "#app/domain/program/document/document-path.ts";
import { useEditing, useField } from "../editor/editing.tsx";
import type { FieldName } from "../../i18n/field-texts-en.ts";

interface LocalTextFieldProps {
  readonly words: FieldName;
  readonly place: DocumentPlace;
  /** A line that was added stays while it is empty. */
  readonly keepsEmpty?: boolean;
}

const NONE = "";

/** A text of the merchant's own: one for everybody, or one for each language. */
export function LocalTextField({ words, place, keepsEmpty = false }: LocalTextFieldProps) {
  const { label, help } = useTexts(fieldTexts)[words];
  const { value, error, set } = useField(place);
  const perLanguage = isRecord(value);
  return (
    <BlockStack gap="100">
      {perLanguage ? (
        <Languages label={label} place={place} beginning="" render={OneText} />
      ) : (
        <TextField
          label={label}
          {...(help === undefined ? {} : { helpText: help })}
          autoComplete="off"
          maxLength={200}
          value={typeof value === "string" ? value : ""}
          onChange={(text) => set(text === "" && !keepsEmpty ? undefined : text)}
          {...(error === null ? {} : { error })}
        />
      )}
      <LanguageSwitch label={label} place={place} />
    </BlockStack>
  );
}

/** What one point and many are called. */
export function PointsNameField({ words, place }: LocalTextFieldProps) {
  const { label } = useTexts(fieldTexts)[words];
  const { value, error } = useField(place);
  const perLanguage = isRecord(value) && !("one" in value) && !("other" in value);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {label}
      </Text>
      {perLanguage ? (
        <Languages label={label} place={place} beginning={{}} render={OneName} />
      ) : (
        <OneName label={label} place={place} />
      )}
      {error === null ? null : <InlineError fieldID={placeText(place)} message={error} />}
      <LanguageSwitch label={label} place={place} isPair />
    </BlockStack>
  );
}

interface OneProps {
  readonly label: string;
  readonly place: DocumentPlace;
}

function OneText({ label, place }: OneProps) {
  const { value, error, set } = useField(place);
  return (
    <TextField
      label={label}
      autoComplete="off"
      maxLength={200}
      value={typeof value === "string" ? value : ""}
      onChange={set}
      {...(error === null ? {} : { error })}
    />
  );
}

function OneName({ label, place }: OneProps) {
  const t = useTexts(editorTexts);
  return (
    <InlineGrid columns={2} gap="200">
      <OneText label={t.oneOf(label)} place={[...place, "one"]} />
      <OneText label={t.manyOf(label)} place={[...place, "other"]} />
    </InlineGrid>
  );
}

interface LanguagesProps extends OneProps {
  /** What a language that is added begins with. */
  readonly beginning: unknown;
  readonly render: (props: OneProps) => React.ReactNode;
}

function Languages({ label, place, beginning, render: One }: LanguagesProps) {
  const t = useTexts(editorTexts);
  const { value, set } = useField(place);
  const given = isRecord(value) ? Object.keys(value) : [];
  const missing = Object.entries(t.languages).filter(([language]) => !given.includes(language));
  const nameOf = (language: string) => new Map(Object.entries(t.languages)).get(language) ?? language;
  return (
    <BlockStack gap="200">
      {given.map((language) => (
        <InlineStack key={language} gap="200" blockAlign="end" wrap={false}>
          <div style={{ flex: 1 }}>
            <One label={`${label} (${nameOf(language)})`} place={[...place, language]} />
          </div>
          {given.length < 2 ? null : (
            <Button
              accessibilityLabel={t.removeFrom(`${label} (${nameOf(language)})`)}
              onClick={() => set(without(value, language))}
            >
              {t.remove}
            </Button>
          )}
        </InlineStack>
      ))}
      {missing.length === 0 ? null : (
        <Select
          label={t.addLanguageTo(label)}
          labelHidden
          options={[
            { label: t.addLanguage, value: NONE },
            ...missing.map(([language, name]) => ({ label: name, value: language })),
          ]}
          value={NONE}
          onChange={(language) => {
            if (language !== NONE && isRecord(value)) set({ ...value, [language]: beginning });
          }}
        />
      )}
    </BlockStack>
  );
}

/** From one text for everybody to one for each language, and back to that of the main language. */
function LanguageSwitch({ label, place, isPair = false }: OneProps & { readonly isPair?: boolean }) {
  const t = useTexts(editorTexts);
  const { document } = useEditing();
  const { value, set } = useField(place);
  const main = valueAt(document, ["language"]);
  const language = typeof main === "string" ? main : "en";
  const plain = isPair ? !isRecord(value) || "one" in value || "other" in value : !isRecord(value);
  if (plain && (value === undefined || value === "")) return null;
  const all = isRecord(value) ? (value[language] ?? Object.values(value)[0]) : value;
  return (
    <InlineStack>
      <Button
        variant="plain"
        accessibilityLabel={`${plain ? t.perLanguage : t.forAll}: ${label}`}
        onClick={() => set(plain ? { [language]: value } : all)}
      >
        {plain ? t.perLanguage : t.forAll}
      </Button>
    </InlineStack>
  );
}

function without(value: unknown, language: string): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== language));
}
