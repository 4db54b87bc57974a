import { BlockStack, Button, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import { useCallback, useEffect, useRef } from "react";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { ReviewResult } from "#app/domain/program-review/review-result.ts";
import { useShares } from "../customers/use-shares.ts";
import { formatsOf, useFormats } from "../formats.tsx";
import { useRefresh } from "../history/use-refresh.ts";
import { useHost } from "../host/host.tsx";
import { firstRunTexts } from "../i18n/first-run/first-run-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import type { ProgramNames, ShownFirstRun } from "./shown-first-run.ts";

interface OwnOrdersCardProps {
  readonly run: ShownFirstRun;
  readonly program: ProgramNames;
}

/** What the program would have given for the shop's own recent orders: read, tried, told. */
export function OwnOrdersCard({ run, program }: OwnOrdersCardProps) {
  const t = useTexts(firstRunTexts);
  const { past, review } = run;
  const retry = useTried(run);
  useRefresh(past === "reading" || review.state === "running");
  const result = review.isCurrent && review.state === "done" ? review.result : null;
  const isOver = past !== "reading" && review.state !== "running" && result === null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.own}
        </Text>
        <div role="status">
          <Under run={run} />
        </div>
        {past === "failed" ? (
          <Text as="p">
            {t.pastFailed} <Link url="/app/history">{t.pastOrders}</Link>
          </Text>
        ) : null}
        {result === null ? null : <Outcome run={run} result={result} program={program} />}
        {isOver ? (
          <InlineStack gap="300" blockAlign="center">
            <Text as="span">{t.notTried}</Text>
            <Button loading={retry.busy} onClick={() => retry.send({ intent: "try" })}>
              {t.tryAgain}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

/** Once the past has been read it is tried by itself: the page was waiting for nothing else. */
function useTried({ past }: ShownFirstRun) {
  const deed = useDeed(
    null,
    useCallback(() => undefined, []),
  );
  const before = useRef(past);
  const { send } = deed;
  useEffect(() => {
    const wasReading = before.current === "reading";
    before.current = past;
    if (wasReading && past !== "reading") send({ intent: "try" });
  });
  return deed;
}

function Under({ run: { past, pastOrdersRead, review } }: { readonly run: ShownFirstRun }) {
  const t = useTexts(firstRunTexts);
  const { count } = useFormats();
  if (past === "reading") {
    return (
      <Text as="p">
        {t.looking} {pastOrdersRead === 0 ? "" : t.soFar(count(pastOrdersRead))} {t.noWaiting}
      </Text>
    );
  }
  return review.state === "running" ? <Text as="p">{t.trying}</Text> : null;
}

interface OutcomeProps extends OwnOrdersCardProps {
  readonly result: ReviewResult;
}

function Outcome({ run, result, program }: OutcomeProps) {
  const t = useTexts(firstRunTexts);
  const language = useLanguage();
  const { count, day, money } = formatsOf(language, program);
  const written = useShares();
  const { asksForOlderOrders } = useHost().abilities;
  const { orders, people, firstOrderAt, lastOrderAt, after, salesMinor } = result;
  if (orders === 0 || firstOrderAt === null || lastOrderAt === null) return <Text as="p">{t.noOrders}</Text>;
  // The lowest level is everybody's.
  const levels = (program.tiers === null ? [] : program.tiers.levels).slice(1).flatMap(({ id, name }) => {
    const reached = after.levels.find(({ levelId }) => levelId === id);
    return reached === undefined ? [] : [{ id, name, people: reached.people }];
  });
  return (
    <BlockStack gap="300">
      <Text as="p">{t.wouldHave(count(orders), count(people), day(firstOrderAt), day(lastOrderAt))}</Text>
      <InlineGrid columns={{ xs: 2, sm: 3 }} gap="300">
        <Told label={t.given} value={count(after.earned)} />
        {after.costMinor === null ? null : (
          <>
            <Told label={t.cost2} value={money(after.costMinor)} />
            {salesMinor === 0 ? null : (
              <Told label={t.share} value={written("share", after.costMinor / salesMinor)} />
            )}
          </>
        )}
        {levels.map(({ id, name, people: reached }) => (
          <Told key={id} label={t.onLevel(inLanguage(name, language))} value={count(reached)} />
        ))}
      </InlineGrid>
      {asksForOlderOrders && !run.review.seesAllOrders ? (
        <Text as="p" tone="subdued">
          {t.sixtyDays}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function Told({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <BlockStack>
      <Text as="span" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text as="span" variant="headingMd">
        {value}
      </Text>
    </BlockStack>
  );
}
