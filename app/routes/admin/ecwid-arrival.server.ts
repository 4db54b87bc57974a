import { openAdmin } from "#app/commands/shops/open-admin.ts";
import { notePresence } from "#app/commands/shops/note-presence.ts";
import { database } from "#app/db/client.ts";
import { ECWID_TOKEN } from "#app/platforms/registry.server.ts";
import type { ProvenStore } from "#app/platforms/platform.ts";

/** The browser that began an installation. */
export const INSTALLING = "regulars-installing";

/**
 * A store that has answered for itself has the app, with the token it came with. Null: what it came with
 * (by its mark) has been used before.
 */
export async function connectStore(
  { shopKey, token, profile }: ProvenStore,
  mark: string | null = null,
): Promise<number | null> {
  const db = await database();
  const now = Date.now();
  const credential = { name: ECWID_TOKEN, secret: token };
  const installation = { ...profile, platform: "ecwid", shopKey, credential, now };
  const opened = await openAdmin(db, installation, mark);
  if (opened === null) return null;
  await notePresence(db, opened.shopId, now);
  return opened.shopId;
}
