import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useHost } from "./host/host.tsx";
import { refusalTexts, type PageRefusal } from "./i18n/refusal-texts.ts";
import { useTexts } from "./i18n/language.tsx";

/** What an action answers: done, or what is wrong with one field, or what the program does not allow. */
export type DeedAnswer =
  | {
      readonly kind: "done";
      readonly deed: string;
      /** What came of it, where it is more than done: a code. */
      readonly made?: string;
    }
  | { readonly kind: "wrong"; readonly field: string; readonly problem: string }
  | { readonly kind: "refused"; readonly refusal: PageRefusal };

export interface Deed {
  readonly busy: boolean;
  /** Sends the fields to the page's action. The same press sent twice by the network counts once. */
  readonly send: (fields: Readonly<Record<string, string>>) => void;
  /** The code of what is wrong with a field; null = nothing. */
  readonly problemOf: (field: string) => string | null;
  /** What the last one made: a code; null = nothing. */
  readonly made: string | null;
  /** Why the program did not allow it, worded; null = it did. */
  readonly refusal: string | null;
}

/** Where an action comes to several ends, what each of them is called. */
type DoneWords = (deed: string) => string;

/**
 * Something a person does on a page: says it was done with a toast, keeps what went wrong at its place. No words:
 * the page itself shows that it was done. `to`: the address that does it, where it is another page's.
 */
export function useDeed(
  doneText: string | DoneWords | null,
  onDone: (deed: string) => void,
  to: string | null = null,
): Deed {
  const fetcher = useFetcher<DeedAnswer>();
  const { showToast } = useHost();
  const refusals = useTexts(refusalTexts);
  const told = useRef<unknown>(null);
  // The answer is there before the page is read anew, which may well take this very button away.
  const answer = fetcher.state === "submitting" ? undefined : fetcher.data;

  useEffect(() => {
    if (answer?.kind !== "done" || told.current === answer) return;
    told.current = answer;
    if (doneText !== null) showToast(typeof doneText === "string" ? doneText : doneText(answer.deed));
    onDone(answer.deed);
  }, [answer, doneText, onDone, showToast]);

  return {
    busy: fetcher.state !== "idle",
    send: (fields) => {
      const address = to === null ? {} : { action: to };
      fetcher.submit({ ...fields, key: crypto.randomUUID() }, { method: "post", ...address });
    },
    problemOf: (field) => (answer?.kind === "wrong" && answer.field === field ? answer.problem : null),
    made: answer?.kind === "done" ? (answer.made ?? null) : null,
    refusal: answer?.kind === "refused" ? refusals[answer.refusal] : null,
  };
}
