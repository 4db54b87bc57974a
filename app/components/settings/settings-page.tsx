import { BlockStack, Box, Button, Card, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import { useCallback, useMemo, useState } from "react";
import type { MerchantChoices } from "#app/domain/shops/merchant-choices.ts";
import type { Text as Words } from "#app/domain/program/texts/text.ts";
import { ThemeCard } from "../home/theme-card.tsx";
import { useHost } from "../host/host.tsx";
import { SaveBar } from "../host/save-bar.tsx";
import { useTexts } from "../i18n/language.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { pauseTexts } from "../i18n/pause-texts.ts";
import { membersPageTexts } from "../i18n/settings/members-page-texts.ts";
import { lookTexts } from "../i18n/settings/look-texts.ts";
import { rulesTexts } from "../i18n/settings/rules-texts.ts";
import { settingsTexts } from "../i18n/settings-texts.ts";
import { widgetTexts } from "../i18n/settings/widget-texts.ts";
import type { SegmentChoice } from "../members/list/segment-choice.ts";
import { PAUSE_PAGE } from "../pause/pause-notice.tsx";
import { useDeed } from "../use-deed.ts";
import { CodesCard } from "./codes-card.tsx";
import { ConnectionCard, type Connection } from "./connection-card.tsx";
import { LanguageCard } from "./language-card.tsx";
import { LookCard } from "./look-card.tsx";
import { LookPreview, type ShownLive } from "./look-preview.tsx";
import { MembersPageCard } from "./members-page-card.tsx";
import { NamesCard } from "./names-card.tsx";
import { MembershipCard, OrdersCard, TillsCard } from "./participation-cards.tsx";
import { PointsCard } from "./points-card.tsx";
import { RetentionCard } from "./retention-card.tsx";
import { WidgetCard } from "./widget-card.tsx";
import { readChoices, typedOf, type ChoicesProps, type TypedChoices } from "./typed-choices.ts";

interface SettingsPageProps {
  readonly choices: MerchantChoices;
  readonly connection: Connection;
  /** What is live, by its name and as text; null before a program is published. */
  readonly live: (ShownLive & { readonly name: Words }) | null;
  /** Null: the shop has no editor of themes. */
  readonly themeEditorUrl: string | null;
  readonly segments: readonly SegmentChoice[];
  /** Null: the shop system has a place for members. */
  readonly membersPage: { readonly address: string; readonly live: boolean } | null;
}

/** Nothing is wrong with what is kept. */
const NOTHING_WRONG: ReadonlySet<string> = new Set();

export function SettingsPage({ choices: kept, ...page }: SettingsPageProps) {
  const t = useTexts(settingsTexts);
  const { title: pauseTitle } = useTexts(pauseTexts);
  const keptTyped = useMemo(() => typedOf(kept), [kept]);
  const [choices, setChoices] = useState(keptTyped);
  const save = useDeed(
    t.saved,
    useCallback(() => undefined, []),
  );
  // Both read by one schema: what is kept has its fields in an order of its own.
  const dirty = inOrder(choices) !== inOrder(keptTyped);
  const read = readChoices(choices);
  const send = () => {
    if (read.ok) {
      setChoices(typedOf(read.choices));
      save.send({ intent: "save", choices: JSON.stringify(read.choices) });
    } else
      [...read.wrong]
        .map((field) => document.getElementById(field))
        .find(Boolean)
        ?.focus();
  };
  return (
    <Page title={t.title} secondaryActions={[{ content: pauseTitle, url: PAUSE_PAGE }]}>
      <SaveBar
        id="settings"
        open={dirty}
        save={t.save}
        discard={t.discard}
        onSave={send}
        onDiscard={() => setChoices(keptTyped)}
      />
      <Layout>
        <ForShoppers
          {...page}
          keptShown={kept.look.shown}
          choices={choices}
          onChange={setChoices}
          wrong={read.ok ? NOTHING_WRONG : read.wrong}
        />
        <ForTheShop
          {...page}
          choices={choices}
          onChange={setChoices}
          wrong={read.ok ? NOTHING_WRONG : read.wrong}
        />
      </Layout>
    </Page>
  );
}

/** The choices as text, their fields in the order of the schema; as typed where they cannot be read. */
function inOrder(typed: TypedChoices): string {
  const read = readChoices(typed);
  return JSON.stringify(read.ok ? read.choices : typed);
}

type PartProps = ChoicesProps & Omit<SettingsPageProps, "choices">;

interface ForShoppersProps extends PartProps {
  /** Whether the shop is to show the widget, as it was saved. */
  readonly keptShown: boolean;
}

/** What shoppers see and read. */
function ForShoppers({ live, themeEditorUrl, membersPage, keptShown, ...choice }: ForShoppersProps) {
  const t = useTexts(settingsTexts);
  const look = useTexts(lookTexts);
  const home = useTexts(homeTexts);
  const members = useTexts(membersPageTexts);
  const widget = useTexts(widgetTexts);
  const { abilities } = useHost();
  return (
    <>
      <Layout.AnnotatedSection title={<SectionTitle>{t.shoppers}</SectionTitle>}>
        <LanguageCard {...choice} />
      </Layout.AnnotatedSection>
      {abilities.themeEditor ? null : (
        <Layout.AnnotatedSection title={<SectionTitle>{widget.title}</SectionTitle>}>
          <WidgetCard {...choice} kept={keptShown} />
        </Layout.AnnotatedSection>
      )}
      <Layout.AnnotatedSection title={<SectionTitle>{look.title}</SectionTitle>}>
        <BlockStack gap="400">
          <LookCard {...choice} />
          {live === null ? null : <LookPreview {...choice} live={live} />}
        </BlockStack>
      </Layout.AnnotatedSection>
      {themeEditorUrl === null ? null : (
        <Layout.AnnotatedSection title={<SectionTitle>{home.extension}</SectionTitle>}>
          <ThemeCard editorUrl={themeEditorUrl} />
        </Layout.AnnotatedSection>
      )}
      {membersPage === null ? null : (
        <Layout.AnnotatedSection title={<SectionTitle>{members.title}</SectionTitle>}>
          <MembersPageCard {...membersPage} />
        </Layout.AnnotatedSection>
      )}
      <Layout.AnnotatedSection title={<SectionTitle>{look.names}</SectionTitle>}>
        <NamesCard name={live?.name ?? null} />
      </Layout.AnnotatedSection>
    </>
  );
}

/** What holds for members and codes, and how the app and the shop are connected. */
function ForTheShop({ connection, ...choice }: PartProps) {
  const t = useTexts(settingsTexts);
  const rules = useTexts(rulesTexts);
  const { abilities } = useHost();
  return (
    <>
      <Layout.AnnotatedSection title={<SectionTitle>{t.members}</SectionTitle>}>
        <MembershipCard {...choice} />
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={<SectionTitle>{rules.points}</SectionTitle>}>
        <PointsCard {...choice} />
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={<SectionTitle>{t.codes[abilities.tierMark]}</SectionTitle>}>
        <CodesCard {...choice} />
      </Layout.AnnotatedSection>
      {abilities.ownStatuses.payment.length === 0 ? null : (
        <Layout.AnnotatedSection title={<SectionTitle>{t.orders}</SectionTitle>}>
          <OrdersCard {...choice} />
        </Layout.AnnotatedSection>
      )}
      {abilities.tills ? (
        <Layout.AnnotatedSection title={<SectionTitle>{t.tills}</SectionTitle>}>
          <TillsCard {...choice} />
        </Layout.AnnotatedSection>
      ) : null}
      <Layout.AnnotatedSection title={<SectionTitle>{rules.privacy}</SectionTitle>}>
        <RetentionCard {...choice} />
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={<SectionTitle>{t.connection}</SectionTitle>}>
        <ConnectionCard connection={connection} />
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={<SectionTitle>{t.data}</SectionTitle>}>
        <WayCard body={t.dataBody} open={t.dataOpen} url="/app/data" />
      </Layout.AnnotatedSection>
      <Layout.AnnotatedSection title={<SectionTitle>{t.activity}</SectionTitle>}>
        <WayCard body={t.activityBody} open={t.activityOpen} url="/app/activity" />
      </Layout.AnnotatedSection>
    </>
  );
}

interface WayCardProps {
  readonly body: string;
  readonly open: string;
  readonly url: string;
}

/** The way to a page of its own. */
function WayCard({ body, open, url }: WayCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{body}</Text>
        <InlineStack>
          <Button url={url}>{open}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
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
