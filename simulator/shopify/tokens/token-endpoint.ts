import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { TokenAnswer } from "../control-answers.ts";
import type { AccessToken, Shop } from "../../shop/records.ts";
import type { World } from "../world.ts";
import { readSessionToken } from "./session-token.ts";

const HOUR_MS = 3_600_000;
const REFRESH_LIFETIME_MS = 90 * 24 * HOUR_MS;
const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

const request = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string(),
  subject_token: z.string().optional(),
  subject_token_type: z.string().optional(),
  requested_token_type: z.string().optional(),
  expiring: z.union([z.string(), z.number(), z.boolean()]).optional(),
  refresh_token: z.string().optional(),
});

export interface EndpointAnswer {
  readonly status: number;
  readonly body: unknown;
}

const refuse = (status: number, error: string, description: string): EndpointAnswer => ({
  status,
  body: { error, error_description: description },
});

/** POST /admin/oauth/access_token: token exchange and refresh of expiring offline tokens. */
export function answerTokenRequest(world: World, shop: Shop, body: unknown): EndpointAnswer {
  const parsed = request.safeParse(body);
  if (!parsed.success)
    return refuse(400, "invalid_request", "The request is missing a parameter or is otherwise malformed");
  const wish = parsed.data;
  if (wish.client_id !== world.settings.apiKey || wish.client_secret !== world.settings.apiSecret) {
    return refuse(401, "invalid_client", "Client authentication failed");
  }
  switch (wish.grant_type) {
    case EXCHANGE:
      return exchange(world, shop, wish);
    case "refresh_token":
      return refresh(world, shop, wish.refresh_token);
    default:
      return refuse(400, "unsupported_grant_type", `Grant type ${wish.grant_type} is not supported`);
  }
}

function exchange(world: World, shop: Shop, wish: z.infer<typeof request>): EndpointAnswer {
  const claims = wish.subject_token === undefined ? null : readSessionToken(world, wish.subject_token);
  if (claims === null || new URL(claims.dest).host !== shop.domain || !shop.installed) {
    return refuse(400, "invalid_subject_token", "The subject token is invalid or has expired");
  }
  if (wish.requested_token_type === ONLINE) {
    const token = issueToken(world, shop, shop.scopes, true);
    return {
      status: 200,
      body: { access_token: token.access_token, scope: token.scope, ...onlineUser(claims.sub, token.scope) },
    };
  }
  if (wish.requested_token_type !== OFFLINE) {
    return refuse(400, "invalid_request", "requested_token_type is missing or unknown");
  }
  const expiring = wish.expiring === "1" || wish.expiring === 1 || wish.expiring === true;
  return { status: 200, body: issueToken(world, shop, shop.scopes, expiring) };
}

function onlineUser(sub: string, scope: string): Record<string, unknown> {
  const associated_user = {
    id: Number(sub),
    first_name: "Mara",
    last_name: "Lindner",
    email: "mara@example.com",
    email_verified: true,
    account_owner: true,
    locale: "en",
    collaborator: false,
  };
  return { expires_in: 86_399, associated_user_scope: scope, associated_user };
}

/** A refresh token works once; with it goes the access token it belonged to. */
function refresh(world: World, shop: Shop, given: string | undefined): EndpointAnswer {
  const { accessTokens, refreshTokens } = world.state;
  const known = given === undefined ? undefined : refreshTokens[given];
  if (
    known === undefined ||
    known.shop !== shop.domain ||
    known.expiresAt <= world.now() ||
    !shop.installed
  ) {
    return refuse(400, "invalid_grant", "The refresh token is invalid, has expired or was used before");
  }
  Reflect.deleteProperty(refreshTokens, known.token);
  for (const [key, token] of Object.entries(accessTokens)) {
    if (token.refreshToken === known.token) Reflect.deleteProperty(accessTokens, key);
  }
  return { status: 200, body: issueToken(world, shop, shop.scopes, true) };
}

export function issueToken(
  world: World,
  shop: Shop,
  scopes: readonly string[],
  expiring: boolean,
): TokenAnswer {
  const random = (prefix: string): string => `${prefix}_${randomBytes(16).toString("hex")}`;
  const now = world.now();
  const refreshToken = expiring ? random("shprt") : null;
  const record: AccessToken = {
    token: random("shpat"),
    shop: shop.domain,
    scopes: [...scopes],
    expiresAt: expiring ? now + HOUR_MS : null,
    refreshToken,
  };
  world.state.accessTokens[record.token] = record;
  world.changed();
  const answer = { access_token: record.token, scope: scopes.join(",") };
  if (refreshToken === null) return answer;
  world.state.refreshTokens[refreshToken] = {
    token: refreshToken,
    shop: shop.domain,
    expiresAt: now + REFRESH_LIFETIME_MS,
  };
  return {
    ...answer,
    expires_in: HOUR_MS / 1_000,
    refresh_token: refreshToken,
    refresh_token_expires_in: REFRESH_LIFETIME_MS / 1_000,
  };
}

/** The token's record while it is alive and its shop has the app. */
export function readAccessToken(world: World, shop: Shop, token: string | undefined): AccessToken | null {
  const record = token === undefined ? undefined : world.state.accessTokens[token];
  if (record === undefined || record.shop !== shop.domain || !shop.installed) return null;
  return record.expiresAt !== null && record.expiresAt <= world.now() ? null : record;
}

export function expireTokens(world: World, shop: Shop, refreshToo: boolean): void {
  const { accessTokens, refreshTokens } = world.state;
  for (const [key, token] of Object.entries(accessTokens)) {
    if (token.shop === shop.domain) accessTokens[key] = { ...token, expiresAt: world.now() };
  }
  if (!refreshToo) return;
  for (const token of Object.values(refreshTokens)) {
    if (token.shop === shop.domain) token.expiresAt = world.now();
  }
}
