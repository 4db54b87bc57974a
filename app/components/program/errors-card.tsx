import { Banner, BlockStack, Link, List, Text } from "@shopify/polaris";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import type { ProgramReading } from "#app/queries/program/read-program-text.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { errorWords } from "./editor/error-words.ts";
import { placeOfError } from "./place-of-error.ts";
import { addressOf } from "./parts-nav.tsx";

interface DocumentProblemsProps {
  /** Null: it was not read yet. */
  readonly read: ProgramReading | null;
  /** With the places of the document by their own names, for whoever edits it as text. */
  readonly technical?: boolean;
}

/** All that is wrong with the program, each with the page where it is put right. */
export function DocumentProblems({ read, technical = false }: DocumentProblemsProps) {
  const t = useTexts(programTexts);
  if (read === null || read.kind === "program") return null;
  if (read.kind === "not_json") {
    return (
      <Banner tone="critical" title={t.notJson}>
        <Text as="p">{t.notJsonLine(read.line)}</Text>
      </Banner>
    );
  }
  return (
    <Banner tone="critical" title={t.errors(read.errors.length)}>
      <List>
        {read.errors.map((error) => (
          <List.Item key={`${error.path} ${error.found}`}>
            {technical ? <Technical error={error} /> : <Told error={error} />}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}

function Told({ error: { path, allowed } }: { readonly error: DocumentError }) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const { page, entry } = placeOfError(path);
  const name = entry === null ? t.pages[page] : t.entryOf(t.pages[page], entry);
  return (
    <>
      <Link url={addressOf(page)}>{name}</Link>: {errorWords(allowed, language)}
    </>
  );
}

function Technical({ error: { path, found, allowed } }: { readonly error: DocumentError }) {
  const t = useTexts(programTexts);
  return (
    <BlockStack>
      <Text as="span" fontWeight="semibold">
        {path === "" ? t.wholeDocument : path}
      </Text>
      <Text as="span" breakWord>
        {t.found}: {found}. {t.allowed}: {allowed}.
      </Text>
    </BlockStack>
  );
}
