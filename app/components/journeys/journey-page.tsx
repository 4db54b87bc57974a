import { BlockStack, Card, DescriptionList, IndexTable, Link, Page } from "@shopify/polaris";
import type { ReadyMadeJourney } from "#app/domain/journeys/offered/ready-made.ts";
import type { JourneyMessage } from "#app/queries/journeys/journey-messages.ts";
import type { JourneyResults, MonthOfJourney } from "#app/queries/journeys/journey-results.ts";
import { useFormats } from "../formats.tsx";
import { journeyPageTexts } from "../i18n/journeys/journey-page-texts.ts";
import { journeyTexts } from "../i18n/journeys/journey-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { Listing } from "../listing.tsx";
import { memberName } from "../members/member-name.ts";
import { Pages } from "../pages.tsx";
import { Section } from "../program/pages/section.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { HoldoutCard } from "./holdout-card.tsx";
import { useFate } from "./message-fate.ts";

interface JourneyPageProps extends JourneyResults {
  readonly name: string;
  readonly readyMade: ReadyMadeJourney | null;
  readonly purpose: "marketing" | "service";
  /** In percent. */
  readonly holdout: number;
  readonly isOn: boolean;
  readonly messages: readonly JourneyMessage[];
  readonly next: string | null;
}

/** One journey: what it did this month, what it brings, and what became of each message. */
export function JourneyPage({ readyMade, isOn, month, messages, next, ...page }: JourneyPageProps) {
  const list = useTexts(journeyTexts);
  const { name, says } =
    readyMade === null ? { name: page.name, says: undefined } : list.readyMade[readyMade];
  return (
    <Page
      title={name}
      {...(says === undefined ? {} : { subtitle: says })}
      titleMetadata={<QuietBadge tone={isOn ? "success" : null}>{isOn ? list.on : list.off}</QuietBadge>}
      backAction={{ content: list.title, url: "/app/journeys" }}
    >
      <BlockStack gap="400">
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
