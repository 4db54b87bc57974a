import type { StorefrontAnswer, StorefrontCodes, StorefrontEstimate, StorefrontState } from "../state.ts";
import type { StorefrontFriendsAnswer } from "../state-friends.ts";
import type { StorefrontExplanation, StorefrontHistory } from "../state-history.ts";
import { askEstimate, readCart, type Cart, type CartLine } from "./ask-cart.ts";
import type { Visit } from "../launcher/visit.ts";
import { inLanguage } from "./in-language.ts";

/** A changing request waits this long: the app itself answers within two seconds. */
const CHANGE_TIMEOUT_MS = 12_000;
const READ_TIMEOUT_MS = 10_000;

/** `sent` tells a question that never left from one whose answer got lost. */
export type Asked<Answer> =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly sent: boolean };

/** Where the app answers, and what the page says of itself. */
export interface AppPlace {
  readonly endpoint: string;
  readonly locale: string;
  /** Where the shop tells the present cart as JSON; empty where it cannot. */
  readonly cartUrl: string;
  /** What stands in for the platform's own pages, where it vouches for nobody. */
  readonly visit?: Visit | null;
}

export interface App {
  state(): Promise<Asked<StorefrontState>>;
  history(before: string): Promise<Asked<StorefrontHistory>>;
  /** Codes that are over, before those of the state. */
  codes(before: string): Promise<Asked<StorefrontCodes>>;
  /** The member's link for friends, and what it brings. */
  friends(): Promise<Asked<StorefrontFriendsAnswer>>;
  explain(key: string): Promise<Asked<StorefrontExplanation>>;
  /** `key` names the click, so that asking again never takes points twice. */
  claim(rewardId: string, points: number | null, key: string): Promise<Asked<StorefrontAnswer>>;
  cancelCode(code: string): Promise<Asked<StorefrontAnswer>>;
  join(): Promise<Asked<StorefrontAnswer>>;
  leave(): Promise<Asked<StorefrontAnswer>>;
  takePart(challengeId: string): Promise<Asked<StorefrontAnswer>>;
  /** The shop's own cart, where it tells it; see `readCart`. */
  cart(currency: string): Promise<Cart | null>;
  estimate(lines: readonly CartLine[]): Promise<StorefrontEstimate | null>;
}

/** `locale` is what the page is read in: the merchant's own words come in it. */
export function makeApp({ endpoint, locale, cartUrl, visit = null }: AppPlace): App {
  const at = (path: string): string => {
    const address = inLanguage(`${endpoint}/${path}`, locale);
    return visit === null ? address : `${address}&${visit.query}`;
  };
  const read = <Answer>(path: string, cache: RequestCache = "no-store"): Promise<Asked<Answer>> =>
    ask(at(path), { cache, signal: AbortSignal.timeout(READ_TIMEOUT_MS) }, visit);
  const change = (path: string, body: unknown): Promise<Asked<StorefrontAnswer>> =>
    ask(
      at(path),
      {
        method: "POST",
        cache: "no-store",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(CHANGE_TIMEOUT_MS),
      },
      visit,
    );
  return {
    // Kept by the browser and asked each time whether it still holds.
    state: () => read("state", "no-cache"),
    history: (before) => read(`history?before=${encodeURIComponent(before)}`),
    codes: (before) => read(`codes?before=${encodeURIComponent(before)}`),
    friends: () => read("friends"),
    explain: (key) => read(`history/${encodeURIComponent(key)}`),
    claim: (rewardId, points, key) => change("claim", { rewardId, points, key }),
    cancelCode: (code) => change("cancel-code", { code }),
    join: () => change("join", {}),
    leave: () => change("leave", {}),
    takePart: (challengeId) => change("take-part", { challengeId }),
    cart: (currency) => visit?.cart() ?? readCart(cartUrl, currency),
    estimate: (lines) =>
      askEstimate(endpoint, lines, locale, visit && { query: visit.query, headers: visit.headers() }),
  };
}

/** Refusals come as JSON with their own status; anything that is not JSON is a failure of the way. */
async function ask<Answer>(url: string, request: RequestInit, visit: Visit | null): Promise<Asked<Answer>> {
  try {
    const headers = new Headers(request.headers);
    for (const [name, value] of Object.entries(visit === null ? {} : visit.headers()))
      headers.set(name, value);
    const response = await fetch(url, { ...request, headers, credentials: "same-origin" });
    // The proof of a mailbox ends after an hour: what anybody may see is still to be had.
    if (response.status === 401 && visit !== null && headers.has("authorization")) {
      visit.forget();
      return await ask(url, request, visit);
    }
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
