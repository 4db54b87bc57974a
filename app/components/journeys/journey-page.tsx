import { BlockStack, Card, DescriptionList, IndexTable, Link, Page } from "@shopify/polaris";
import type { ReadyMadeJourney } from "#app/domain/journeys/offered/ready-made.ts";
import type { JourneyName } from "#app/queries/journeys/admin-journeys.ts";
import type { JourneyMessage } from "#app/queries/journeys/journey-messages.ts";
import type { JourneyResults, MonthOfJourney } from "#app/queries/journeys/journey-results.ts";
import { useFormats } from "../formats.tsx";
import { journeyEditorTexts } from "../i18n/journeys/journey-editor-texts.ts";
import { journeyPageTexts } from "../i18n/journeys/journey-page-texts.ts";
import { journeyTexts } from "../i18n/journeys/journey-texts.ts";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { Listing } from "../listing.tsx";
import { memberName } from "../members/member-name.ts";
import { Pages } from "../pages.tsx";
import { nameOf } from "../program/fields/use-reward-name.ts";
import { Section } from "../program/pages/section.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { SaysSection } from "./says-section.tsx";
import { HoldoutCard } from "./holdout-card.tsx";
import { useFate } from "./message-fate.ts";

interface JourneyPageProps extends JourneyResults {
  readonly id: string;
  readonly name: JourneyName | null;
  readonly isOwed: boolean;
  /** What it does, in a few sentences; none: it names what there is no more. */
  readonly says: Readonly<Record<Language, readonly string[]>>;
  readonly readyMade: ReadyMadeJourney | null;
  readonly purpose: "marketing" | "service";
  /** In percent. */
  readonly holdout: number;
  readonly isOn: boolean;
  readonly messages: readonly JourneyMessage[];
  readonly next: string | null;
}

/** One journey: what it did this month, what it brings, and what became of each message. */
export function JourneyPage({ id, readyMade, isOn, month, messages, next, ...page }: JourneyPageProps) {
  const list = useTexts(journeyTexts);
  const words = useTexts(journeyEditorTexts);
  const language = useLanguage();
  const shipped = readyMade === null ? id : list.readyMade[readyMade].name;
  const name = nameOf(page, language) ?? shipped;
  const address = encodeURIComponent(id);
  const lines = page.says[language];
  return (
    <Page
      title={name}
      titleMetadata={<QuietBadge tone={isOn ? "success" : null}>{isOn ? list.on : list.off}</QuietBadge>}
      backAction={{ content: list.title, url: "/app/journeys" }}
      secondaryActions={
        page.isOwed
          ? []
          : [
              { content: words.edit, url: `/app/journey?id=${address}` },
              { content: words.duplicate, url: `/app/journey?copy=${address}` },
            ]
      }
    >
      <BlockStack gap="400">
        {lines.length === 0 ? null : <SaysSection title={words.says} lines={lines} />}
        <MonthSection month={month} />
        <HoldoutCard {...page} />
        <Card padding="0">
          <Messages messages={messages} showsTemplate={readyMade === null} />
          <Pages next={next} />
        </Card>
      </BlockStack>
    </Page>
  );
}

const FIGURES = ["begun", "heldOut", "sent", "clicked", "notSent"] as const;

function MonthSection({ month }: { readonly month: MonthOfJourney }) {
  const t = useTexts(journeyPageTexts);
  const { count } = useFormats();
  return (
    <Section title={t.month}>
      <DescriptionList
        gap="tight"
        items={FIGURES.map((figure) => ({ term: t.figures[figure], description: count(month[figure]) }))}
      />
    </Section>
  );
}

interface MessagesProps {
  readonly messages: readonly JourneyMessage[];
  /** A journey from a file may send several. */
  readonly showsTemplate: boolean;
}

function Messages({ messages, showsTemplate }: MessagesProps) {
  const t = useTexts(journeyPageTexts);
  const names = useTexts(memberTexts);
  const fateOf = useFate();
  const { moment } = useFormats();
  return (
    <Listing
      called={t.called}
      rows={messages.length}
      none={t.none}
      headings={[{ title: t.member }, { title: t.when }, { title: t.became }]}
    >
      {messages.map((message, index) => (
        <IndexTable.Row id={message.messageId} key={message.messageId} position={index}>
          <IndexTable.Cell>
            <Link url={`/app/members/${message.memberId}`} removeUnderline>
              {memberName(message, names)}
            </Link>
          </IndexTable.Cell>
          <IndexTable.Cell>{moment(message.at)}</IndexTable.Cell>
          <IndexTable.Cell>
            {[...(showsTemplate ? [message.template] : []), fateOf(message)].join(" · ")}
          </IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </Listing>
  );
}
