import { Banner, BlockStack, List, Modal, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { formatsOf } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { useState } from "react";
import { publishingTexts } from "../i18n/publishing/publishing-texts.ts";
import { comingText } from "./fields/moment-fields.tsx";
import { useExample } from "./preview/use-example.ts";
import { type Moment, PublishWhen, RIGHT_NOW } from "./publishing/publish-when.tsx";
import { Difference } from "./difference.tsx";
import { ForeseenCard } from "./foreseen-card.tsx";
import { ReviewNote, type ShownReviewNote } from "../program-review/review-note.tsx";
import { sentenceDifference } from "./sentence-difference.ts";

interface PublishModalProps {
  readonly open: boolean;
  readonly live: ProgramOutline | null;
  readonly next: ProgramOutline;
  /** The document that is published. */
  readonly text: string;
  /** What is live as JSON; null: nothing is. */
  readonly liveText: string | null;
  readonly now: Instant;
  readonly busy: boolean;
  /** The latest dry run; null: there was none. */
  readonly review: ShownReviewNote | null;
  /** Why the shop cannot take it, worded; null = it can. */
  readonly problem: string | null;
  /** When another version is to go live, which this one replaces; null: none is. */
  readonly waiting: Instant | null;
  /** `at`: the instant with its offset; empty: now. */
  readonly onPublish: (at: string) => void;
  readonly onClose: () => void;
}

/** Publishing cannot be undone: first it is said what changes, what that does to the members and to an order. */
export function PublishModal(props: PublishModalProps) {
  const { open, live, next, text, problem, onPublish } = props;
  const t = useTexts(programTexts);
  const later = useTexts(publishingTexts);
  const [moment, setMoment] = useState(RIGHT_NOW);
  const [wrong, setWrong] = useState(false);
  const choose = (chosen: Moment) => {
    setMoment(chosen);
    setWrong(false);
  };
  const publish = () => {
    const at = moment.later ? comingText(moment, next.timezone, Date.now()) : "";
    setWrong(at === null);
    if (at !== null) onPublish(at);
  };
  return (
    <Modal
      open={open}
      onClose={props.onClose}
      title={moment.later ? later.planTitle : t.publishTitle}
      primaryAction={{
        content: moment.later ? later.plan : t.publish,
        loading: props.busy,
        onAction: publish,
      }}
      secondaryActions={[{ content: t.cancel, onAction: props.onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {problem === null ? null : <Banner tone="critical">{problem}</Banner>}
          <Text as="p">{moment.later ? later.planBody : t.publishBody}</Text>
          <Replaces waiting={props.waiting} program={next} />
          <WithoutSource activities={next.withoutSource} />
          <Difference difference={sentenceDifference(live, next)} />
          {open ? <DryRun next={next} text={text} liveText={props.liveText} /> : null}
          <ReviewNote note={props.review} onOpen={props.onClose} />
          {open ? <ForeseenCard text={text} program={next} /> : null}
          <PublishWhen moment={moment} zone={next.timezone} wrong={wrong} onChange={choose} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function Replaces({
  waiting,
  program,
}: {
  readonly waiting: Instant | null;
  readonly program: ProgramOutline;
}) {
  const t = useTexts(publishingTexts);
  const { moment } = formatsOf(useLanguage(), program);
  return waiting === null ? null : <Text as="p">{t.replaces(moment(waiting))}</Text>;
}

/** Rules that nothing in a live shop brings about: shoppers are not told of them, the merchant is. */
function WithoutSource({ activities }: { readonly activities: readonly string[] }) {
  const t = useTexts(programTexts);
  if (activities.length === 0) return null;
  return (
    <Banner tone="warning" title={t.withoutSourceTitle}>
      <BlockStack gap="200">
        <Text as="p">{t.withoutSourceBody}</Text>
        <List>
          {activities.map((activity, index) => (
            <List.Item key={index}>{activity}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Banner>
  );
}

/** The same order under both programs: the new one's, so that its rules have something to be about. */
function DryRun({ next, text, liveText }: Pick<PublishModalProps, "next" | "text" | "liveText">) {
  const t = useTexts(programTexts);
  const { points } = formatsOf(useLanguage(), next);
  const after = useExample({ text, about: null, wish: null });
  const before = useExample({ text: liveText, about: text, wish: null });
  if (after.failed || before.failed) return <Text as="p">{t.exampleFailed}</Text>;
  if (after.example === null || (liveText !== null && before.example === null)) {
    return <Text as="p">{t.exampleAsked}</Text>;
  }
  const [then, now] = [before.example === null ? 0 : before.example.points, after.example.points];
  return (
    <Text as="p">
      {then === now ? t.publishExampleSame(points(now)) : t.publishExample(points(then), points(now))}
    </Text>
  );
}
