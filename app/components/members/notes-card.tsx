import { BlockStack, Button, Card, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { actorWords } from "../activity/deed-words.ts";
import { useFormats } from "../formats.tsx";
import { deedTexts } from "../i18n/deed-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberDeedTexts } from "../i18n/members/member-deed-texts.ts";
import { useDeed } from "../use-deed.ts";
import { useProblem } from "./use-problem.ts";

export interface ShownNote {
  readonly noteId: string;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: Instant;
}

interface NotesCardProps {
  readonly notes: readonly ShownNote[];
  /** Who looks: their own notes they can take away. */
  readonly viewer: string;
  /** Nothing is written about somebody who is erased or part of another. */
  readonly canWrite: boolean;
}

/** What the team wrote down for each other. */
export function NotesCard({ notes, viewer, canWrite }: NotesCardProps) {
  const t = useTexts(memberDeedTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t.notes}
          </Text>
          <Text as="p" tone="subdued" variant="bodySm">
            {t.notesHelp}
          </Text>
        </BlockStack>
        {canWrite ? <NoteForm /> : null}
        {notes.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noNotes}
          </Text>
        ) : null}
        {notes.map((note) => (
          <Note key={note.noteId} note={note} viewer={viewer} />
        ))}
      </BlockStack>
    </Card>
  );
}

function NoteForm() {
  const t = useTexts(memberDeedTexts);
  const [text, setText] = useState("");
  const deed = useDeed(
    t.noteAdded,
    useCallback(() => setText(""), []),
  );
  const problem = useProblem(deed);
  return (
    <>
      <TextField
        label={t.note}
        autoComplete="off"
        multiline={2}
        maxLength={2_000}
        value={text}
        onChange={setText}
        {...problem("text")}
      />
      {deed.refusal === null ? null : <InlineError fieldID="note" message={deed.refusal} />}
      <InlineStack align="end">
        <Button loading={deed.busy} onClick={() => deed.send({ intent: "note", text })}>
          {t.addNote}
        </Button>
      </InlineStack>
    </>
  );
}

function Note({ note, viewer }: { readonly note: ShownNote; readonly viewer: string }) {
  const t = useTexts(memberDeedTexts);
  const who = useTexts(deedTexts);
  const { moment } = useFormats();
  const deed = useDeed(
    t.noteDropped,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="050">
      <span className="regulars-note">
        <Text as="p">{note.text}</Text>
      </span>
      <InlineStack gap="200" align="space-between">
        <Text as="span" variant="bodySm" tone="subdued">
          {t.noteBy(actorWords(note.writtenBy, viewer, who), moment(note.writtenAt))}
        </Text>
        {note.writtenBy === viewer ? (
          <Button
            variant="plain"
            tone="critical"
            loading={deed.busy}
            onClick={() => deed.send({ intent: "drop_note", noteId: note.noteId })}
          >
            {t.dropNote}
          </Button>
        ) : null}
      </InlineStack>
    </BlockStack>
  );
}
