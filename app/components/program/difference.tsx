import { Text } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { sentenceDifference, type SentenceDifference } from "./sentence-difference.ts";
import { Sentences } from "./sentences.tsx";
import { publishedIn, type Reading } from "./use-reading.ts";

/** What comes and what goes, in the program's own sentences. */
export function Difference({ difference: { added, removed } }: { readonly difference: SentenceDifference }) {
  const t = useTexts(programTexts);
  return (
    <>
      {added.length === 0 ? null : <Sentences title={t.publishAdded} sentences={added} />}
      {removed.length === 0 ? null : <Sentences title={t.publishRemoved} sentences={removed} />}
      {added.length + removed.length === 0 ? <Text as="p">{t.publishSame}</Text> : null}
    </>
  );
}

interface ReadDifferenceProps {
  /** Null: there is none before it. */
  readonly before: Reading | null;
  readonly after: Reading;
}

/** The same of two texts, as soon as both are read. */
export function ReadDifference({ before, after }: ReadDifferenceProps) {
  const t = useTexts(programTexts);
  const both = before === null ? [after] : [before, after];
  if (both.every(({ current }) => current)) {
    const then = before === null ? null : publishedIn(before.told);
    return <Difference difference={sentenceDifference(then, publishedIn(after.told))} />;
  }
  return <Text as="p">{both.some(({ failed }) => failed) ? t.unreachedTitle : t.beingRead}</Text>;
}
