import { Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { BulkDeedPage } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { useFormats } from "../../formats.tsx";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { BulkButton } from "./bulk-button.tsx";

/** What came of it, where it has ended one way or another. */
export function BulkOutcome({ bulk }: { readonly bulk: BulkDeedPage }) {
  const t = useTexts(bulkTexts);
  const { count, points, moment } = useFormats();
  const { booked, undone } = bulk.counts;
  const { kind } = bulk.deed;
  const done =
    kind === "points"
      ? t.donePoints(count(booked.rows), points(booked.points))
      : (kind === "reward" ? t.doneReward : t.doneBody)(count(booked.rows));
  const until = bulk.undoUntil === null ? [] : [t.undoUntil(moment(bulk.undoUntil))];
  const undo = bulk.undoUntil === null ? null : <BulkButton does="undo" bulk={bulk} />;
  switch (bulk.state) {
    case "done":
      return (
        <Outcome tone="success" title={t.doneTitle} body={[done, ...until]}>
          {undo}
        </Outcome>
      );
    case "stopped":
      return (
        <Outcome tone="warning" title={t.stoppedTitle} body={[done, ...until]}>
          <BulkButton does="go_on" bulk={bulk} />
          {undo}
        </Outcome>
      );
    case "undone": {
      const members = count(undone.rows);
      const stayed =
        kind === "reward"
          ? t.undoneKept(members, count(undone.points))
          : t.undoneSpent(members, points(undone.points));
      const body = undone.points > 0 ? stayed : t.undoneBody(members);
      return <Outcome tone="info" title={t.undoneTitle} body={[body]} />;
    }
    case "failed":
      return (
        <Outcome tone="critical" title={t.failedTitle} body={[t.failedBody]}>
          <BulkButton does="discard" bulk={bulk} />
        </Outcome>
      );
    case "receiving":
    case "checking":
    case "ready":
    case "booking":
    case "undoing":
      return null;
  }
}

interface OutcomeProps {
  readonly tone: "success" | "warning" | "info" | "critical";
  readonly title: string;
  readonly body: readonly string[];
  readonly children?: ReactNode;
}

function Outcome({ tone, title, body, children }: OutcomeProps) {
  return (
    <Banner tone={tone} title={title}>
      <BlockStack gap="300" inlineAlign="start">
        {body.map((text) => (
          <Text as="p" key={text}>
            {text}
          </Text>
        ))}
        <InlineStack gap="300">{children}</InlineStack>
      </BlockStack>
    </Banner>
  );
}
