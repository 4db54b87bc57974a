import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { PLAN_LACKS } from "#app/domain/shop-words.ts";
import { parseBody } from "../parse-body.ts";
import type { PlatformAnswer, Setback } from "../platform.ts";

/** What REST answers: data, one of the port's setbacks, or that there is no such thing. */
export type Asked<Data> = PlatformAnswer<Data> | { readonly kind: "missing"; readonly reason: string };

export interface Request<Data> {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Behind the store's address, without a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  readonly answer: z.ZodType<Data>;
}

/** App storage takes the value as it is; everything else is JSON. */
export type RequestBody =
  { readonly kind: "json"; readonly value: unknown } | { readonly kind: "text"; readonly value: string };

/** The answer as it came beside what was read of it: an order is handed on in Ecwid's own words. */
export interface Read<Data> {
  readonly data: Data;
  readonly text: string;
}

export interface RestClient {
  ask<Data>(shopKey: string, request: Request<Data>): Promise<Asked<Data>>;
  read<Data>(shopKey: string, request: Request<Data>): Promise<Asked<Read<Data>>>;
}

export interface RestClientParts {
  /** "https://app.ecwid.com/api/v3", without a slash at the end. */
  readonly apiBase: string;
  /** Null: the store has not installed the app, or not any more. */
  readonly tokenOf: (shopKey: string) => Promise<string | null>;
  readonly now: () => Instant;
  /** How long an answer may take. */
  readonly limitMs: number;
}

/** The merchant upgrades or pays: look once an hour. */
const PLAN_RETRY_MS = 60 * 60_000;
/** Where a 429 does not say, Ecwid's own client waits as long. */
const UNTOLD_WAIT_MS = 10_000;

/**
 * Asks Ecwid's REST API for a store. Knows the token, how long the store wants to be left alone and what
 * its refusals mean; never tries again by itself.
 */
export function createRestClient({ apiBase, tokenOf, now, limitMs }: RestClientParts): RestClient {
  const leftAloneUntil = new Map<string, Instant>();

  const read: RestClient["read"] = async (shopKey, request) => {
    const waitMs = Number(leftAloneUntil.get(shopKey)) - now();
    if (waitMs > 0) return { kind: "retry", reason: "the store asks for a pause", afterMs: waitMs };
    const token = await tokenOf(shopKey);
    if (token === null) return { kind: "gone", reason: "the store has not installed the app" };
    const address = addressOf(apiBase, shopKey, request.path, request.query);
    const raw = await send(address, token, request.method ?? "GET", { body: request.body ?? null, limitMs });
    if (raw.kind === "silent") return { kind: "retry", reason: raw.reason, afterMs: null };
    if (raw.status === 429) {
      const afterMs = toldWait(raw.retryAfter);
      leftAloneUntil.set(shopKey, now() + afterMs);
      return { kind: "retry", reason: "too many requests", afterMs };
    }
    return judge(raw, request.answer);
  };

  return {
    read,
    async ask(shopKey, request) {
      const answer = await read(shopKey, request);
      return answer.kind === "data" ? { kind: "data", data: answer.data.data } : answer;
    },
  };
}

/** The numbers of stores are all that may stand where the store stands in an address. */
const STORE = /^\d{1,15}$/u;

function addressOf(
  apiBase: string,
  shopKey: string,
  path: string,
  query: Readonly<Record<string, string>> | undefined,
): string {
  if (!STORE.test(shopKey)) throw new RangeError("An Ecwid store is named by its number.");
  const search = query === undefined ? "" : `?${new URLSearchParams(query).toString()}`;
  return `${apiBase}/${shopKey}/${path}${search}`;
}

type Raw =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly retryAfter: string | null;
      readonly text: string;
    }
  | { readonly kind: "silent"; readonly reason: string };

async function send(
  address: string,
  token: string,
  method: string,
  { body, limitMs }: { readonly body: RequestBody | null; readonly limitMs: number },
): Promise<Raw> {
  const type = body?.kind === "text" ? "text/plain;charset=utf-8" : "application/json;charset=utf-8";
  const text = body === null ? null : body.kind === "text" ? body.value : JSON.stringify(body.value);
  try {
    const response = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        ...(text === null ? {} : { "content-type": type }),
      },
      body: text,
      // An answer from elsewhere is none, and the token goes nowhere else.
      redirect: "error",
      signal: AbortSignal.timeout(limitMs),
    });
    const retryAfter = response.headers.get("retry-after");
    return { kind: "answered", status: response.status, retryAfter, text: await response.text() };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return { kind: "silent", reason: timedOut ? "no answer in time" : "no connection" };
  }
}

function toldWait(retryAfter: string | null): number {
  const seconds = Number(retryAfter);
  return retryAfter !== null && Number.isFinite(seconds) && seconds >= 0
    ? Math.ceil(seconds * 1000)
    : UNTOLD_WAIT_MS;
}

function judge<Data>(raw: Extract<Raw, { kind: "answered" }>, answer: z.ZodType<Data>): Asked<Read<Data>> {
  if (raw.status < 200 || raw.status >= 300) return refusalOf(raw.status, raw.text);
  const parsed = answer.safeParse(parseBody(raw.text));
  if (parsed.success) return { kind: "data", data: { data: parsed.data, text: raw.text } };
  const path = parsed.error.issues[0]?.path.map(String).join(".");
  return { kind: "retry", reason: `the answer has an unknown form at ${path ?? "its root"}`, afterMs: null };
}

const errorBody = z.object({ errorCode: z.string().optional(), errorMessage: z.string().optional() });

function refusalOf(status: number, text: string): Setback | { kind: "missing"; reason: string } {
  const told = errorBody.safeParse(parseBody(text));
  const code = told.success ? told.data.errorCode : undefined;
  const message = told.success ? told.data.errorMessage : undefined;
  const reason = [String(status), code, message]
    .filter((part) => part !== undefined)
    .join(" ")
    .slice(0, 500);
  switch (status) {
    case 402:
      return {
        kind: "retry",
        reason: `${PLAN_LACKS.access}: ${reason}`,
        afterMs: PLAN_RETRY_MS,
      };
    case 401:
      return { kind: "gone", reason };
    case 403:
      if (code === "INSUFFICIENT_APP_SCOPE") return { kind: "refused", reason, lacksPermission: true };
      if (code === undefined || code === "INVALID_API_TOKEN") return { kind: "gone", reason };
      return { kind: "refused", reason: isOfPlan(code) ? `${lackOf(code)}: ${reason}` : reason };
    case 404:
      return { kind: "missing", reason };
    case 400:
    case 409:
    case 422:
      return { kind: "refused", reason };
    default:
      return { kind: "retry", reason: `Ecwid answers ${reason}`, afterMs: null };
  }
}

function isOfPlan(code: string): boolean {
  return code.endsWith("FEATURE_NOT_AVAILABLE");
}

/** What the plan would have to have. */
function lackOf(code: string): string {
  if (code.startsWith("DISCOUNT")) return PLAN_LACKS.codes;
  return code.startsWith("CUSTOMER_GROUPS") ? PLAN_LACKS.groups : PLAN_LACKS.other;
}

/** Where there must be such a thing, that there is none is a no. */
export function withoutMissing<Data>(asked: Asked<Data>): PlatformAnswer<Data> {
  return asked.kind === "missing" ? { kind: "refused", reason: asked.reason } : asked;
}
