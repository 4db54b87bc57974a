import { Session } from "@shopify/shopify-app-remix/server";
import { describe, expect, it } from "vitest";
import type { SessionStorage } from "#app/platforms/shopify/auth/session-storage.ts";

const HOUR_MS = 3_600_000;

export function offlineSession(
  shop: string,
  more: Partial<ConstructorParameters<typeof Session>[0]> = {},
): Session {
  return new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    scope: "read_orders,write_discounts",
    accessToken: "shpat_one",
    expires: new Date(Date.UTC(2026, 0, 5, 10)),
    refreshToken: "shprt_one",
    refreshTokenExpires: new Date(Date.UTC(2026, 3, 5)),
    ...more,
  });
}

/** What Shopify's library expects of a place for sessions; every such place passes it. */
export function sessionBattery(name: string, open: () => SessionStorage): void {
  describe(`${name} as a place for sessions`, () => {
    let made = 0;
    const nextShop = (): string => {
      made += 1;
      return `sessions-${String(made)}.myshopify.com`;
    };

    it("gives back an expiring offline session as it was stored, with the token that renews it", async () => {
      const storage = open();
      const session = offlineSession(nextShop());
      expect(await storage.storeSession(session)).toBe(true);
      const loaded = await storage.loadSession(session.id);
      expect(loaded?.equals(session)).toBe(true);
      expect(loaded?.refreshToken).toBe("shprt_one");
      expect(loaded?.refreshTokenExpires?.getTime()).toBe(Date.UTC(2026, 3, 5));
      expect(loaded?.expires?.getTime()).toBe(Date.UTC(2026, 0, 5, 10));
    });

    it("gives back the person of an online session", async () => {
      const storage = open();
      const shop = nextShop();
      const session = new Session({
        id: `${shop}_42`,
        shop,
        state: "",
        isOnline: true,
        scope: "read_orders",
        accessToken: "shpat_online",
        expires: new Date(Date.UTC(2026, 0, 5) + HOUR_MS),
        onlineAccessInfo: {
          expires_in: 3600,
          associated_user_scope: "read_orders",
          associated_user: {
            id: 42,
            first_name: "Mara",
            last_name: "Lindner",
            email: "mara@example.com",
            email_verified: true,
            account_owner: true,
            locale: "de",
            collaborator: false,
          },
        },
      });
      await storage.storeSession(session);
      const loaded = await storage.loadSession(session.id);
      expect(loaded?.onlineAccessInfo?.associated_user.email).toBe("mara@example.com");
    });

    it("keeps the newest of what was stored under one id", async () => {
      const storage = open();
      const shop = nextShop();
      await storage.storeSession(offlineSession(shop));
      await storage.storeSession(offlineSession(shop, { accessToken: "shpat_two" }));
      expect((await storage.loadSession(`offline_${shop}`))?.accessToken).toBe("shpat_two");
      expect((await storage.findSessionsByShop(shop)).length).toBe(1);
    });

    it("knows nothing of what was never stored", async () => {
      expect(await open().loadSession("offline_nobody.myshopify.com")).toBeUndefined();
      expect(await open().findSessionsByShop("nobody.myshopify.com")).toEqual([]);
    });

    it("deletes one, several, and what is not there", async () => {
      const storage = open();
      const shop = nextShop();
      const ids = ["a", "b", "c"].map((part) => `${shop}_${part}`);
      for (const id of ids) await storage.storeSession(offlineSession(shop, { id }));
      const [first = "", ...others] = ids;
      expect(await storage.deleteSession(first)).toBe(true);
      expect((await storage.findSessionsByShop(shop)).map(({ id }) => id)).toEqual(others);
      expect(await storage.deleteSessions([...others, "not there"])).toBe(true);
      expect(await storage.findSessionsByShop(shop)).toEqual([]);
      expect(await storage.deleteSession(first)).toBe(true);
    });

    it("finds the sessions of a shop and of no other", async () => {
      const storage = open();
      const [shop, other] = [nextShop(), nextShop()];
      await storage.storeSession(offlineSession(shop));
      await storage.storeSession(offlineSession(other));
      expect((await storage.findSessionsByShop(shop)).map((session) => session.shop)).toEqual([shop]);
    });
  });
}
