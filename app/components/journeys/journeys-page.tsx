import { Banner, BlockStack, Card, Divider, EmptyState, Page } from "@shopify/polaris";
import { Fragment, type ReactNode } from "react";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
import { READY_MADE_JOURNEYS } from "#app/domain/journeys/offered/ready-made.ts";
import type { AdminJourneys, ReadyMadeRow } from "#app/queries/journeys/admin-journeys.ts";
import { journeyEditorTexts } from "../i18n/journeys/journey-editor-texts.ts";
import { journeyTexts } from "../i18n/journeys/journey-texts.ts";
import { letterTexts } from "../i18n/journeys/letter-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { nameOf } from "../program/fields/use-reward-name.ts";
import { Section } from "../program/pages/section.tsx";
import { JourneyRow } from "./journey-row.tsx";
import { useJourneyRemoval } from "./use-journey-removal.ts";

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
  return <AllJourneys journeys={journeys} canSend={canSend} />;
}

function AllJourneys({ journeys, canSend }: { readonly journeys: AdminJourneys; readonly canSend: boolean }) {
  const t = useTexts(journeyTexts);
  const words = useTexts(journeyEditorTexts);
  const letters = useTexts(letterTexts);
  const language = useLanguage();
  const remove = useJourneyRemoval();
  const { readyMade, own } = journeys;
  const rowsFor = (purpose: ReadyMadeRow["purpose"]) =>
    readyMade
      .filter((journey) => journey.purpose === purpose)
      .map(({ lacks, ownName, ...journey }) => (
        <JourneyRow
          key={journey.id}
          {...journey}
          name={nameOf({ name: ownName }, language) ?? t.readyMade[journey.id].name}
          says={journey.isAdjusted ? null : t.readyMade[journey.id].says}
          lacks={lacks === null ? null : t.lacks[lacks]}
          removal={
            journey.isAdjusted
              ? { content: words.asShipped, onAction: () => remove(journey, words.shipped) }
              : null
          }
        />
      ));
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      primaryAction={{ content: words.create, url: "/app/journey" }}
      secondaryActions={[{ content: letters.toLetters, url: "/app/letters" }]}
      actionGroups={[
        {
          title: words.fromReadyMade,
          actions: READY_MADE_JOURNEYS.filter((id) => !isOwedNotice(id)).map((id) => ({
            content: t.readyMade[id].name,
            url: `/app/journey?copy=${id}`,
          })),
        },
      ]}
    >
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
              <JourneyRow
                key={journey.id}
                {...journey}
                name={nameOf(journey, language) ?? journey.id}
                says={null}
                lacks={null}
                removal={{ content: words.delete, onAction: () => remove(journey, words.deleted) }}
              />
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
