import type { Asked } from "../../storefront/panel/ask-app.ts";
import { inLanguage } from "../../storefront/panel/in-language.ts";

/** A changing request waits this long: the app itself answers within a few seconds. */
const CHANGE_TIMEOUT_MS = 12_000;
const READ_TIMEOUT_MS = 10_000;

/** Shopify's signed word on who is asking; null when the surface cannot give one (offline, signed out). */
export type GetToken = () => Promise<string | null | undefined>;

export interface AskApp {
  readonly read: <Answer>(path: string) => Promise<Asked<Answer>>;
  readonly change: <Answer>(path: string, body: unknown) => Promise<Asked<Answer>>;
}

type AppRequest = Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> };

/**
 * Asks the app's own endpoints with a session token. Refusals come as JSON with their own status;
 * anything that is not JSON is a failure of the way. `address` is empty where the surface resolves
 * relative addresses against the app itself. The merchant's own words come in `language`.
 */
export function makeAskApp(address: string, getToken: GetToken, language: string): AskApp {
  async function ask<Answer>(path: string, request: AppRequest): Promise<Asked<Answer>> {
    let sent = false;
    try {
      const token = await getToken();
      if (token === null || token === undefined) return { ok: false, sent };
      const headers = { ...request.headers, accept: "application/json", authorization: `Bearer ${token}` };
      sent = true;
      const response = await fetch(inLanguage(`${address}${path}`, language), { ...request, headers });
      const isJson = response.headers.get("content-type")?.includes("application/json") === true;
      if (!isJson) return { ok: false, sent };
      const answer = (await response.json()) as Answer & object;
      return response.ok || "refusal" in answer ? { ok: true, answer } : { ok: false, sent };
    } catch {
      return { ok: false, sent };
    }
  }

  return {
    read: (path) => ask(path, { signal: AbortSignal.timeout(READ_TIMEOUT_MS) }),
    change: (path, body) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(CHANGE_TIMEOUT_MS),
      }),
  };
}
