import { useNavigate } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { withValue } from "#app/domain/program/document/document-path.ts";
import { isReadyMade } from "#app/domain/journeys/offered/ready-made.ts";
import type { JourneyToEdit } from "#app/queries/journeys/journey-to-edit.ts";
import { idFrom } from "../../customers/segments/id-from.ts";
import { SaveBar } from "../../host/save-bar.tsx";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { journeyTexts } from "../../i18n/journeys/journey-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { EditingProvider } from "../../program/editor/editing.tsx";
import { nameOf } from "../../program/fields/use-reward-name.ts";
import { useDeed } from "../../use-deed.ts";
import { JourneyCards } from "./journey-cards.tsx";
import { JourneyEditingContext } from "./journey-editing.ts";
import { useJourneyDraft } from "./use-journey-draft.ts";

interface JourneyEditorProps extends JourneyToEdit {
  readonly now: Instant;
}

/** A journey as it is written: what it says, what begins it, whom it is for, what happens. */
export function JourneyEditorPage({ now, ...shown }: JourneyEditorProps) {
  const t = useTexts(journeyEditorTexts);
  const navigate = useNavigate();
  const kept = useBeginning(shown);
  const { id, version, letters, segments, program, taken } = shown;
  const isNew = id === null;
  const nameIn = useNaming(id);
  const idOf = (document: unknown) => id ?? idFrom(nameIn(document), new Set(taken), "journey");
  const draft = useJourneyDraft(kept, { id: idOf, isCopy: isNew && shown.copied !== null });
  const { document, reading } = draft;
  const name = nameIn(document);
  const journeyId = idOf(document);
  const leave = () => navigate("/app/journeys");
  const address = `/app/journeys/${encodeURIComponent(journeyId)}`;
  const deed = useDeed(isNew ? t.created : t.saved, () => (isNew ? navigate(address) : undefined));
  const errors = reading?.errors ?? [];
  const lacks = deed.problemOf("journey") === null ? null : name === null ? t.nameFirst : t.notYet;
  return (
    <Page
      title={isNew ? t.newTitle : (name ?? journeyId)}
      backAction={{ content: t.back, url: isNew ? "/app/journeys" : address }}
      secondaryActions={
        isNew ? [] : [{ content: t.duplicate, url: `/app/journey?copy=${encodeURIComponent(journeyId)}` }]
      }
    >
      <SaveBar
        id="journey"
        open={draft.isChanged && !deed.busy}
        save={t.save}
        discard={t.discard}
        onSave={() =>
          deed.send({
            ...{ id: journeyId, version: String(version) },
            document: JSON.stringify(withValue(document, ["id"], journeyId)),
          })
        }
        onDiscard={() => (isNew ? leave() : draft.put(kept))}
      />
      <EditingProvider
        editing={{
          ...{ document, program, errors, now, edit: draft.edit, change: draft.change },
          ...{ outline: null, shopCurrency: null, findSentence: () => undefined },
          segments: segments.map((segment) => ({ id: segment.id, name: { ...segment.name } })),
        }}
      >
        <JourneyEditingContext.Provider value={{ letters, segments, reading }}>
          <JourneyCards
            problem={lacks ?? deed.refusal}
            whole={withValue(document, ["id"], journeyId)}
            put={draft.put}
          />
        </JourneyEditingContext.Provider>
      </EditingProvider>
    </Page>
  );
}

/** A ready-made one is called as it is shipped as long as it has no name of its own. */
function useNaming(id: string | null): (document: unknown) => string | null {
  const { readyMade } = useTexts(journeyTexts);
  const language = useLanguage();
  const shipped = id !== null && isReadyMade(id) ? readyMade[id].name : null;
  return (document) => nameOf(document, language) ?? shipped;
}

/** What is kept, or what a new one begins with: a copy says in its name whose it is. */
function useBeginning({ id, document, copied }: JourneyToEdit): unknown {
  const t = useTexts(journeyEditorTexts);
  const { readyMade } = useTexts(journeyTexts);
  const language = useLanguage();
  if (id !== null || copied === null) return document;
  const name = copied.readyMade === null ? copied.id : readyMade[copied.readyMade].name;
  return withValue(document, ["name"], t.copyOf(nameOf(document, language) ?? name));
}
