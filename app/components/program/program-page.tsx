import { SaveBar } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Card, InlineError, Layout, Page, TextField } from "@shopify/polaris";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import type { Program } from "#app/domain/program/program.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { useDeed } from "../use-deed.ts";
import { DocumentProblems } from "./errors-card.tsx";
import { ExampleCard, MeaningCard } from "./preview.tsx";
import { PublishModal } from "./publish-modal.tsx";
import { readDocument, type ReadDocument } from "./read-document.ts";
import { StarterCard } from "./starter-card.tsx";
import { VersionsCard, type ShownVersion } from "./versions-card.tsx";

interface ProgramPageProps {
  readonly draft: { readonly text: string; readonly revision: number } | null;
  readonly versions: readonly ShownVersion[];
  readonly now: Instant;
}

/** What the editor shows where there is neither a draft nor a version. */
const NOTHING_YET = "";
/** The revision of a draft that is not kept yet. */
const NO_DRAFT = 0;

/** The program as a text to edit; beside it, at every keystroke, what it says and what an order would earn. */
export function ProgramPage({ draft, versions, now }: ProgramPageProps) {
  const t = useTexts(programTexts);
  const live = versions.find(({ state }) => state === "live");
  const liveText = live?.text ?? NOTHING_YET;
  const kept = draft?.text ?? liveText;
  const [text, setText] = useFollowing(kept);
  const read = useRead(text);
  const program = programIn(read);
  const liveProgram = programIn(useRead(liveText));
  const [publishing, setPublishing] = useState(false);
  const close = useCallback(() => setPublishing(false), []);
  const publish = useDeed(t.published, close);
  const whyNot =
    program === null ? t.notRight : text !== kept ? t.notSaved : text === liveText ? t.notDifferent : null;
  return (
    <Page
      fullWidth
      title={t.title}
      titleMetadata={<StateBadge drafted={draft !== null} liveVersion={live?.version ?? null} />}
      primaryAction={{
        content: t.publish,
        disabled: whyNot !== null,
        helpText: whyNot,
        onAction: () => setPublishing(true),
      }}
    >
      <Layout>
        <Layout.Section variant="oneHalf">
          <BlockStack gap="400">
            <StarterCard onLoad={setText} />
            <EditorCard
              text={text}
              kept={kept}
              revision={draft?.revision ?? NO_DRAFT}
              read={read}
              onChange={setText}
            />
            <VersionsCard versions={versions} onLoad={setText} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneHalf">
          <BlockStack gap="400">
            <MeaningCard program={program} />
            <ExampleCard program={program} now={now} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      {program === null ? null : (
        <PublishModal
          open={publishing}
          live={liveProgram}
          next={program}
          now={now}
          busy={publish.busy}
          problem={publish.problemOf("text")}
          onPublish={() => publish.send({ intent: "publish", text })}
          onClose={close}
        />
      )}
    </Page>
  );
}

interface EditorCardProps {
  readonly text: string;
  readonly kept: string;
  readonly revision: number;
  readonly read: ReadDocument;
  readonly onChange: (text: string) => void;
}

function EditorCard({ text, kept, revision, read, onChange }: EditorCardProps) {
  const t = useTexts(programTexts);
  const save = useDeed(
    t.saved,
    useCallback(() => undefined, []),
  );
  return (
    <Card>
      <SaveBar id="program-draft" open={text !== kept}>
        <button
          variant="primary"
          onClick={() => save.send({ intent: "save", text, revision: String(revision) })}
        >
          {t.save}
        </button>
        <button onClick={() => onChange(kept)}>{t.discard}</button>
      </SaveBar>
      <BlockStack gap="300">
        <TextField
          label={t.document}
          helpText={t.documentHelp}
          value={text}
          onChange={onChange}
          multiline={24}
          maxHeight="70vh"
          monospaced
          autoComplete="off"
          spellCheck={false}
        />
        <DocumentProblems read={read} />
        {save.refusal === null ? null : <InlineError fieldID="program-draft" message={save.refusal} />}
      </BlockStack>
    </Card>
  );
}

function StateBadge({
  drafted,
  liveVersion,
}: {
  readonly drafted: boolean;
  readonly liveVersion: number | null;
}) {
  const t = useTexts(programTexts);
  const { count } = useFormats();
  if (drafted) return <Badge tone="attention">{t.draftBadge}</Badge>;
  if (liveVersion === null) return <Badge>{t.notLive}</Badge>;
  return <Badge tone="success">{t.liveBadge(count(liveVersion))}</Badge>;
}

/** A text that is typed, and that follows what is kept as long as it is no different from it. */
function useFollowing(kept: string) {
  const [text, setText] = useState(kept);
  const [followed, setFollowed] = useState(kept);
  if (followed !== kept) {
    setFollowed(kept);
    if (text === followed) setText(kept);
  }
  return [text, setText] as const;
}

/** Reading trails the typing: a long document never makes a keystroke wait. */
function useRead(text: string): ReadDocument {
  const settled = useDeferredValue(text);
  return useMemo(() => readDocument(settled), [settled]);
}

function programIn(read: ReadDocument): Program | null {
  return read.kind === "program" ? read.program : null;
}
