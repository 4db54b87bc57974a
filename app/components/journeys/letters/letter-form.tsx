import { useNavigate } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useState } from "react";
import type { LetterContent } from "#app/domain/messages/letter-content.ts";
import type { LetterToEdit } from "#app/queries/messages/letter-to-edit.ts";
import { idFrom } from "../../customers/segments/id-from.ts";
import { SaveBar } from "../../host/save-bar.tsx";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { EditingProvider } from "../../program/editor/editing.tsx";
import { useDeed } from "../../use-deed.ts";
import { LanguageField, LetterCards, NameField } from "./letter-cards.tsx";
import { LetterPreviewCard } from "./letter-preview-card.tsx";
import { TestMailCard } from "./test-mail-card.tsx";
import { useLetter } from "./use-letter.ts";

export interface LetterEditorProps extends LetterToEdit {
  /** The words it is shipped with, by language; null: it is the shop's own. */
  readonly shipped: Readonly<Record<string, LetterContent>> | null;
  readonly canSend: boolean;
}

interface LetterFormProps extends LetterEditorProps {
  /** The words that stand in this language. */
  readonly kept: LetterContent;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

const NOBODY = "";
const UNNAMED = "";
const NO_CLOCK = 0;

/** The words of a letter in one language, beside how it looks. */
export function LetterForm({ kept, language, onLanguage, ...shown }: LetterFormProps) {
  const t = useTexts(letterTexts);
  const { template, shippedName, ownName, texts, revision, taken, canSend } = shown;
  const named = ownName === null ? UNNAMED : ownName;
  const [name, setName] = useState(named);
  const [memberId, setMember] = useState(NOBODY);
  const id = template ?? idFrom(name, new Set(taken), "mail");
  const draft = useLetter(kept, { template: id, language, memberId });
  const { content, errors } = draft;
  const fields = {
    template: id,
    language,
    content: JSON.stringify(content),
    name,
    revision: String(revision),
  };
  const isChanged = JSON.stringify(content) !== JSON.stringify(kept) || name !== named;
  const discard = () => {
    draft.put(kept);
    setName(named);
  };
  const saving = useSaving(id, template === null);
  const lacksName = shippedName === null && name.trim() === UNNAMED;
  return (
    <Page
      title={useTitle(shown)}
      backAction={{ content: t.back, url: "/app/letters" }}
      secondaryActions={
        shippedName !== null && texts[language] !== undefined
          ? [{ content: t.backToShipped, onAction: () => saving.send({ ...fields, intent: "as_shipped" }) }]
          : []
      }
    >
      <SaveBar
        id="letter"
        open={isChanged && !saving.busy}
        save={t.save}
        discard={t.discard}
        onSave={() => saving.save(lacksName ? null : { ...fields, intent: "save" })}
        onDiscard={discard}
      />
      <EditingProvider editing={editingOf(draft)}>
        <Layout>
          <Layout.Section variant="oneHalf">
            <LetterCards problem={saving.problem}>
              {shippedName !== null ? null : (
                <NameField name={name} onName={setName} isMissing={saving.wasTried && lacksName} />
              )}
              <LanguageField {...shown} language={language} disabled={isChanged} onLanguage={onLanguage} />
            </LetterCards>
          </Layout.Section>
          <Layout.Section variant="oneHalf">
            <BlockStack gap="400">
              <LetterPreviewCard {...draft} memberId={memberId} onChoose={setMember} />
              <TestMailCard canSend={canSend} fields={{ ...fields, memberId }} isFaulty={errors.length > 0} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </EditingProvider>
    </Page>
  );
}

/** A letter as the fields see it: nothing of a program, a shop's money or a clock stands in it. */
function editingOf({ content, errors, edit, change }: ReturnType<typeof useLetter>) {
  return {
    ...{ document: content, program: null, errors, edit, change },
    ...{ outline: null, shopCurrency: null, segments: [], now: NO_CLOCK, findSentence: () => undefined },
  };
}

function useTitle({ shippedName, ownName }: Pick<LetterEditorProps, "shippedName" | "ownName">): string {
  const t = useTexts(letterTexts);
  const language = useLanguage();
  return shippedName === null ? (ownName ?? t.newTitle) : shippedName[language];
}

/** What is done with the words; a new letter has its page once it is kept. */
function useSaving(id: string, isNew: boolean) {
  const t = useTexts(letterTexts);
  const navigate = useNavigate();
  const [wasTried, setTried] = useState(false);
  const deed = useDeed(
    (done) => (done === "save" ? t.saved : t.shipped),
    () => (isNew ? navigate(`/app/letter?template=${encodeURIComponent(id)}`) : undefined),
  );
  return {
    ...{ busy: deed.busy, send: deed.send, wasTried },
    problem: deed.problemOf("letter") === null ? deed.refusal : t.faulty,
    /** Null: something is missing, and is said where it is. */
    save: (fields: Readonly<Record<string, string>> | null) => {
      setTried(true);
      if (fields !== null) deed.send(fields);
    },
  };
}
