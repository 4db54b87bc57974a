import { SaveBar } from "@shopify/app-bridge-react";
import {
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  InlineStack,
  Layout,
  Page,
  Select,
  Text,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { settingsTexts } from "../i18n/settings-texts.ts";
import { useDeed } from "../use-deed.ts";
import { ConnectionCard, type Connection } from "./connection-card.tsx";

export interface Choices {
  readonly address: "du" | "Sie";
  /** Null: the shopper's own language. */
  readonly shopperLocale: "de" | "en" | "fr" | "es" | "it" | "nl" | null;
  readonly tagTier: boolean;
  readonly codesMayBePassedOn: boolean;
}

interface SettingsPageProps {
  readonly choices: Choices;
  readonly connection: Connection;
}

const LANGUAGES = ["de", "en", "fr", "es", "it", "nl"] as const;
const THEIRS = "theirs";

export function SettingsPage({ choices: kept, connection }: SettingsPageProps) {
  const t = useTexts(settingsTexts);
  const [choices, setChoices] = useState(kept);
  const save = useDeed(
    t.saved,
    useCallback(() => undefined, []),
  );
  const dirty = JSON.stringify(choices) !== JSON.stringify(kept);
  const send = () => save.send({ intent: "save", choices: JSON.stringify(choices) });
  return (
    <Page title={t.title}>
      <SaveBar id="settings" open={dirty}>
        <button variant="primary" onClick={send}>
          {t.save}
        </button>
        <button onClick={() => setChoices(kept)}>{t.discard}</button>
      </SaveBar>
      <Layout>
        <Layout.AnnotatedSection title={<SectionTitle>{t.shoppers}</SectionTitle>}>
          <AddressCard choices={choices} onChange={setChoices} />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={<SectionTitle>{t.codes}</SectionTitle>}>
          <CodesCard choices={choices} onChange={setChoices} />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={<SectionTitle>{t.connection}</SectionTitle>}>
          <ConnectionCard connection={connection} />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={<SectionTitle>{t.history}</SectionTitle>}>
          <Card>
            <BlockStack gap="300">
              <Text as="p">{t.historyBody}</Text>
              <InlineStack>
                <Button url="/app/history">{t.historyOpen}</Button>
              </InlineStack>
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={<SectionTitle>{t.activity}</SectionTitle>}>
          <Card>
            <BlockStack gap="300">
              <Text as="p">{t.activityBody}</Text>
              <InlineStack>
                <Button url="/app/activity">{t.activityOpen}</Button>
              </InlineStack>
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
      </Layout>
    </Page>
  );
}

/** On a phone cards reach from edge to edge, and what stands beside them keeps their distance from it. */
function SectionTitle({ children }: { readonly children: string }) {
  return (
    <Box paddingInlineStart={{ xs: "400", sm: "0" }}>
      <Text as="h2" variant="headingMd">
        {children}
      </Text>
    </Box>
  );
}

interface ChoicesProps {
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

function AddressCard({ choices, onChange }: ChoicesProps) {
  const t = useTexts(settingsTexts);
  const chooseLanguage = (value: string) => {
    onChange({ ...choices, shopperLocale: LANGUAGES.find((known) => known === value) ?? null });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Select
          label={t.language}
          helpText={t.languageHelp}
          options={[
            { label: t.theirs, value: THEIRS },
            ...LANGUAGES.map((value) => ({ label: t.languages[value], value })),
          ]}
          value={choices.shopperLocale ?? THEIRS}
          onChange={chooseLanguage}
        />
        <Select
          label={t.address}
          helpText={t.addressHelp}
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

function CodesCard({ choices, onChange }: ChoicesProps) {
  const t = useTexts(settingsTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Checkbox
          label={t.passedOn}
          helpText={t.passedOnHelp}
          checked={choices.codesMayBePassedOn}
          onChange={(codesMayBePassedOn) => onChange({ ...choices, codesMayBePassedOn })}
        />
        <Checkbox
          label={t.tagTier}
          helpText={t.tagTierHelp}
          checked={choices.tagTier}
          onChange={(tagTier) => onChange({ ...choices, tagTier })}
        />
      </BlockStack>
    </Card>
  );
}
