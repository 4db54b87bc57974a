import { useEffect, useState } from "react";
import { isRecord } from "#app/domain/program/document/document-path.ts";

/** Typing asks once it rests. */
const PAUSE_MS = 200;
/** A question that was lost is asked again after this, and as soon as the browser says it is back. */
const AGAIN_MS = 5_000;

export interface Asked {
  /** Null until it is known. */
  readonly answer: unknown;
  /** The question that it answers; null until there is one. */
  readonly about: string | null;
  /** The latest question was lost, and is asked again until it is answered. */
  readonly failed: boolean;
}

/**
 * Asks the server about a draft as it is typed. `body` is JSON, null asks nothing; the answer is what stands under
 * `name`. Where that is null the draft is not right yet, and what was answered before stays.
 */
export function useAsked(address: string, body: string | null, name: string): Asked {
  const [asked, setAsked] = useState<Asked>({ answer: null, about: null, failed: false });
  const [lost, setLost] = useState(0);
  useEffect(() => {
    if (body === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(address, body, stop.signal)
        .then((answers) =>
          setAsked((before) => ({ answer: answers[name] ?? before.answer, about: body, failed: false })),
        )
        .catch(() => {
          if (!stop.signal.aborted) setAsked((before) => ({ ...before, failed: true }));
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, body, name, lost]);
  useEffect(() => {
    if (!asked.failed || body === null) return undefined;
    const again = () => setLost((times) => times + 1);
    const timer = setInterval(again, AGAIN_MS);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [asked.failed, body]);
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
