import { Banner, BlockStack, Button, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import { BesideCards } from "../layout/beside-cards.tsx";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import { csvAddress } from "../csv.ts";
import { useFormats } from "../formats.tsx";
import { Figure } from "../home/figure.tsx";
import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { ConfirmButton, DeedButton } from "./deed-button.tsx";
import { Discard } from "./discard.tsx";
import { GainersTable, TiersTable } from "./preview-tables.tsx";
import type { History } from "./history.ts";
import { OrderAge } from "./start-card.tsx";

/** What the past would give, or has given. */
export function PreviewCards({ history }: { readonly history: History }) {
  const { figures, state } = history;
  return (
    <>
      {state === "ready" ? <DecisionCard history={history} /> : null}
      {figures === null ? null : <Figures history={history} figures={figures} />}
      {figures === null ? null : <TiersTable tiers={figures.tiers} />}
      {state === "ready" && figures !== null ? <GainersTable gainers={history.gainers} /> : null}
      {state === "ready" ? <OrderAge seesAllOrders={history.seesAllOrders} /> : null}
    </>
  );
}

function DecisionCard({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const { moment } = useFormats();
  const { figures, previewedAt, previewOf, previewIsCurrent, canPreview } = history;
  const bookable = figures !== null && previewOf === "live" && previewIsCurrent;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {figures === null ? t.noProgramTitle : t.readyTitle}
        </Text>
        {figures === null || previewedAt === null ? (
          <NoProgram />
        ) : (
          <Text as="p">
            {previewOf === "draft"
              ? t.previewOfDraft(moment(previewedAt))
              : t.previewOfLive(moment(previewedAt))}
          </Text>
        )}
        <LeftOut history={history} />
        {figures === null || bookable ? null : (
          <Banner tone="warning">{previewOf === "draft" ? t.draftNotBooked : t.outdated}</Banner>
        )}
        <InlineStack gap="300">
          {bookable ? <Book /> : null}
          {canPreview.live && !bookable ? (
            <DeedButton intent="previewLive" label={t.previewLive} done={t.previewStarted} primary />
          ) : null}
          {canPreview.draft ? (
            <DeedButton intent="previewDraft" label={t.previewDraft} done={t.previewStarted} />
          ) : null}
          <Discard />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function NoProgram() {
  const t = useTexts(historyTexts);
  return (
    <Text as="p">
      {t.noProgramBody} <Link url="/app/program">{t.openProgram}</Link>
    </Text>
  );
}

/** Orders that were read and will give nothing, and why. */
function LeftOut({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const { count } = useFormats();
  const { nameless, unreadable } = history;
  return (
    <>
      {nameless === 0 ? null : <Text as="p">{t.nameless(nameless, count(nameless))}</Text>}
      {unreadable === 0 ? null : <Text as="p">{t.unreadable(unreadable, count(unreadable))}</Text>}
    </>
  );
}

function Book() {
  const t = useTexts(historyTexts);
  return (
    <ConfirmButton
      intent="book"
      label={t.book}
      done={t.bookingStarted}
      title={t.bookTitle}
      body={t.bookBody}
      keep={t.notYet}
      primary
    />
  );
}

interface FiguresProps {
  readonly history: History;
  readonly figures: HistoryFigures;
}

function Figures({ history, figures }: FiguresProps) {
  const t = useTexts(historyTexts);
  const shown = useFigures(history, figures);
  const header = [t.figure, t.value, t.meaning];
  return (
    <BlockStack gap="200">
      <BesideCards>
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {history.state === "done" ? t.figuresBooked : t.figures}
          </Text>
          <Button
            variant="plain"
            url={csvAddress([
              header,
              ...shown.map(({ label, raw, meaning }) => [label, raw, meaning]),
              ...figures.tiers.map(({ name, people }) => [
                `${t.tier}: ${name ?? t.noTier}`,
                people,
                t.tierMeaning,
              ]),
            ])}
            download="past-orders.csv"
          >
            {t.download}
          </Button>
        </InlineStack>
      </BesideCards>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
        {shown.map(({ label, value, meaning, note }) => (
          <Figure key={label} label={label} value={value} before={note} meaning={meaning} />
        ))}
      </InlineGrid>
    </BlockStack>
  );
}

interface ShownFigure {
  readonly label: string;
  readonly value: string;
  /** As the file has it: without thousands' marks, money in whole units. */
  readonly raw: string | number;
  readonly note: string | null;
  readonly meaning: string;
}

function useFigures({ worthMinor }: History, figures: HistoryFigures): readonly ShownFigure[] {
  const t = useTexts(historyTexts);
  const { count, money, day } = useFormats();
  const { firstOrderAt, lastOrderAt, revenueMinor } = figures;
  const span =
    firstOrderAt === null || lastOrderAt === null ? null : t.span(day(firstOrderAt), day(lastOrderAt));
  const counted = (label: string, value: number, meaning: string, note: string | null = null) => ({
    label,
    value: count(value),
    raw: value,
    note,
    meaning,
  });
  const worded = (label: string, value: string, meaning: string) => ({
    label,
    value,
    raw: value,
    note: null,
    meaning,
  });
  return [
    counted(t.orders, figures.orders, t.ordersMeaning, span),
    counted(t.people, figures.people, t.peopleMeaning, t.newMembers(count(figures.newMembers))),
    counted(t.earned, figures.earned, t.earnedMeaning),
    counted(t.expired, figures.expired, t.expiredMeaning),
    counted(t.outstanding, figures.outstanding, t.outstandingMeaning),
    worded(t.worth, worthMinor === null ? "–" : money(worthMinor), t.worthMeaning),
    worded(t.revenue, money(revenueMinor), t.revenueMeaning),
    worded(t.share, shareText(worthMinor, revenueMinor, t.decimalMark), t.shareMeaning),
  ];
}

/** A share as a percentage with one decimal, rounded down. */
function shareText(partMinor: number | null, wholeMinor: number, mark: string): string {
  if (partMinor === null || wholeMinor <= 0) return "–";
  const permille = Math.floor((partMinor * 1000) / wholeMinor);
  return `${String(Math.floor(permille / 10))}${mark}${String(permille % 10)} %`;
}
