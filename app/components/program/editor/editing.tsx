import { createContext, useContext, type ReactNode } from "react";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { placeText, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { errorWords } from "./error-words.ts";
import type { FindSentence } from "./find-sentence.ts";

/** A segment of the shop, as the program names it. */
export interface NamedSegment {
  readonly id: string;
  readonly name: string | Readonly<Record<string, string>>;
}

/** The draft as the forms see it: one document, which every field is a window on. */
export interface Editing {
  readonly document: unknown;
  /** The program whose levels, rewards and challenges it names: the draft itself, or the live one. */
  readonly program: unknown;
  /** What is wrong with it; empty where it is a program. */
  readonly errors: readonly DocumentError[];
  /** Null while something is wrong. */
  readonly outline: ProgramOutline | null;
  readonly findSentence: FindSentence;
  /** The shop's; null where it is not known yet. */
  readonly shopCurrency: string | null;
  /** The shop's, in their order. */
  readonly segments: readonly NamedSegment[];
  readonly now: Instant;
  /** Puts a value at a place; undefined takes the field away. */
  readonly edit: (place: DocumentPlace, value: unknown) => void;
  /** Changes a list into another, from what it holds by then: an undo may come late. */
  readonly change: (place: DocumentPlace, next: (entries: readonly unknown[]) => readonly unknown[]) => void;
}

const EditingContext = createContext<Editing | null>(null);

export function EditingProvider({
  editing,
  children,
}: {
  readonly editing: Editing;
  readonly children: ReactNode;
}) {
  return <EditingContext.Provider value={editing}>{children}</EditingContext.Provider>;
}

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  assert(editing !== null, "forms stand inside the program's frame");
  return editing;
}

/** What is wrong at a place or, with `within`, at anything in it, in the merchant's words. */
export function useErrorAt(place: DocumentPlace, within = false): string | null {
  const { errors } = useEditing();
  const language = useLanguage();
  const path = placeText(place);
  const error = errors.find(
    (one) =>
      one.path === path || (within && (one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`))),
  );
  return error === undefined ? null : errorWords(error.allowed, language);
}

/** One field of the document. */
export function useField(place: DocumentPlace): {
  readonly value: unknown;
  readonly error: string | null;
  readonly set: (value: unknown) => void;
} {
  const { document, edit } = useEditing();
  return {
    value: valueAt(document, place),
    error: useErrorAt(place, true),
    set: (value) => edit(place, value),
  };
}
