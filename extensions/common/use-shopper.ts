import { useEffect, useState } from "preact/hooks";
import type { Asked } from "../../storefront/panel/ask-app.ts";
import { failureOf } from "../../storefront/panel/failures.ts";
import { makeSpeech, type Speech } from "../../storefront/panel/speech.ts";
import type { StorefrontAnswer, StorefrontState } from "../../storefront/state.ts";
import type { FailureWord, Words } from "../../storefront/words/words.ts";
import type { Opened } from "./shopper-client.ts";
import { wordsOfShop, type SpokenByShop } from "./shopper-words.ts";

export type Settled =
  | { readonly ok: true; readonly code: string | null }
  | { readonly ok: false; readonly word: FailureWord; readonly text: string };

export type Shopper =
  | { readonly phase: "loading" }
  | { readonly phase: "failed"; readonly text: string; readonly retry: () => void }
  | {
      readonly phase: "ready";
      readonly shop: string;
      readonly state: StorefrontState;
      readonly speech: Speech;
      /** Takes over the new state; or says what happened, what is safe and what to do. */
      readonly settle: (asked: Asked<StorefrontAnswer>) => Settled;
    };

interface Known extends SpokenByShop {
  readonly shop: string;
  readonly state: StorefrontState;
}

/** Asks once who the shopper is and what they have, and keeps it up to date with what is done. */
export function useShopper(open: () => Promise<Asked<Opened>>, words: Words, locale: string): Shopper {
  const [known, setKnown] = useState<Known | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let wanted = true;
    setFailure(null);
    void open().then((asked) => {
      if (!wanted) return;
      if (!asked.ok) setFailure(asked.sent ? words.failed.unavailable : words.failed.offline);
      else if (asked.answer.ok) setKnown(asked.answer);
      else setFailure(openingRefusal(asked.answer.refusal, words));
    });
    return () => {
      wanted = false;
    };
  }, [open, words, attempt]);

  if (failure !== null) {
    return { phase: "failed", text: failure, retry: () => setAttempt((before) => before + 1) };
  }
  if (known === null) return { phase: "loading" };
  const { shop, state } = known;
  const spoken = wordsOfShop({ words, locale }, known);
  const speech = makeSpeech(state, spoken.words, spoken.locale);
  const settle = (asked: Asked<StorefrontAnswer>): Settled => {
    const refused = failureOf(asked, speech);
    if (refused !== null || !asked.ok || !asked.answer.ok) {
      return refused ?? { ok: false, word: "unavailable", text: speech.words.failed.unavailable };
    }
    setKnown({ ...known, state: asked.answer.state });
    return { ok: true, code: asked.answer.code };
  };
  return { phase: "ready", shop, state, speech, settle };
}

function openingRefusal(refusal: string, words: Words): string {
  if (refusal === "program_missing") return words.failed.noProgram;
  return refusal === "not_signed_in" ? words.failed.signedOut : words.failed.unavailable;
}

export type ReadyShopper = Extract<Shopper, { phase: "ready" }>;
