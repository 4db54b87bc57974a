import { Banner, BlockStack, Card, Divider, EmptyState, Page } from "@shopify/polaris";
import { Fragment, type ReactNode } from "react";
import type { AdminJourneys, ReadyMadeRow } from "#app/queries/journeys/admin-journeys.ts";
import { journeyTexts } from "../i18n/journeys/journey-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { Section } from "../program/pages/section.tsx";
import { JourneyRow } from "./journey-row.tsx";

interface JourneysPageProps {
  /** Null: no program is published. */
  readonly journeys: AdminJourneys | null;
  readonly canSend: boolean;
}

/** Everything the program may write by itself, each with a switch. */
export function JourneysPage({ journeys, canSend }: JourneysPageProps) {
  const t = useTexts(journeyTexts);
  if (journeys === null) {
    return (
      <Page title={t.title}>
        <Card>
          <EmptyState
            heading={t.noProgramTitle}
            image=""
            action={{ content: t.toProgram, url: "/app/program" }}
          >
            <p>{t.noProgramBody}</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  const { readyMade, own } = journeys;
  const rowsFor = (purpose: ReadyMadeRow["purpose"]) =>
    readyMade
      .filter((journey) => journey.purpose === purpose)
      .map(({ lacks, ...journey }) => (
        <JourneyRow
          key={journey.id}
          {...journey}
          {...t.readyMade[journey.id]}
          lacks={lacks === null ? null : t.lacks[lacks]}
        />
      ));
  return (
    <Page title={t.title} subtitle={t.intro}>
      <BlockStack gap="400">
        {canSend ? null : (
          <Banner tone="warning" title={t.noServerTitle}>
            {t.noServerBody}
          </Banner>
        )}
        <JourneysCard title={t.statements} body={t.statementsBody} rows={rowsFor("service")} />
        <JourneysCard title={t.invitations} body={t.invitationsBody} rows={rowsFor("marketing")} />
        {own.length === 0 ? null : (
          <JourneysCard
            title={t.own}
            body={t.ownBody}
            rows={own.map((journey) => (
              <JourneyRow key={journey.id} {...journey} says={null} lacks={null} />
            ))}
          />
        )}
      </BlockStack>
    </Page>
  );
}

interface JourneysCardProps {
  readonly title: string;
  readonly body: string;
  readonly rows: readonly ReactNode[];
}

function JourneysCard({ title, body, rows }: JourneysCardProps) {
  return (
    <Section title={title} help={body}>
      {rows.map((row, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <Divider />}
          {row}
        </Fragment>
      ))}
    </Section>
  );
}
