import {
  Banner,
  BlockStack,
  Box,
  Card,
  InlineError,
  InlineStack,
  Link,
  ProgressBar,
  Text,
} from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import type { ReviewResult } from "#app/domain/program-review/review-result.ts";
import { useFormats } from "../formats.tsx";
import { useHost } from "../host/host.tsx";
import { DeedButton } from "../history/deed-button.tsx";
import { useRefresh } from "../history/use-refresh.ts";
import { useTexts, type Language } from "../i18n/language.tsx";
import { reviewNoteTexts } from "../i18n/publishing/review-note-texts.ts";
import { reviewTexts } from "../i18n/publishing/review-texts.ts";
import { useProgramFrame } from "../program/frame-context.ts";
import { FindingCards, type WordedFindings } from "./findings-card.tsx";
import { FiguresCard, LevelsCard, type ComparedLevels } from "./figures-card.tsx";
import { GuidanceCard, type ShownGroup } from "./guidance-card.tsx";
import { LosersCard } from "./losers-card.tsx";

export interface Review {
  readonly state: "none" | "running" | "done" | "cancelled" | "failed";
  readonly isCurrent: boolean;
  readonly startedAt: Instant | null;
  readonly lookedAt: number;
  readonly people: number;
  readonly result: ReviewResult | null;
  /** Null until it is done. */
  readonly findings: Readonly<Record<Language, WordedFindings>> | null;
  readonly levels: ComparedLevels;
  readonly names: Readonly<Record<string, string | null>>;
  readonly groups: readonly ShownGroup[];
  readonly seesAllOrders: boolean;
  readonly pastUnread: boolean;
  readonly standing: { readonly scoredAt: Instant | null } | null;
}

/** The draft tried on the shop's own orders: started, watched, read. */
export function ReviewPage({ review }: { readonly review: Review }) {
  useRefresh(review.state === "running");
  return (
    <BlockStack gap="400">
      <StartCard review={review} />
      {review.result === null ? null : <Result review={review} result={review.result} />}
    </BlockStack>
  );
}

function StartCard({ review }: { readonly review: Review }) {
  const t = useTexts(reviewTexts);
  const { title } = useTexts(reviewNoteTexts);
  const { draft } = useProgramFrame();
  const { state, isCurrent } = review;
  const canStart = state !== "running" && draft.outline !== null && !draft.dirty;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{t.intro}</Text>
        {state === "cancelled" ? <Text as="p">{t.wasCancelled}</Text> : null}
        {state === "failed" ? <InlineError fieldID="review" message={t.failed} /> : null}
        {state === "done" && !isCurrent ? (
          <Text as="p" fontWeight="semibold">
            {t.stale}
          </Text>
        ) : null}
        {draft.outline === null ? <InlineError fieldID="review" message={t.notRight} /> : null}
        {draft.dirty && draft.outline !== null ? <Text as="p">{t.unsaved}</Text> : null}
        {state === "running" ? <Progress review={review} /> : null}
        {canStart ? (
          <InlineStack>
            <DeedButton
              intent="startReview"
              label={state === "none" ? t.start : t.again}
              done={t.started}
              primary={state !== "done" || !isCurrent}
            />
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Progress({ review: { lookedAt, people } }: { readonly review: Review }) {
  const t = useTexts(reviewTexts);
  const { count } = useFormats();
  const percent = people === 0 ? 0 : Math.min(100, Math.floor((lookedAt * 100) / people));
  return (
    <BlockStack gap="200">
      <ProgressBar progress={percent} size="small" ariaLabelledBy="review-progress" />
      <div id="review-progress" role="status">
        {t.soFar(count(lookedAt), count(people))}
      </div>
      <Text as="p" tone="subdued">
        {t.goesOn}
      </Text>
      <InlineStack>
        <DeedButton intent="cancelReview" label={t.cancel} done={t.cancelled} />
      </InlineStack>
    </BlockStack>
  );
}

function Result({ review, result }: { readonly review: Review; readonly result: ReviewResult }) {
  const { levels, findings, names, groups } = review;
  return (
    <>
      <Known review={review} result={result} />
      {findings === null ? null : <FindingCards findings={findings} />}
      {result.orders === 0 ? null : (
        <>
          <FiguresCard result={result} />
          <LevelsCard result={result} levels={levels} />
          {result.before === null ? null : <LosersCard result={result} levels={levels} names={names} />}
          <GuidanceCard groups={groups} />
        </>
      )}
    </>
  );
}

/** Of which orders it speaks, and what it could not see. */
function Known({ review, result }: { readonly review: Review; readonly result: ReviewResult }) {
  const t = useTexts(reviewTexts);
  const { count, day } = useFormats();
  const { firstOrderAt, lastOrderAt, unknownOrders } = result;
  const { asksForOlderOrders, goodsGroup } = useHost().abilities;
  return (
    <Banner tone="info">
      <BlockStack gap="200">
        <Text as="p" fontWeight="semibold">
          {firstOrderAt === null || lastOrderAt === null
            ? t.nothingKnown
            : t.known(count(result.orders), count(result.people), day(firstOrderAt), day(lastOrderAt))}
        </Text>
        {review.pastUnread ? <WithLink text={t.pastUnread} /> : null}
        {!asksForOlderOrders || review.seesAllOrders ? null : <WithLink text={t.sixtyDays} />}
        {unknownOrders === 0 ? null : (
          <Text as="p">{t.unknownProducts(count(unknownOrders), goodsGroup)}</Text>
        )}
        {review.standing === null ? null : (
          <Text as="p">
            {review.standing.scoredAt === null
              ? t.amongAllUnscored
              : t.amongAll(day(review.standing.scoredAt))}
          </Text>
        )}
      </BlockStack>
    </Banner>
  );
}

function WithLink({ text }: { readonly text: string }) {
  const t = useTexts(reviewTexts);
  return (
    <Box>
      <Text as="p">
        {text} <Link url="/app/history">{t.pastOrders}</Link>
      </Text>
    </Box>
  );
}
