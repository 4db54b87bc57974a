import { useCallback, useMemo, useState } from "react";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { useDeed, type Deed } from "../use-deed.ts";
import {
  isList,
  valueAt,
  withValue,
  type DocumentPlace,
} from "#app/domain/program/document/document-path.ts";
import { outlineIn, useReading, type KnownReading, type Reading } from "./use-reading.ts";

export interface KeptDraft {
  readonly text: string;
  readonly revision: number;
}

/** The revision of a draft that is not kept yet. */
const NO_DRAFT = 0;

export interface Draft {
  readonly text: string;
  /** What is kept: the draft, or what is live where there is none. */
  readonly kept: string;
  readonly dirty: boolean;
  /** Of the text as it was a moment ago: reading trails the typing. */
  readonly reading: Reading;
  /** What was read, where nothing is wrong with it. */
  readonly outline: ProgramOutline | null;
  /** The text's JSON; undefined while it is none. */
  readonly document: unknown;
  readonly save: Deed;
  readonly put: (text: string) => void;
  readonly send: () => void;
  readonly edit: (place: DocumentPlace, value: unknown) => void;
  readonly change: (place: DocumentPlace, next: (entries: readonly unknown[]) => readonly unknown[]) => void;
}

/** The text of the program as it is edited: one state, which forms and text field are windows on. */
export function useDraft(
  keptDraft: KeptDraft | null,
  liveText: string,
  known: readonly KnownReading[],
): Draft {
  const t = useTexts(programTexts);
  const kept = keptDraft?.text ?? liveText;
  const [text, put] = useFollowing(kept);
  const reading = useReading(text, known);
  const document = useMemo(() => jsonOf(text), [text]);
  const save = useDeed(
    useCallback(
      (deed: string) => (deed === "as_live" ? t.savedAsLive : deed === "save" ? t.saved : t.savedWithErrors),
      [t],
    ),
    useCallback((deed: string) => (deed === "as_live" ? put(liveText) : undefined), [liveText, put]),
  );
  const edit = useCallback<Draft["edit"]>(
    (place, value) => put((now) => rewritten(now, (before) => withValue(before, place, value))),
    [put],
  );
  const change = useCallback<Draft["change"]>(
    (place, next) =>
      put((now) =>
        rewritten(now, (before) => {
          const entries = valueAt(before, place);
          return withValue(before, place, next(isList(entries) ? entries : []));
        }),
      ),
    [put],
  );
  const revision = keptDraft?.revision ?? NO_DRAFT;
  return {
    text,
    kept,
    dirty: text !== kept,
    reading,
    outline: outlineIn(reading.told),
    document,
    save,
    put,
    send: () => save.send({ intent: "save", text, revision: String(revision) }),
    edit,
    change,
  };
}

/** A text that is no JSON is nobody's form: it stays as it is. */
function rewritten(text: string, change: (document: unknown) => unknown): string {
  const document = jsonOf(text);
  return document === undefined ? text : JSON.stringify(change(document), null, 2);
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
