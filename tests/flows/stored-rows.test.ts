import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeEffects } from "#app/db/outbox/outbox-batch.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { memberEntries } from "#app/queries/members/member-entries.ts";
import { adminMember } from "#app/queries/members/admin-member.ts";
import { wordingsOf } from "#app/queries/members/wordings.ts";
import { adminDeeds } from "#app/queries/activity/admin-deeds.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { storefrontExplanation } from "#app/queries/storefront/storefront-explanation.ts";
import { storefrontHistory } from "#app/queries/storefront/storefront-history.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import { doMemberDeed } from "#app/routes/admin/member-deeds.server.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase("embedded");
});
afterAll(() => opened.drop());

describe("no page dies of a row that is stored", () => {
  const BROKEN = [
    "null",
    "7",
    '"adjusted"',
    "[]",
    "{}",
    '{"kind":"from_another_time","points":5}',
    '{"kind":"toString"}',
    '{"kind":"order_earned"}',
    '{"kind":"order_earned","orderId":"1","lines":[{}],"exactPoints":5}',
    '{"kind":"order_reduced","reason":"unheard_of"}',
    '{"kind":"activity","rules":null}',
    '{"kind":"adjusted","points":null}',
    '{"kind":"reward_returned","shareNum":"x","shareDen":"0"}',
  ];

  it("an entry whose explanation nobody can read is shown with a plain sentence", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
    const memberId = await shop.memberId("anna");
    for (const [index, explanation] of BROKEN.entries()) {
      await database.query(
        `INSERT INTO ledger_transaction (shop_id, key, member_id, kind, at, program_version, explanation)
         VALUES ($1, $2, $3, 'adjusted', now(), 99, $4::json)`,
        [shopId, `broken:${String(index)}`, memberId, explanation],
      );
    }
    const all = await rowsOf<{ id: string }>(
      database,
      "SELECT transaction_id::text AS id FROM ledger_transaction WHERE shop_id = $1 ORDER BY transaction_id",
      [shopId],
    );
    const page = await adminMember(database, shopId, memberId, { before: null, now: START });
    expect(page?.entries).toHaveLength(BROKEN.length + 1);
    const wordings = await wordingsOf(database, shopId);
    const { entries } = await memberEntries(database, shopId, memberId, { before: null, wordings });
    for (const { words } of entries) {
      expect([words.en.title, words.de.title].join("")).not.toMatch(/undefined|NaN|null|\{/);
      expect(words.en.title).not.toBe("");
    }
    expect(entries.map(({ words }) => words.en.title)).toContain(
      "How this came about cannot be shown any more",
    );
    expect(entries.map(({ words }) => words.de.title)).toContain(
      "Wie es dazu kam, lässt sich nicht mehr zeigen",
    );
    const viewer = { shopId, memberId, language: "en" };
    const first = await storefrontHistory(database, viewer, null, START);
    expect(first.entries).toHaveLength(12);
    expect((await storefrontHistory(database, viewer, first.before, START)).entries).toHaveLength(2);
    for (const { id } of all)
      expect(await storefrontExplanation(database, viewer, id)).toMatchObject({ key: id });
    const shopper = { customerId: "anna", memberId, email: null, language: null };
    expect(await storefrontState(database, shopId, shopper, START)).not.toBeNull();
  });

  it("a deed whose details nobody can read is shown without them", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    const stored = ["null", "[]", '"x"', '{"points":null,"reason":"sorry"}', '{"version":"two","code":5}'];
    for (const details of stored) {
      await database.query(
        "INSERT INTO audit (shop_id, at, actor, action, details) VALUES ($1, now(), 'a', 'adjust_points', $2::json)",
        [shopId, details],
      );
    }
    const { deeds } = await adminDeeds(database, shopId, null);
    expect(deeds.filter(({ action }) => action === "adjust_points")).toHaveLength(stored.length);
    expect(deeds.map(({ reason }) => reason)).toContain("sorry");
  });

  it("what nobody can read of the outbox is parked, and what comes after it is told", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
    const memberId = await shop.memberId("anna");
    await database.query("DELETE FROM outbox WHERE shop_id = $1", [shopId]);
    const known = { type: "notify_points_earned", memberId, points: 5, cause: "order:1" };
    for (const body of [
      "null",
      "[]",
      '{"type":"from_another_time"}',
      '{"type":"withdraw_discount"}',
      JSON.stringify(known),
    ]) {
      await database.query(
        `INSERT INTO outbox (shop_id, topic, member_id, body, next_attempt_at, created_at)
         VALUES ($1, 'publish', $2, $3::json, to_timestamp(0), now())`,
        [shopId, memberId, body],
      );
    }
    const taken = [];
    for (let turn = 0; turn < 5; turn += 1)
      taken.push(
        ...(await takeEffects(database, shopId, { now: START, leasedUntil: START + 60_000, limit: 10 })),
      );
    expect(taken.map(({ body }) => body)).toEqual([known]);
    const parked = "SELECT state, reason FROM outbox WHERE shop_id = $1 AND state = 'parked'";
    expect(await database.query(parked, [shopId])).toEqual(
      Array(4).fill({ state: "parked", reason: "what it asks cannot be read" }),
    );
  });

  it("settings nobody can read are as if nothing had been chosen, one by one", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    const store = (settings: string) =>
      database.query("UPDATE shop SET settings = $2::json WHERE shop_id = $1", [shopId, settings]);
    for (const settings of ["null", "[]", '"x"', '{"address":7,"languages":"xx","tagTier":"yes"}']) {
      await store(settings);
      expect((await readShop(database, shopId))?.settings).toMatchObject({
        address: "du",
        languages: { fallback: "en" },
        tagTier: false,
      });
    }
    await store('{"address":"Sie","tagTier":"yes"}');
    expect((await readShop(database, shopId))?.settings).toMatchObject({ address: "Sie", tagTier: false });
  });
});

describe("points typed by staff", () => {
  const deed = async (points: string) => {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
    const known = await adminShop(opened.database, "shopify", shop.shopKey);
    if (known === null) throw new Error("the shop is installed");
    const visitor = { database: opened.database, shop: known, actor: "a", missingScopes: [] };
    const form = new FormData();
    const key = "5f0c6f3e-6f4e-4d8e-9a53-0c1c8e1d2f3a";
    const fields = { intent: "adjust", key, points, reason: "sorry", debt: "pay" };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const answer = await doMemberDeed(visitor, await shop.memberId("anna"), form, START);
    return { answer, available: (await shop.member("anna")).available };
  };

  it.each([
    "e5",
    "1e5",
    ",5",
    "/1",
    ".5",
    "5.",
    "1,000",
    "0x10",
    "Infinity",
    "--1",
    "+-1",
    "a",
    "",
    " ",
    "١٢",
    "0",
  ])("are refused at the field: %j", async (points) => {
    expect(await deed(points)).toEqual({
      answer: { kind: "wrong", field: "points", problem: "points" },
      available: 80,
    });
  });

  it.each([
    ["5", 85],
    ["+5", 85],
    ["-5", 75],
    ["−5", 75],
    [" 12 ", 92],
  ])("are taken as they are meant: %j", async (points, available) => {
    expect(await deed(points)).toMatchObject({ answer: { kind: "done" }, available });
  });
});
