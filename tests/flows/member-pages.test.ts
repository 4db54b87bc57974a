import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";

const film = { id: "films", kind: "content", url: "/pages/secret-films", name: { en: "Films", de: "Filme" } };
const tiers = {
  metric: "spend",
  levels: [
    { id: "bronze", name: "Bronze", from: "0" },
    { id: "silver", name: "Silver", from: "100.00", perks: [film] },
    {
      id: "gold",
      name: "Gold",
      from: "500.00",
      perks: [{ ...film, url: "https://films.example/", name: "All" }],
    },
  ],
};

describe.each(databaseKinds)("a page for members of a level, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("is promised to everybody by its name, and shown to those who are on the level and nobody else", async () => {
    const shop = await PlainShop.open(opened.database, { tiers });
    const buys = (id: string, euros: number) => orderFact(`order-${id}`, customer(id), { euros });
    await shop.tell([buys("bronze", 10), buys("silver", 150), buys("gold", 700)]);
    const seenBy = async (customerId: string | null) => {
      const viewer = { customerId, language: "de" };
      const state = await storefrontState(opened.database, shop.shopId, viewer, START);
      return { pages: state?.viewer.kind === "member" ? state.viewer.tier?.pages : undefined, state };
    };
    expect((await seenBy("silver")).pages).toEqual([{ name: "Filme", url: "/pages/secret-films" }]);
    expect((await seenBy("gold")).pages).toEqual([{ name: "All", url: "https://films.example/" }]);
    for (const stranger of ["bronze", null]) {
      const { pages, state } = await seenBy(stranger);
      expect(pages ?? []).toEqual([]);
      expect(state?.program.tiers?.levels[1]?.perks).toMatchObject([{ kind: "text", text: "Filme" }]);
      expect(JSON.stringify(state)).not.toContain("secret-films");
    }
  });
});
