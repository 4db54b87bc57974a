import { Text } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import type { SentenceDifference } from "./sentence-difference.ts";
import { Sentences } from "./sentences.tsx";

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
