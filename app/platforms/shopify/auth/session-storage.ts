import { Session, type shopifyApp } from "@shopify/shopify-app-remix/server";
import { z } from "zod";
import type { KeptSession, SessionRecords } from "#app/db/shops/shopify-sessions.ts";

const properties = z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])]));

/** What the library wants of a place for sessions. */
export type SessionStorage = NonNullable<Parameters<typeof shopifyApp>[0]["sessionStorage"]>;

/** Shopify's library asks for five methods; the records behind them are sealed. */
export function createSessionStorage(records: SessionRecords): SessionStorage {
  return {
    async storeSession(session) {
      await records.write({
        sessionId: session.id,
        shopKey: session.shop,
        isOnline: session.isOnline,
        expiresAt: session.expires?.getTime() ?? null,
        secret: JSON.stringify(session.toPropertyArray(true)),
      });
      return true;
    },

    async loadSession(sessionId) {
      const kept = await records.read(sessionId);
      return kept === null ? undefined : toSession(kept);
    },

    async deleteSession(sessionId) {
      await records.remove([sessionId]);
      return true;
    },

    async deleteSessions(sessionIds) {
      await records.remove(sessionIds);
      return true;
    },

    async findSessionsByShop(shop) {
      return (await records.ofShop(shop)).map(toSession);
    },
  };
}

function toSession(kept: KeptSession): Session {
  return Session.fromPropertyArray(properties.parse(JSON.parse(kept.secret)), true);
}
