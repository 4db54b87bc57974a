import { useNavigate } from "@remix-run/react";
import { Badge, BlockStack, Card, Layout, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { SegmentEntry } from "#app/domain/customers/segments/shop-segments.ts";
import { AskModal } from "../../ask-modal.tsx";
import { useShopFormat } from "../../formats.tsx";
import { SaveBar } from "../../host/save-bar.tsx";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { isRecord } from "#app/domain/program/document/document-path.ts";
import { useDeed } from "../../use-deed.ts";
import { JsonCard } from "./json-card.tsx";
import { LinesCard } from "./lines-card.tsx";
import type { NamedSegment } from "./condition-line.tsx";
import { idFrom } from "./id-from.ts";
import { linesOf } from "./segment-draft.ts";
import { TryCard } from "./try-card.tsx";
import { readEntry } from "./read-entry.ts";

export interface SegmentEditorProps {
  /** What is kept, or what a new one begins with. */
  readonly entry: SegmentEntry;
  readonly isNew: boolean;
  readonly isOwn: boolean;
  readonly isAdjusted: boolean;
  /** All segments of the shop as their document writes them, and their names. */
  readonly all: readonly SegmentEntry[];
  readonly named: readonly NamedSegment[];
  readonly revision: number;
}

/** A segment: what it is called, who belongs to it, and who that is right now. */
export function SegmentEditorPage({ entry: kept, ...props }: SegmentEditorProps) {
  const { isNew, isOwn, isAdjusted, all, named, revision } = props;
  const t = useTexts(segmentTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { currencyDigits: digits } = useShopFormat();
  const [entry, put] = useState(kept);
  const removing = useOpened();
  const id = isNew ? idFrom(nameIn(entry, language), new Set(all.map((one) => one.id)), "segment") : kept.id;
  const whole = { ...entry, id };
  const read = readEntry(all, whole, digits);
  // A copy has something to keep from the start.
  const isCopy = isNew && linesOf(kept.where).rows.length > 0;
  const isChanged = isCopy || JSON.stringify(entry) !== JSON.stringify(kept);
  const leave = () => navigate("/app/customers");
  const deed = useDeed((done) => doneWords(done, t), leave);
  const send = (intent: string) =>
    deed.send({ intent, id, entry: JSON.stringify(whole), revision: String(revision) });
  const problem = deed.problemOf("segment") ?? deed.refusal;
  return (
    <Page
      title={isNew ? t.newTitle : nameIn(kept, language)}
      titleMetadata={isAdjusted ? <Badge>{t.adjusted}</Badge> : isOwn ? <Badge>{t.own}</Badge> : null}
      backAction={{ content: t.back, url: "/app/customers" }}
      secondaryActions={[
        ...(isNew ? [] : [{ content: t.duplicate, url: `/app/customers/segment?copy=${kept.id}` }]),
        ...(isAdjusted ? [{ content: t.reset, onAction: () => send("reset") }] : []),
        ...(isOwn && !isNew ? [{ content: t.delete, destructive: true, onAction: removing.open }] : []),
      ]}
    >
      <SaveBar
        id="segment"
        open={isChanged && !deed.busy}
        save={t.save}
        discard={t.discard}
        onSave={() => send("save")}
        onDiscard={() => (isNew ? leave() : put(kept))}
      />
      <RemoveModal
        deed={deed}
        fields={{ intent: "remove", id, revision: String(revision) }}
        open={removing.isOpen}
        onClose={removing.close}
      />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {problem === null ? null : <Problem text={problem} />}
            <NameCard entry={entry} put={put} />
            <WhoCards
              where={entry.where}
              errors={read.errors}
              others={named.filter((one) => one.id !== id)}
              put={(where) => put({ ...entry, where })}
            />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <TryCard asked={read.isSound ? JSON.stringify(whole) : null} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** A modal that is open or not. */
function useOpened() {
  const [isOpen, put] = useState(false);
  return { isOpen, open: () => put(true), close: () => put(false) };
}

/** Who belongs to it, by lines and as the document has it. */
function WhoCards(lines: Parameters<typeof LinesCard>[0]) {
  const t = useTexts(segmentTexts);
  const { where, put } = lines;
  return (
    <>
      <LinesCard {...lines} />
      <JsonCard title={t.asJson} label={t.who} value={where ?? { all: [] }} put={put} />
    </>
  );
}

type RemoveModalProps = Pick<Parameters<typeof AskModal>[0], "deed" | "fields" | "open" | "onClose">;

function RemoveModal(asked: RemoveModalProps) {
  const t = useTexts(segmentTexts);
  return (
    <AskModal {...asked} title={t.removeTitle} action={t.delete} keep={t.keep} destructive>
      <Text as="p">{t.removeBody}</Text>
    </AskModal>
  );
}

function doneWords(deed: string, t: (typeof segmentTexts)["en"]): string {
  switch (deed) {
    case "reset":
      return t.resetDone;
    case "remove":
      return t.removed;
    default:
      return t.saved;
  }
}

function Problem({ text }: { readonly text: string }) {
  return (
    <Card>
      <Text as="p" tone="critical">
        {text}
      </Text>
    </Card>
  );
}

interface EntryProps {
  readonly entry: SegmentEntry;
  readonly put: (entry: SegmentEntry) => void;
}

function NameCard({ entry, put }: EntryProps) {
  const t = useTexts(segmentTexts);
  const language = useLanguage();
  const other = language === "en" ? "de" : "en";
  const setName = (which: "en" | "de", text: string) => {
    const name = saidTexts({ en: nameIn(entry, "en"), de: nameIn(entry, "de"), [which]: text });
    const { name: _named, ...rest } = entry;
    put(name === null ? rest : { ...rest, name });
  };
  return (
    <Card>
      <BlockStack gap="300">
        {([language, other] as const).map((which) => (
          <TextField
            key={which}
            label={t.nameIn[which]}
            autoComplete="off"
            maxLength={80}
            value={nameIn(entry, which)}
            onChange={(text) => setName(which, text)}
          />
        ))}
        <TextField
          label={t.means}
          helpText={t.meansHelp}
          autoComplete="off"
          maxLength={300}
          value={textIn(entry.means, language)}
          onChange={(text) => put(withMeaning(entry, language, text))}
        />
      </BlockStack>
    </Card>
  );
}

function textIn(texts: unknown, language: "en" | "de"): string {
  if (typeof texts === "string") return texts;
  const found = isRecord(texts) ? texts[language] : undefined;
  return typeof found === "string" ? found : "";
}

function nameIn({ name, id }: SegmentEntry, language: "en" | "de"): string {
  return name === undefined ? id : textIn(name, language);
}

/** Nothing typed in any language is no meaning: then the conditions say it. */
function withMeaning(entry: SegmentEntry, language: "en" | "de", text: string): SegmentEntry {
  const means = saidTexts({ en: textIn(entry.means, "en"), de: textIn(entry.means, "de"), [language]: text });
  const { means: _meant, ...rest } = entry;
  return means === null ? rest : { ...rest, means };
}

/** The texts that say something, by language; null where none does. */
function saidTexts(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> | null {
  const said = Object.entries(texts).filter(([, text]) => text !== "");
  return said.length === 0 ? null : Object.fromEntries(said);
}
