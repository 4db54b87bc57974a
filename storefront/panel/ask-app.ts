import type {
  StorefrontAnswer,
  StorefrontExplanation,
  StorefrontHistory,
  StorefrontState,
} from "../state.ts";

/** A changing request waits this long: the app itself answers within two seconds. */
const CHANGE_TIMEOUT_MS = 12_000;
const READ_TIMEOUT_MS = 10_000;

/** `sent` tells a question that never left from one whose answer got lost. */
export type Asked<Answer> =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly sent: boolean };

export interface App {
  state(): Promise<Asked<StorefrontState>>;
  history(before: string): Promise<Asked<StorefrontHistory>>;
  explain(key: string): Promise<Asked<StorefrontExplanation>>;
  /** `key` names the click, so that asking again never takes points twice. */
  claim(rewardId: string, points: number | null, key: string): Promise<Asked<StorefrontAnswer>>;
  cancelCode(code: string): Promise<Asked<StorefrontAnswer>>;
  join(): Promise<Asked<StorefrontAnswer>>;
  leave(): Promise<Asked<StorefrontAnswer>>;
}

export function makeApp(endpoint: string): App {
  const read = <Answer>(path: string, cache: RequestCache = "no-store"): Promise<Asked<Answer>> =>
    ask(`${endpoint}/${path}`, { cache, signal: AbortSignal.timeout(READ_TIMEOUT_MS) });
  const change = (path: string, body: unknown): Promise<Asked<StorefrontAnswer>> =>
    ask(`${endpoint}/${path}`, {
      method: "POST",
      cache: "no-store",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(CHANGE_TIMEOUT_MS),
    });
  return {
    // Kept by the browser and asked each time whether it still holds.
    state: () => read("state", "no-cache"),
    history: (before) => read(`history?before=${encodeURIComponent(before)}`),
    explain: (key) => read(`history/${encodeURIComponent(key)}`),
    claim: (rewardId, points, key) => change("claim", { rewardId, points, key }),
    cancelCode: (code) => change("cancel-code", { code }),
    join: () => change("join", {}),
    leave: () => change("leave", {}),
  };
}

/** Refusals come as JSON with their own status; anything that is not JSON is a failure of the way. */
async function ask<Answer>(url: string, request: RequestInit): Promise<Asked<Answer>> {
  try {
    const response = await fetch(url, { ...request, credentials: "same-origin" });
    const isJson = response.headers.get("content-type")?.includes("application/json") === true;
    if (!isJson) return { ok: false, sent: true };
    const answer: unknown = await response.json();
    const refused = typeof answer === "object" && answer !== null && "refusal" in answer;
    if (!response.ok && !refused) return { ok: false, sent: true };
    return { ok: true, answer: answer as Answer };
  } catch {
    return { ok: false, sent: navigator.onLine };
  }
}
