import { useLocation } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import type { AdminProgramVersion } from "#app/queries/program/admin-program.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useFormats } from "../formats.tsx";
import { SaveBar } from "../host/save-bar.tsx";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { publishingTexts } from "../i18n/publishing/publishing-texts.ts";
import { QuietBadge } from "../quiet-badge.tsx";
import { useDeed } from "../use-deed.ts";
import { ComingBanner } from "./publishing/coming-banner.tsx";
import { DraftBanners } from "./draft-banners.tsx";
import { EditingProvider, type Editing, type NamedSegment } from "./editor/editing.tsx";
import { ProgramFrameContext } from "./frame-context.ts";
import { addressOf, PartsNav } from "./parts-nav.tsx";
import { ExampleCard } from "./example-card.tsx";
import { MeaningCard } from "./meaning-card.tsx";
import type { ShownReviewNote } from "../program-review/review-note.tsx";
import { PanelPreview, type PreviewManner } from "./preview/panel-preview.tsx";
import { PublishModal } from "./publish-modal.tsx";
import { findSentenceIn } from "./editor/find-sentence.ts";
import { jsonOf, useDraft, type Draft, type KeptDraft } from "./use-draft.ts";
import { publishedIn, useReading, type KnownReading } from "./use-reading.ts";

interface ProgramFrameProps {
  readonly draft: KeptDraft | null;
  readonly versions: readonly AdminProgramVersion[];
  readonly carrying: { readonly members: number; readonly behind: number } | null;
  /** The shop's; null where it is not known yet. */
  readonly currency: string | null;
  readonly segments: readonly NamedSegment[];
  /** Who looks at it, as the record names people. */
  readonly viewer: string;
  /** What was read for the page already: the draft and what is live. */
  readonly known: readonly KnownReading[];
  /** How the widget looks and speaks. */
  readonly manner: PreviewManner;
  /** The latest dry run; null: there was none. */
  readonly review: ShownReviewNote | null;
  readonly now: Instant;
  readonly children: ReactNode;
}

/** What the editor shows where there is neither a draft nor a version. */
const NOTHING_YET = "";

/** Around every page of the program: its parts, the draft with its save bar, what it means and publishing. */
export function ProgramFrame({ draft: keptDraft, children, review, segments, ...shown }: ProgramFrameProps) {
  const { versions, currency, manner, known, now } = shown;
  const t = useTexts(programTexts);
  const live = versions.find(({ state }) => state === "live");
  const liveText = live?.text ?? NOTHING_YET;
  const draft = useDraft(keptDraft, liveText, known);
  const editing = useEditingOf(draft, { shopCurrency: currency, segments, now });
  const { pathname } = useLocation();
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const close = useCallback(() => setAsking(null), []);
  const whyNot = whyNotPublished(draft, liveText, t);
  return (
    <Page
      fullWidth
      title={t.title}
      titleMetadata={<StateBadge drafted={keptDraft !== null} liveVersion={live?.version ?? null} />}
      primaryAction={{
        content: t.publish,
        disabled: whyNot !== null,
        helpText: whyNot,
        onAction: () => setAsking("publish"),
      }}
      secondaryActions={
        keptDraft === null ? [] : [{ content: t.discardDraft, onAction: () => setAsking("discard") }]
      }
    >
      <SaveBar
        id="program-draft"
        open={draft.dirty}
        save={t.save}
        discard={t.discard}
        onSave={draft.send}
        onDiscard={() => draft.put(draft.kept)}
      />
      <DiscardDraft revision={keptDraft?.revision ?? null} open={asking === "discard"} onClose={close} />
      <BlockStack gap="400">
        <PartsNav />
        <ComingBanner versions={versions} />
        <DraftBanners draft={draft} known={known} />
        <Layout>
          <Layout.Section>
            <EditingProvider editing={editing}>
              <ProgramFrameContext.Provider value={{ draft, ...shown }}>
                {children}
              </ProgramFrameContext.Provider>
            </EditingProvider>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <ExampleCard program={draft.outline} text={draft.reading.of} known={known} />
              <PanelPreview levels={levelsOf(draft)} text={draft.reading.of} since={null} manner={manner} />
              {pathname === addressOf("overview") ? null : <MeaningCard program={draft.outline} />}
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
      <Publishing
        draft={draft}
        liveText={liveText}
        known={known}
        review={review}
        waiting={versions.find(({ state }) => state === "waiting")?.effectiveAt ?? null}
        now={now}
        open={asking === "publish"}
        onClose={close}
      />
    </Page>
  );
}

function useEditingOf(draft: Draft, shop: Pick<Editing, "shopCurrency" | "segments" | "now">): Editing {
  const { document, outline, edit, change } = draft;
  const { told, of } = draft.reading;
  const errors = told?.kind === "wrong" ? told.errors : [];
  const findSentence = useMemo(
    () =>
      told === null || told.kind === "not_json" ? () => undefined : findSentenceIn(jsonOf(of), told.entries),
    [told, of],
  );
  return { ...shop, document, program: document, errors, outline, findSentence, edit, change };
}

/** The levels of a draft; null while it is not right. */
function levelsOf({ outline }: Draft) {
  return outline === null ? null : (outline.tiers?.levels ?? []);
}

function whyNotPublished(
  { outline, dirty, text }: Draft,
  liveText: string,
  t: (typeof programTexts)["en"],
): string | null {
  if (outline === null) return t.notRight;
  if (dirty) return t.notSaved;
  return text === liveText ? t.notDifferent : null;
}

interface PublishingProps {
  readonly draft: Draft;
  readonly liveText: string;
  readonly known: readonly KnownReading[];
  readonly review: ShownReviewNote | null;
  /** When another version is to go live; null: none is. */
  readonly waiting: Instant | null;
  readonly now: Instant;
  readonly open: boolean;
  readonly onClose: () => void;
}

function Publishing({ draft, liveText, known, onClose, ...shown }: PublishingProps) {
  const t = useTexts(programTexts);
  const later = useTexts(publishingTexts);
  const { outline, text } = draft;
  const live = publishedIn(useReading(liveText, known).told);
  const publish = useDeed((deed) => (deed === "plan" ? later.planned : t.published), onClose);
  if (outline === null) return null;
  return (
    <PublishModal
      {...shown}
      live={live}
      next={outline}
      text={text}
      liveText={live === null ? null : liveText}
      busy={publish.busy}
      problem={publish.problemOf("text")}
      onPublish={(at) => publish.send({ intent: "publish", text, at })}
      onClose={onClose}
    />
  );
}

interface DiscardDraftProps {
  /** Null: there is no draft. */
  readonly revision: number | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

function DiscardDraft({ revision, open, onClose }: DiscardDraftProps) {
  const t = useTexts(programTexts);
  if (revision === null) return null;
  return (
    <ConfirmModal
      open={open}
      title={t.discardDraftTitle}
      body={[t.discardDraftBody]}
      action={t.discardDraft}
      keep={t.discardDraftKeep}
      done={t.draftDiscarded}
      destructive
      fields={{ intent: "discard", revision: String(revision) }}
      onClose={onClose}
    />
  );
}

interface StateBadgeProps {
  readonly drafted: boolean;
  readonly liveVersion: number | null;
}

function StateBadge({ drafted, liveVersion }: StateBadgeProps) {
  const t = useTexts(programTexts);
  const { count } = useFormats();
  if (drafted) return <QuietBadge tone="attention">{t.draftBadge}</QuietBadge>;
  if (liveVersion === null) return <QuietBadge tone={null}>{t.notLive}</QuietBadge>;
  return <QuietBadge tone="success">{t.liveBadge(count(liveVersion))}</QuietBadge>;
}
