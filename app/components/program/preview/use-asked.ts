import { useEffect, useState } from "react";
import { isRecord } from "../editor/document-path.ts";

/** Typing asks once it rests. */
const PAUSE_MS = 300;

export interface AskedPreview {
  /** What the panel would be told; null until it is known. */
  readonly state: unknown;
  readonly failed: boolean;
}

/** Asks what would be shown under a draft. `viewer` is JSON. What is not right yet changes nothing. */
export function useAsked(text: string, viewer: string, language: string): AskedPreview {
  const [asked, setAsked] = useState<AskedPreview>({ state: null, failed: false });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(text, { viewer, language, signal: stop.signal })
        .then((state) => setAsked((before) => ({ state: state ?? before.state, failed: false })))
        .catch(() => {
          if (!stop.signal.aborted) setAsked((before) => ({ ...before, failed: true }));
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, viewer, language]);
  return asked;
}

async function ask(
  text: string,
  {
    viewer,
    language,
    signal,
  }: { readonly viewer: string; readonly language: string; readonly signal: AbortSignal },
): Promise<unknown> {
  const response = await fetch("/app/program/panel", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"document":${text},"viewer":${viewer},"language":"${language}"}`,
    signal,
  });
  if (!response.ok) throw new Error(`The preview answered ${String(response.status)}.`);
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new Error("The preview answered something else.");
  return answer["state"];
}
