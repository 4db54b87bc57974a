import { z } from "zod";
import { parseBody } from "../../parse-body.ts";
import type { ProvenStore } from "../../platform.ts";
import { describeShop } from "../describe-shop.ts";
import { id } from "../fields.ts";
import { createRestClient } from "../rest-client.ts";
import { SCOPES } from "../scopes.ts";
import { openPayload } from "./iframe-payload.ts";

export interface InstallationParts {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Ecwid sends the merchant back to with a code. */
  readonly redirectUri: string;
  readonly apiBase: string;
  readonly oauthBase: string;
  readonly limitMs: number;
}

export interface Installation {
  /** Where the merchant is asked. */
  readonly consentUrl: string;
  /** A code of Ecwid's consent page; null: it is none, or the store does not answer for it. */
  takeCode(code: string): Promise<ProvenStore | null>;
  /** The payload Ecwid's admin hands to the app in its frame; null: whatever is wrong with it. */
  takePayload(payload: string): Promise<OpenedStore | null>;
}

/** A store whose admin opens the app. */
export interface OpenedStore extends ProvenStore {
  readonly language: string;
  /** What it was opened with is known again by; null: it is the same every time. */
  readonly mark: string | null;
}

const tokenBody = z.object({ access_token: z.string().min(1), store_id: id });

/** How a store installs the app: by consent and code, or by opening the app in its admin. */
export function createInstallation(parts: InstallationParts): Installation {
  const { clientId, clientSecret, redirectUri, oauthBase } = parts;
  return {
    consentUrl: `${oauthBase}/authorize?${new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: "code",
      scope: SCOPES.join(" "),
    }).toString()}`,
    async takeCode(code) {
      const answered = await exchange(parts, code);
      return answered === null ? null : prove(parts, answered.store_id, answered.access_token);
    },
    async takePayload(payload) {
      const opened = openPayload(payload, clientSecret);
      if (opened === null) return null;
      const store = await prove(parts, opened.storeId, opened.accessToken);
      return store === null ? null : { ...store, language: opened.language, mark: opened.mark };
    },
  };
}

/** A code works once, and asking twice would kill the token it brought: it is asked once, whatever comes. */
async function exchange(
  { clientId, clientSecret, redirectUri, oauthBase, limitMs }: InstallationParts,
  code: string,
): Promise<z.output<typeof tokenBody> | null> {
  try {
    const response = await fetch(`${oauthBase}/token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      // In the body, where no log of addresses keeps it.
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        code,
        redirect_uri: redirectUri,
        grant_type: "authorization_code",
      }).toString(),
      redirect: "error",
      signal: AbortSignal.timeout(limitMs),
    });
    if (!response.ok) return null;
    const parsed = tokenBody.safeParse(parseBody(await response.text()));
    return parsed.success ? parsed.data : null;
  } catch {
    // Whether Ecwid is silent or says no: the merchant begins anew.
    return null;
  }
}

const STORE = /^\d{1,15}$/u;

/** Neither a payload nor a code says who made it: what counts is that the store answers to the token. */
async function prove(
  { apiBase, limitMs }: InstallationParts,
  shopKey: string,
  token: string,
): Promise<ProvenStore | null> {
  if (!STORE.test(shopKey)) return null;
  const client = createRestClient({
    apiBase,
    tokenOf: () => Promise.resolve(token),
    now: Date.now,
    limitMs,
  });
  const described = await describeShop(client, shopKey);
  return described.kind === "data" ? { shopKey, token, profile: described.data } : null;
}
