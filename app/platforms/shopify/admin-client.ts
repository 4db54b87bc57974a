import { ClientError, GraphQLClient } from "graphql-request";
import { z } from "zod";
import { cleanTexts } from "#app/domain/clean-text.ts";
import type { PlatformAnswer, Setback } from "../platform.ts";
import type { AccessTokens } from "./auth/access-tokens.ts";
import { API_VERSION } from "./api-version.ts";
import { costExtension, throttledForMs, type Cost, type CostThrottle } from "./cost-throttle.ts";
import type { Document } from "./documents/define-document.ts";

export type Asked<Data> = PlatformAnswer<Data>;

export interface AdminClient {
  ask<Data>(
    shopKey: string,
    document: Document<Data>,
    variables: Record<string, unknown>,
  ): Promise<Asked<Data>>;
}

export interface AdminClientParts {
  readonly tokens: AccessTokens;
  readonly throttle: CostThrottle;
  /** How long an answer may take. */
  readonly limitMs: number;
}

/** Shorter waits are waited out here; a longer one gives the worker's turn to another shop. */
const PATIENCE_MS = 1_500;
/** A frozen or paused shop comes back when its owner pays: look once an hour. */
const FROZEN_RETRY_MS = 60 * 60_000;

/**
 * Asks the Admin API for a shop. Knows the token, the shop's bucket of points and what Shopify's
 * refusals mean; never tries again by itself, except once with a renewed token.
 */
export function createAdminClient({ tokens, throttle, limitMs }: AdminClientParts): AdminClient {
  return {
    async ask(shopKey, document, variables) {
      const wait = throttle.waitMs(shopKey, document.points);
      if (wait > PATIENCE_MS) return { kind: "retry", reason: "the shop's points are spent", afterMs: wait };
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));

      const first = await tokens.of(shopKey);
      if (first.kind !== "token") return setbackOf(first);
      const send = (token: string): Promise<Raw> =>
        post({ shopKey, token, text: document.text, variables, limitMs });
      const raw = await send(first.token);
      if (raw.kind !== "answered" || raw.status !== 401) return judge(shopKey, document, raw, throttle);

      const second = await tokens.of(shopKey, first.token);
      if (second.kind !== "token") return setbackOf(second);
      return judge(shopKey, document, await send(second.token), throttle);
    },
  };
}

type Raw =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly retryAfter: string | null;
      readonly data: unknown;
      readonly errors: unknown;
      readonly extensions: unknown;
    }
  | { readonly kind: "silent"; readonly reason: string };

interface Post {
  readonly shopKey: string;
  readonly token: string;
  readonly text: string;
  readonly variables: Record<string, unknown>;
  readonly limitMs: number;
}

async function post({ shopKey, token, text, variables, limitMs }: Post): Promise<Raw> {
  const client = new GraphQLClient(`https://${shopKey}/admin/api/${API_VERSION}/graphql.json`, {
    headers: { "X-Shopify-Access-Token": token },
    errorPolicy: "all",
    signal: AbortSignal.timeout(limitMs),
  });
  try {
    const { status, headers, data, errors, extensions } = await client.rawRequest<unknown>(text, variables);
    return { kind: "answered", status, retryAfter: headers.get("retry-after"), data, errors, extensions };
  } catch (error) {
    if (!(error instanceof ClientError)) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      return { kind: "silent", reason: timedOut ? "no answer in time" : "no connection" };
    }
    const { response } = error;
    const retryAfter = response.headers instanceof Headers ? response.headers.get("retry-after") : null;
    const extensions: unknown = response.extensions;
    return {
      kind: "answered",
      status: response.status,
      retryAfter,
      data: response.data,
      errors: response.errors,
      extensions,
    };
  }
}

function judge<Data>(shop: string, document: Document<Data>, raw: Raw, throttle: CostThrottle): Asked<Data> {
  if (raw.kind === "silent") return { kind: "retry", reason: raw.reason, afterMs: null };
  const refusal = judgeStatus(raw.status, raw.retryAfter);
  if (refusal !== null) return refusal;
  const measured = costExtension.safeParse(raw.extensions);
  const cost = measured.success ? measured.data.cost : null;
  if (cost !== null) throttle.learn(shop, cost);
  const errors = errorList.safeParse(raw.errors);
  const answer = document.answer.safeParse(cleanTexts(raw.data));
  if (errors.success && errors.data.length > 0) {
    const bearable = errors.data.every((error) => error.extensions?.code === "ACCESS_DENIED");
    if (!(document.partial === true && bearable && answer.success)) return judgeErrors(errors.data, cost);
  }
  if (answer.success) return { kind: "data", data: answer.data };
  const path = answer.error.issues[0]?.path.map(String).join(".");
  return { kind: "retry", reason: `the answer has an unknown form at ${path ?? "its root"}`, afterMs: null };
}

function judgeStatus(status: number, retryAfter: string | null): Setback | null {
  if (status >= 200 && status < 300) return null;
  const reason = `Shopify answers ${String(status)}`;
  switch (status) {
    case 401:
    case 404:
      return { kind: "gone", reason };
    case 402:
    case 403:
    case 423:
      return { kind: "retry", reason, afterMs: FROZEN_RETRY_MS };
    default: {
      const seconds = Number(retryAfter);
      const told = retryAfter !== null && Number.isFinite(seconds) && seconds >= 0;
      return { kind: "retry", reason, afterMs: told ? Math.ceil(seconds * 1000) : null };
    }
  }
}

const errorList = z.array(
  z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }),
);

/** GraphQL's errors arrive with status 200, throttling among them. */
function judgeErrors(errors: z.infer<typeof errorList>, cost: Cost | null): Setback {
  const codes = errors.map((error) => error.extensions?.code);
  if (codes.includes("THROTTLED")) {
    return { kind: "retry", reason: "throttled", afterMs: cost === null ? null : throttledForMs(cost) };
  }
  if (codes.includes("INTERNAL_SERVER_ERROR")) {
    return { kind: "retry", reason: "Shopify reports an internal error", afterMs: null };
  }
  const reason = errors
    .map((error) => error.message)
    .join("; ")
    .slice(0, 500);
  return { kind: "refused", reason, ...(codes.includes("ACCESS_DENIED") ? { lacksPermission: true } : {}) };
}

function setbackOf(answer: { kind: "gone" | "retry"; reason: string }): Setback {
  return answer.kind === "gone"
    ? { kind: "gone", reason: answer.reason }
    : { ...answer, kind: "retry", afterMs: null };
}
