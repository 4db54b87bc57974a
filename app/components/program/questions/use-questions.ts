import { useEffect, useState } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { isList, isRecord } from "#app/domain/program/document/document-path.ts";
import type { ShopperLanguage } from "#app/domain/shops/merchant-choices.ts";
import { useAsked } from "../preview/use-asked.ts";

interface QuestionsAsked {
  /** The document as JSON. */
  readonly text: string;
  /** From when it is in force; null: it is a draft. */
  readonly since: Instant | null;
  readonly language: ShopperLanguage;
  /** The file with its sentences: German has one with du and one with Sie. */
  readonly words: string;
}

/**
 * What shoppers can read as questions and answers, as one text, told by the very script that tells them. Null until
 * it is known.
 */
export function useQuestions({ text, since, language, words }: QuestionsAsked): {
  readonly told: string | null;
  readonly failed: boolean;
} {
  const body = `{"document":${text},"viewer":{"kind":"guest"},"language":"${language}","since":${String(since)}}`;
  const { answer, about, failed } = useAsked("/app/program/panel", body, "state");
  const [told, setTold] = useState<string | null>(null);
  const [lost, setLost] = useState(false);
  const state = about === body ? answer : null;
  useEffect(() => {
    let over = false;
    setTold(null);
    setLost(false);
    if (state === null) return undefined;
    tell(state, words, language).then(
      (questions) => {
        if (!over) setTold(questions);
      },
      () => {
        if (!over) setLost(true);
      },
    );
    return () => {
      over = true;
    };
  }, [state, words, language]);
  return { told, failed: failed || lost };
}

async function tell(state: unknown, words: string, language: ShopperLanguage): Promise<string> {
  const [bundle, spoken] = await Promise.all([load("questions", words), load("words", words)]);
  const { questions } = bundle;
  if (!isRecord(questions) || typeof questions["list"] !== "function")
    throw new Error("The script of questions offers no list.");
  const listed: unknown = Reflect.apply(questions["list"], null, [state, spoken["default"], language]);
  if (!isList(listed)) throw new Error("The script of questions told something else.");
  return listed
    .filter(isRecord)
    .map(({ question, answers }) => [question, ...(isList(answers) ? answers : [])].join("\n"))
    .join("\n\n");
}

async function load(name: string, words: string): Promise<Readonly<Record<string, unknown>>> {
  const script: unknown = await import(/* @vite-ignore */ `/storefront/regulars-${name}-${words}.js`);
  if (!isRecord(script)) throw new Error(`The script of ${name} is something else.`);
  return script;
}
