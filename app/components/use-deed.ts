import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import { refusalTexts, type PageRefusal } from "./i18n/refusal-texts.ts";
import { useTexts } from "./i18n/language.tsx";

/** What an action answers: done, or what is wrong with one field, or what the program does not allow. */
export type DeedAnswer =
  | { readonly kind: "done"; readonly deed: string }
  | { readonly kind: "wrong"; readonly field: string; readonly problem: string }
  | { readonly kind: "refused"; readonly refusal: PageRefusal };

export interface Deed {
  readonly busy: boolean;
  /** Sends the fields to the page's action. The same press sent twice by the network counts once. */
  readonly send: (fields: Readonly<Record<string, string>>) => void;
  /** The code of what is wrong with a field; null = nothing. */
  readonly problemOf: (field: string) => string | null;
  /** Why the program did not allow it, worded; null = it did. */
  readonly refusal: string | null;
}

/** Something a person does on a page: says it was done with a toast, keeps what went wrong at its place. */
export function useDeed(doneText: string, onDone: () => void): Deed {
  const fetcher = useFetcher<DeedAnswer>();
  const shopify = useAppBridge();
  const refusals = useTexts(refusalTexts);
  const told = useRef<unknown>(null);
  // The answer is there before the page is read anew, which may well take this very button away.
  const answer = fetcher.state === "submitting" ? undefined : fetcher.data;

  useEffect(() => {
    if (answer?.kind !== "done" || told.current === answer) return;
    told.current = answer;
    shopify.toast.show(doneText);
    onDone();
  }, [answer, doneText, onDone, shopify]);

  return {
    busy: fetcher.state !== "idle",
    send: (fields) => {
      fetcher.submit({ ...fields, key: crypto.randomUUID() }, { method: "post" });
    },
    problemOf: (field) => (answer?.kind === "wrong" && answer.field === field ? answer.problem : null),
    refusal: answer?.kind === "refused" ? refusals[answer.refusal] : null,
  };
}
