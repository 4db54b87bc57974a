import { database } from "#app/db/client.ts";
import { readShopCredential } from "#app/db/credentials.ts";
import { ecwidEnv, encryptionEnv } from "#app/env.server.ts";
import type { Platform, PlatformAnswer, ReadHeader, VerifiedWebhook } from "../platform.ts";
import { createAdminDoor, type EcwidAdminDoor } from "./auth/admin-door.ts";
import { createInstallation, type Installation } from "./auth/installation.ts";
import { verifyEcwidWebhook } from "./auth/verify-webhook.ts";
import { createEcwidPlatform } from "./ecwid-platform.ts";
import { findCustomer } from "./find-customer.ts";
import { createStoreFronts } from "./store-fronts.ts";
import { createRestClient } from "./rest-client.ts";

/** What a store's token is kept under among its credentials. */
export const TOKEN = "access_token";

export interface Ecwid {
  readonly platform: Platform;
  readonly installation: Installation;
  readonly admin: EcwidAdminDoor;
  /** Whether the front of a store lies at this origin. */
  readonly isOriginOf: (storeId: string, origin: string) => Promise<boolean>;
  readonly findCustomer: (shopKey: string, address: string) => Promise<PlatformAnswer<string | null>>;
  readonly verifyDelivery: (readHeader: ReadHeader, body: Uint8Array) => VerifiedWebhook;
}

/** Ecwid with this installation's client; null where none is set. */
export function createEcwid(limitMs: number): Ecwid | null {
  const env = ecwidEnv();
  if (env === null) return null;
  const client = createRestClient({
    apiBase: env.ECWID_API_BASE,
    tokenOf: async (shopKey) => readShopCredential(await database(), { platform: "ecwid", shopKey }, TOKEN),
    now: Date.now,
    limitMs,
  });
  const fronts = createStoreFronts(client, Date.now);
  return {
    platform: createEcwidPlatform({ client, fronts, appUrl: env.ECWID_APP_URL, now: Date.now }),
    installation: createInstallation({
      clientId: env.ECWID_CLIENT_ID,
      clientSecret: env.ECWID_CLIENT_SECRET,
      redirectUri: `${env.ECWID_APP_URL}/ecwid/callback`,
      apiBase: env.ECWID_API_BASE,
      oauthBase: env.ECWID_OAUTH_BASE,
      limitMs,
    }),
    admin: createAdminDoor({
      clientId: env.ECWID_CLIENT_ID,
      frameAncestors: env.ECWID_FRAME_ANCESTORS,
      keys: signingKeys,
      now: Date.now,
    }),
    isOriginOf: fronts.isOriginOf,
    findCustomer: (shopKey, address) => findCustomer(client, shopKey, address),
    verifyDelivery: (readHeader, body) =>
      verifyEcwidWebhook(readHeader, body, env.ECWID_CLIENT_SECRET, Date.now()),
  };
}

/** What we sign our own tokens with: the current key first. */
export function signingKeys(): Buffer[] {
  return encryptionEnv().REGULARS_ENCRYPTION_KEYS.map(({ bytes }) => bytes);
}
