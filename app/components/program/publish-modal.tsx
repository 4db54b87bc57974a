import { BlockStack, InlineError, List, Modal, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { describeProgram } from "#app/domain/program/describe/describe-program.ts";
import { exampleOrder } from "#app/domain/program/example-order.ts";
import type { Program } from "#app/domain/program/program.ts";
import { formatsOf } from "../formats.tsx";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { Sentence } from "./sentence.tsx";

interface PublishModalProps {
  readonly open: boolean;
  readonly live: Program | null;
  readonly next: Program;
  readonly now: Instant;
  readonly busy: boolean;
  /** Why the shop cannot take it, worded; null = it can. */
  readonly problem: string | null;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}

/** Publishing cannot be undone: first it is said what changes, and what that does to an order. */
export function PublishModal({
  open,
  live,
  next,
  now,
  busy,
  problem,
  onPublish,
  onClose,
}: PublishModalProps) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const before = sentencesOf(live, language);
  const after = sentencesOf(next, language);
  const added = after.filter((sentence) => !before.includes(sentence));
  const removed = before.filter((sentence) => !after.includes(sentence));
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={t.publishTitle}
      primaryAction={{ content: t.publish, loading: busy, onAction: onPublish }}
      secondaryActions={[{ content: t.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{t.publishBody}</Text>
          <Sentences title={t.publishAdded} sentences={added} />
          <Sentences title={t.publishRemoved} sentences={removed} />
          {added.length + removed.length === 0 ? <Text as="p">{t.publishSame}</Text> : null}
          <Text as="p">{useDryRun(live, next, now)}</Text>
          {problem === null ? null : <InlineError fieldID="publish" message={problem} />}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <List>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>
            <Sentence text={sentence} />
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

/** The same order under both programs: the new one's, so that its rules have something to be about. */
function useDryRun(live: Program | null, next: Program, now: Instant): string {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const { points } = formatsOf(language, next);
  const after = points(exampleOrder(next, now, language).points);
  const before = points(live === null ? 0 : exampleOrder(live, now, language, next).points);
  return before === after ? t.publishExampleSame(after) : t.publishExample(before, after);
}

function sentencesOf(program: Program | null, language: Language): readonly string[] {
  return program === null ? [] : describeProgram(program, language).flatMap(({ sentences }) => sentences);
}
