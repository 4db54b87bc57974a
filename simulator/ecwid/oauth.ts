import { randomBytes } from "node:crypto";
import { html, json, redirect, type Answer, type Ask } from "../shop/web/http.ts";
import { issueToken } from "./actions/stores.ts";
import type { OAuthCode, Store } from "./records.ts";
import { SCOPES, type Scope } from "./scopes.ts";
import type { World } from "./world.ts";

const CODE_LIVES_MS = 5 * 60_000;

export function issueCode(world: World, store: Store, redirectUri: string, scopes: readonly Scope[]): string {
  const code = `code_${randomBytes(12).toString("hex")}`;
  world.state.codes[code] = {
    code,
    storeId: store.id,
    redirectUri,
    scopes: [...scopes],
    endsAt: world.now() + CODE_LIVES_MS,
    usedFor: null,
  };
  world.changed();
  return code;
}

/**
 * `GET /api/oauth/authorize`: the merchant of `store` (the fake's only question about who is logged in)
 * agrees at once, unless `deny` is there. No `state` is passed on: none is documented.
 */
export function authorize(world: World, ask: Ask): Answer {
  const query = ask.url.searchParams;
  const redirectUri = query.get("redirect_uri");
  const store = world.state.stores[query.get("store") ?? Object.keys(world.state.stores)[0] ?? ""];
  if (query.get("client_id") !== world.settings.clientId || redirectUri === null || store === undefined) {
    return html(400, "<h1>Invalid request</h1>");
  }
  const target = new URL(redirectUri);
  if (query.has("deny")) {
    target.searchParams.set("error", "access_denied");
    return redirect(target.href);
  }
  const asked = (query.get("scope") ?? "").split(/[ +]/);
  const scopes = SCOPES.filter((scope) => asked.includes(scope));
  store.installed = true;
  store.scopes = [...scopes];
  target.searchParams.set("code", issueCode(world, store, redirectUri, scopes));
  return redirect(target.href);
}

/** `GET|POST /api/oauth/token`: a code works once; used again, the token it brought dies. */
export function exchange(world: World, ask: Ask): Answer {
  const form = new URLSearchParams(ask.body.toString("utf8"));
  const said = (name: string): string | null => form.get(name) ?? ask.url.searchParams.get(name);
  const { clientId, clientSecret } = world.settings;
  if (said("client_id") !== clientId || said("client_secret") !== clientSecret) {
    return json(400, { error: "invalid_client" });
  }
  const code = world.state.codes[said("code") ?? ""];
  const store = code === undefined ? undefined : world.state.stores[code.storeId];
  if (code === undefined || store === undefined || said("redirect_uri") !== code.redirectUri) {
    return json(400, { error: "invalid_grant" });
  }
  if (code.usedFor !== null || code.endsAt <= world.now()) return endCode(world, code);
  const token = issueToken(
    world,
    store,
    SCOPES.filter((scope) => code.scopes.includes(scope)),
  );
  code.usedFor = token.token;
  world.changed();
  return json(200, {
    access_token: token.token,
    token_type: "bearer",
    scope: token.scopes.join(" "),
    store_id: Number(store.id),
    email: "merchant@example.com",
  });
}

function endCode(world: World, code: OAuthCode): Answer {
  if (code.usedFor !== null) Reflect.deleteProperty(world.state.tokens, code.usedFor);
  world.changed();
  return json(400, { error: "invalid_grant" });
}
