import {
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../../formats.tsx";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { questionTexts } from "../../i18n/publishing/question-texts.ts";
import { lookTexts } from "../../i18n/settings/look-texts.ts";
import type { PreviewManner } from "../preview/panel-preview.tsx";
import { useQuestions } from "./use-questions.ts";

interface QuestionsCardProps {
  /** The program as JSON. */
  readonly text: string;
  /** The version it is; null: a draft. */
  readonly version: { readonly version: number; readonly effectiveAt: Instant } | null;
  readonly manner: PreviewManner;
}

const FIELD = "questions-and-answers";
const LINES = 16;

/** What the program answers, in every language that shoppers read, for a page of the shop's own. */
export function QuestionsCard({ text, version, manner }: QuestionsCardProps) {
  const t = useTexts(questionTexts);
  const { languages: names } = useTexts(lookTexts);
  const { count } = useFormats();
  const reads = useLanguage();
  const [wanted, setWanted] = useState<string>(reads);
  const [done, setDone] = useState("");
  const { offered, fallback } = manner.languages;
  const language = offered.find((one) => one === wanted) ?? fallback;
  const { told, failed } = useQuestions({
    text,
    since: version === null ? null : version.effectiveAt,
    language,
    words: language === "de" && manner.address === "Sie" ? "de-formal" : language,
  });
  const copy = async () => {
    if (told === null) return;
    try {
      await navigator.clipboard.writeText(told);
      setDone(t.copied(names[language]));
    } catch {
      // A frame of another site may not copy by itself.
      const field = document.getElementById(FIELD);
      if (field instanceof HTMLTextAreaElement) field.select();
      setDone(t.selected);
    }
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.title}
        </Text>
        <Text as="p">{version === null ? t.ofDraft : t.ofVersion(count(version.version))}</Text>
        <Select
          label={t.language}
          options={offered.map((one) => ({ label: names[one], value: one }))}
          value={language}
          onChange={(value) => {
            setWanted(value);
            setDone("");
          }}
        />
        <TextField
          id={FIELD}
          label={t.title}
          labelHidden
          value={told ?? t.waiting}
          multiline={LINES}
          maxHeight="24rem"
          readOnly
          autoComplete="off"
        />
        {failed ? <InlineError fieldID={FIELD} message={t.failed} /> : null}
        <InlineStack gap="300" blockAlign="center">
          <Button disabled={told === null} onClick={() => void copy()}>
            {t.copy}
          </Button>
          <Text as="p" tone="subdued">
            <span role="status">{done}</span>
          </Text>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
