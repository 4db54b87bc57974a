import { describe, expect, it } from "vitest";
import { databaseKinds, openTestDatabase } from "#tests/support/database.ts";

describe.each(databaseKinds)("a %s database", (kind) => {
  it("is fresh for every test and gone afterwards", async () => {
    const first = await openTestDatabase(kind);
    await first.database.query("INSERT INTO shop (platform, shop_key) VALUES ($1, $2)", ["shopify", "a"]);
    const second = await openTestDatabase(kind);
    expect(await second.database.query("SELECT shop_key FROM shop")).toEqual([]);
    await first.drop();
    await second.drop();
  });
});
