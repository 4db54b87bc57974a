import type { ExampleOrder, ExampleWish } from "#app/domain/program/example-wish.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { isRecord } from "#app/domain/program/document/document-path.ts";
import { useAsked } from "./use-asked.ts";

interface ExampleAsked {
  /** The document as JSON; null: nothing is asked. */
  readonly text: string | null;
  /** The document whose goods the order is made of; null: its own. */
  readonly about: string | null;
  /** Null: the plain order. */
  readonly wish: ExampleWish | null;
  /** What is shown until the answer is there. */
  readonly known?: ExampleOrder | null;
}

export interface AnsweredExample {
  /** Null until it is known. */
  readonly example: ExampleOrder | null;
  readonly failed: boolean;
}

/** What an order earns under a document. The server says so: the engine is too large for a page to load. */
export function useExample({ text, about, wish, known = null }: ExampleAsked): AnsweredExample {
  const language = useLanguage();
  const body =
    text === null
      ? null
      : `{"document":${text},"about":${about ?? "null"},"wish":${JSON.stringify(wish)},"language":"${language}"}`;
  const { answer, failed } = useAsked("/app/program/example", body, "example");
  return { example: isExample(answer) ? answer : known, failed };
}

/** Our own answer, told apart from a page that stands in its way. */
function isExample(answer: unknown): answer is ExampleOrder {
  return isRecord(answer) && Array.isArray(answer["lines"]) && Array.isArray(answer["earned"]);
}
