import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, orderLine, PlainShop, START } from "./plain-shop.ts";

const anna = customer("anna");
const lines = [orderLine("1", 50), orderLine("2", 30)];
const paid = orderFact("1", anna, { euros: 50 });
const grown = (more: object = {}) =>
  orderFact("1", anna, {
    euros: 0,
    paidAt: null,
    partlyPaid: true,
    lines,
    updatedAt: START + 1_000,
    ...more,
  });

describe.each(databaseKinds)("a paid order that is edited upwards, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("keeps the points of what was paid, in whatever order and batches it is told", async () => {
    for (const told of [
      [paid, grown()],
      [grown(), paid],
    ]) {
      for (const together of [true, false]) {
        const shop = await PlainShop.open(opened.database);
        if (together) await shop.tell(told);
        else for (const fact of told) await shop.tell([fact]);
        expect(await shop.member("anna")).toMatchObject({ available: 50, debt: 0 });
      }
    }
  });

  it("earns on the rest once that is paid, and on nothing once it is cancelled", async () => {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([paid]);
    await shop.tell([grown()]);
    await shop.tell([orderFact("1", anna, { euros: 0, lines, updatedAt: START + 2_000 })]);
    expect(await shop.member("anna")).toMatchObject({ available: 80 });
    await shop.tell([grown({ updatedAt: START + 3_000 })]);
    expect(await shop.member("anna")).toMatchObject({ available: 80 });
    await shop.tell([grown({ updatedAt: START + 4_000, cancelledAt: START + 4_000 })]);
    expect(await shop.member("anna")).toMatchObject({ available: 0, debt: 0 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("has no points while only a part of it was ever paid", async () => {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([grown()]);
    expect(await shop.member("anna")).toMatchObject({ available: 0 });
  });
});
