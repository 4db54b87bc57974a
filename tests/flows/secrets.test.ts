import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCredential, rotateSecrets, writeCredential } from "#app/db/credentials.ts";
import { seal, SealBroken, unseal } from "#app/db/seal.ts";
import { ensureShopId } from "#app/db/shops/shop-directory.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const oldKey = { id: "old", bytes: randomBytes(32) };
const newKey = { id: "new", bytes: randomBytes(32) };

describe("a sealed secret", () => {
  it("opens with the key it names, whichever comes first", () => {
    const sealed = seal("shpat_secret", "1 token", [oldKey]);
    expect(sealed).not.toContain("secret");
    expect(unseal(sealed, "1 token", [newKey, oldKey])).toBe("shpat_secret");
  });

  it("is never the same text twice", () => {
    expect(seal("same", "1 token", [oldKey])).not.toBe(seal("same", "1 token", [oldKey]));
  });

  it("does not open changed, in another place, or without its key", () => {
    const sealed = seal("shpat_secret", "1 token", [oldKey]);
    const changed = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
    expect(() => unseal(changed, "1 token", [oldKey])).toThrow(SealBroken);
    expect(() => unseal(sealed, "2 token", [oldKey])).toThrow(SealBroken);
    expect(() => unseal(sealed, "1 token", [newKey])).toThrow(SealBroken);
  });
});

describe.each(databaseKinds)("secrets in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("are sealed anew when a new key comes first, and then need the old one no more", async () => {
    const { database } = opened;
    const shopId = await ensureShopId(database, { platform: "shopify", shopKey: "a.myshopify.com" });
    await writeCredential(database, shopId, { name: "token", secret: "shpat_one" }, [oldKey]);
    await writeCredential(database, shopId, { name: "refresh", secret: "shprt_two" }, [newKey]);
    expect(await rotateSecrets(database, [newKey, oldKey])).toBe(1);
    expect(await rotateSecrets(database, [newKey, oldKey])).toBe(0);
    expect(await readCredential(database, shopId, "token", [newKey])).toBe("shpat_one");
    expect(await readCredential(database, shopId, "refresh", [newKey])).toBe("shprt_two");
  });
});
