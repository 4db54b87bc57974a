import { Session } from "@shopify/shopify-app-remix/server";
import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { SessionStorage } from "./session-storage.ts";

/** Renewed this long before its end, so that no request is under way when it ends. */
const EARLY_MS = 5 * 60_000;
const LIMIT_MS = 10_000;

export type TokenAnswer =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "gone"; readonly reason: string }
  | { readonly kind: "retry"; readonly reason: string };

export interface AccessTokens {
  /** `refused`: the token Shopify has just turned down; another one is wanted if there is any. */
  of(shopKey: string, refused?: string): Promise<TokenAnswer>;
}

export interface AccessTokensParts {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly sessions: SessionStorage;
  readonly now: () => Instant;
}

const grant = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
});

/**
 * Offline tokens end after an hour and each comes with the token that renews it once. In this process
 * one renewal per shop is under way at a time and all who ask wait for it. Another process may renew
 * at the same moment: the one Shopify refuses then finds the other's token in the sessions.
 */
export function createAccessTokens(parts: AccessTokensParts): AccessTokens {
  const underWay = new Map<string, Promise<TokenAnswer>>();
  return {
    async of(shopKey, refused) {
      const session = await parts.sessions.loadSession(offlineSessionId(shopKey));
      const token = session?.accessToken;
      if (session === undefined || token === undefined) return gone("the shop has no session with us");
      if (token !== refused && !session.isExpired(EARLY_MS)) return { kind: "token", token };
      const known = underWay.get(shopKey);
      if (known !== undefined) return known;
      const renewal = renew(parts, session).finally(() => underWay.delete(shopKey));
      underWay.set(shopKey, renewal);
      return renewal;
    },
  };
}

export function offlineSessionId(shopKey: string): string {
  return `offline_${shopKey}`;
}

async function renew(parts: AccessTokensParts, session: Session): Promise<TokenAnswer> {
  if (session.refreshToken === undefined) return gone("the token ended and cannot be renewed");
  const response = await ask(parts, session.shop, session.refreshToken);
  if (response === null) return { kind: "retry", reason: "the token endpoint does not answer" };
  if (response.status === 429 || response.status >= 500) {
    return { kind: "retry", reason: `the token endpoint answers ${String(response.status)}` };
  }
  if (!response.ok) return renewedByOther(parts, session, response.status);
  const granted = grant.safeParse(await response.json().catch(() => undefined));
  if (!granted.success) return { kind: "retry", reason: "the token endpoint answers in an unknown form" };
  const { access_token, scope, expires_in, refresh_token, refresh_token_expires_in } = granted.data;
  const now = parts.now();
  await parts.sessions.storeSession(
    new Session({
      id: session.id,
      shop: session.shop,
      state: session.state,
      isOnline: false,
      scope,
      accessToken: access_token,
      expires: new Date(now + expires_in * 1000),
      refreshToken: refresh_token,
      refreshTokenExpires: new Date(now + refresh_token_expires_in * 1000),
    }),
  );
  return { kind: "token", token: access_token };
}

async function ask(parts: AccessTokensParts, shop: string, refreshToken: string): Promise<Response | null> {
  try {
    return await fetch(`https://${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({
        client_id: parts.apiKey,
        client_secret: parts.apiSecret,
        grant_type: "refresh_token",
        refresh_token: refreshToken,
      }),
      signal: AbortSignal.timeout(LIMIT_MS),
    });
  } catch {
    return null;
  }
}

async function renewedByOther(parts: AccessTokensParts, old: Session, status: number): Promise<TokenAnswer> {
  const session = await parts.sessions.loadSession(old.id);
  const token = session?.accessToken;
  if (token !== undefined && token !== old.accessToken) return { kind: "token", token };
  return gone(`the token could not be renewed (${String(status)})`);
}

function gone(reason: string): TokenAnswer {
  return { kind: "gone", reason };
}
