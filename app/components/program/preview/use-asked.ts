import { useEffect, useState } from "react";
import { isRecord } from "../editor/document-path.ts";

/** Typing asks once it rests. */
const PAUSE_MS = 300;

export interface Asked {
  /** Null until it is known. */
  readonly answer: unknown;
  readonly failed: boolean;
}

/**
 * Asks the server about a draft as it is typed. `body` is JSON, null asks nothing; the answer is what stands under
 * `name`. Where that is null the draft is not right yet, and what was answered before stays.
 */
export function useAsked(address: string, body: string | null, name: string): Asked {
  const [asked, setAsked] = useState<Asked>({ answer: null, failed: false });
  useEffect(() => {
    if (body === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(address, body, stop.signal)
        .then((answers) => setAsked((before) => ({ answer: answers[name] ?? before.answer, failed: false })))
        .catch(() => {
          if (!stop.signal.aborted) setAsked((before) => ({ ...before, failed: true }));
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, body, name]);
  return asked;
}

async function ask(
  address: string,
  body: string,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(address, { method: "POST", headers, body, signal });
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}.`);
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new Error(`${address} answered something else.`);
  return answer;
}
