import { useState } from "react";
import { isRecord } from "#app/domain/program/document/document-path.ts";
import type { ExampleOrder } from "#app/domain/program/example-wish.ts";
import type { ProgramOutline, ProgramReading } from "#app/queries/program/read-program-text.ts";
import { useLanguage, type Language } from "../i18n/language.tsx";
import { useAsked } from "./preview/use-asked.ts";

/** A text that was read before the page was sent, for readers of both languages. */
export interface KnownReading {
  readonly text: string;
  readonly readings: Readonly<Record<Language, ProgramReading>>;
  /** What the plain order earns under it; null: it is no program. */
  readonly examples: Readonly<Record<Language, ExampleOrder>> | null;
}

export interface Reading {
  /** What the latest text that was read is; null until one was. Reading trails the typing. */
  readonly told: ProgramReading | null;
  /** The text it is about. */
  readonly of: string;
  /** It is about the text as it stands. */
  readonly current: boolean;
  /** The server could not be reached; it is asked again until it can. */
  readonly failed: boolean;
}

const NOTHING_TYPED = "";
const NOTHING_KNOWN: readonly KnownReading[] = [];

/**
 * What a program's text says. The server reads it, with the code that publishes and judges: the reader with all
 * its checks is too large for a page to load. Null asks nothing.
 */
export function useReading(text: string | null, known: readonly KnownReading[] = NOTHING_KNOWN): Reading {
  const language = useLanguage();
  const before = known.find((one) => one.text === text)?.readings[language];
  const body = text === null || before !== undefined ? null : JSON.stringify({ text, language });
  const { answer, about, failed } = useAsked("/app/program/read", body, "reading");
  const answered = body !== null && about === body && isReading(answer) ? answer : null;
  const fresh = before ?? answered;
  const [last, setLast] = useState({ told: fresh, of: text === null ? NOTHING_TYPED : text });
  if (fresh !== null && text !== null && (fresh !== last.told || text !== last.of)) {
    setLast({ told: fresh, of: text });
  }
  return { ...last, current: fresh !== null, failed: failed && body !== null };
}

/** Our own answer, told apart from a page that stands in its way. */
function isReading(answer: unknown): answer is ProgramReading {
  return isRecord(answer) && typeof answer["kind"] === "string";
}

/** The program in a text that nothing is wrong with; null where there is none. */
export function outlineIn(told: ProgramReading | null): ProgramOutline | null {
  return told?.kind === "program" ? told.outline : null;
}

/** What a text says that was published once, though this shop could not take it today. */
export function publishedIn(told: ProgramReading | null): ProgramOutline | null {
  return told === null || told.kind === "not_json" ? null : told.outline;
}
