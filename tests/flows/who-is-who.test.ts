import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { assert } from "#app/domain/assert.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { tellEngineInParts, nobodyYet } from "#app/domain/replay/tell-engine.ts";
import type { Membership } from "#app/domain/people/person.ts";
import { storefrontExplanation } from "#app/queries/storefront/storefront-explanation.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, guest, orderFact, PlainShop, START } from "./plain-shop.ts";
import { keptInReplay, keptLive } from "./what-is-kept.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const program = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "first", kind: "order", points: 50, order: { first: true } },
      { id: "join", kind: "activity", activity: "join", points: 20 },
    ],
  },
};

const address = "anna@example.org";
const named = (id: string) => customer(id, { email: address });
const unproven = (id: string) => customer(id, { email: address, emailProven: false });
const merge = (endedCustomerId: string, keptCustomerId: string): ShopFact => ({
  ...{ type: "customers_merged", at: START, keptCustomerId, endedCustomerId },
});
const erase = (id: string): ShopFact => ({
  ...{ type: "customer_redacted", at: START + DAY, customer: { id, email: null } },
});
const join = (id: string): ShopFact => ({
  ...{ type: "customer", at: START + DAY, customer: named(id), joined: true },
});
const buys = (orderId: string, by: ReturnType<typeof customer>): ShopFact =>
  orderFact(orderId, by, { euros: 10 });

describe.each(databaseKinds)("who is who, live and in replay, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function tell(
    facts: readonly ShopFact[],
    membership: Exclude<Membership, "everyoneNamed"> = "everyoneWhoOrders",
  ): Promise<{ shop: PlainShop; live: number[] }> {
    const shop = await PlainShop.open(opened.database, program);
    const parsed = parseProgram(program);
    assert(parsed.ok, "the program is valid");
    const first = { version: 1, effectiveAt: START - 30 * DAY, program: parsed.program };
    const books = createBooks([first], 1, {
      ...{ codesIssuedAtOnce: false, effectsWanted: false, nextCode: () => "CODE" },
    });
    const people = nobodyYet(membership);
    const by = { shopId: shop.shopId, actor: "test", now: START };
    if (membership === "onlyWhoJoins") {
      const settings = shopSettings.parse({ membership });
      await changeSettings(shop.database, { ...by, settings });
    }
    for (const [index, fact] of facts.entries()) {
      const now = START + DAY + index;
      await shop.tell([fact], now);
      tellEngineInParts(books, people, fact, now);
    }
    const rows = await rowsOf<{ member_id: number; available: number }>(
      shop.database,
      "SELECT member_id, available FROM member WHERE shop_id = $1 AND merged_into IS NULL ORDER BY available",
      [shop.shopId],
    );
    const live = await Promise.all(rows.map(({ member_id }) => keptLive(shop, String(member_id))));
    const replayed = [...books.members.values()].filter(({ id }) => !people.ended.has(id)).map(keptInReplay);
    expect(live.sort()).toEqual(replayed.sort());
    return { shop, live: rows.map(({ available }) => available) };
  }

  it.each<[string, readonly ShopFact[], readonly number[]]>([
    [
      "customers that became one before anything else was told of them are one",
      [merge("old", "anna"), buys("1", customer("old")), buys("2", customer("anna"))],
      [90],
    ],
    [
      "over however many merges",
      [
        merge("older", "old"),
        merge("old", "anna"),
        buys("1", customer("older")),
        buys("2", customer("anna")),
      ],
      [90],
    ],
    [
      "and whoever was erased is erased under both names",
      [merge("old", "anna"), erase("anna"), buys("1", customer("old"))],
      [],
    ],
    [
      "three customers with one address are three: only the shop says that they are one",
      [buys("1", named("a1")), buys("2", named("a2")), buys("3", named("a3"))],
      [80, 80, 80],
    ],
    [
      "and become one when it does; what each order was judged to earn stands",
      [buys("1", named("a1")), buys("2", named("a2")), merge("a2", "a1")],
      [140],
    ],
    [
      "what was ordered by the address alone belongs to the first of them who has proven it",
      [buys("1", guest(address)), buys("2", named("a1")), buys("3", named("a2")), buys("4", guest(address))],
      [80, 100],
    ],
    [
      "customers that the shop made for each order of one address are one with whoever proves it",
      [buys("1", unproven("g1")), buys("2", unproven("g2")), buys("3", named("a1")), buys("4", named("g2"))],
      [160],
    ],
    [
      "and with whoever has proven it before",
      [buys("1", named("a1")), buys("2", unproven("g1")), buys("3", unproven("g2")), merge("g1", "a1")],
      [100],
    ],
    [
      "nobody is one with another while nobody has proven the address, or where it is another by now",
      [
        buys("1", unproven("g1")),
        buys("2", customer("g1", { email: "other@example.org", emailProven: false })),
        buys("3", unproven("g2")),
        buys("4", named("a1")),
      ],
      [90, 90],
    ],
    ["and whoever was erased is not", [buys("1", unproven("g1")), erase("g1"), buys("2", named("a1"))], [80]],
    [
      "an order before joining counts as an order: the second is no first one",
      [buys("1", guest(address)), join("a1"), buys("2", named("a1"))],
      [90],
    ],
  ])("%s", async (_, facts, points) => {
    const { shop, live } = await tell(facts);
    expect(live).toEqual(points);
    expect(await shop.contradiction()).toBeNull();
  });

  it("an order that was kept until its customer joined is their first, and its bonus is called so", async () => {
    const facts = [buys("1", named("a1")), join("a1"), buys("2", named("a1"))];
    const { shop, live } = await tell(facts, "onlyWhoJoins");
    expect(live).toEqual([90]);
    const memberId = await shop.memberId("a1");
    const [entry] = await rowsOf<{ id: string }>(
      shop.database,
      `SELECT transaction_id::text AS id FROM ledger_transaction WHERE shop_id = $1 AND key LIKE 'order:1:%'`,
      [shop.shopId],
    );
    const viewer = { shopId: shop.shopId, memberId, language: "de" };
    const why = await storefrontExplanation(shop.database, viewer, entry?.id ?? "");
    expect(why?.reasons).toContainEqual(expect.objectContaining({ what: "first_order", points: 50 }));
  });
});
