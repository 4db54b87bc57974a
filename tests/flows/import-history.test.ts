import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { previewHistory } from "#app/commands/history/preview-history.ts";
import { saveDraft } from "#app/commands/program/save-draft.ts";
import { startHistory } from "#app/commands/history/start-history.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { begun, booked, HISTORY, members, order, previewed, PROGRAM, run, wish, work } from "./old-shop.ts";
import { customer, DAY, type PlainShop, refund, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

describe.each(databaseKinds)("booking the orders from before the app, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const sums = async (shop: PlainShop) =>
    (
      await rowsOf<{ people: number; earned: number; expired: number; outstanding: number }>(
        shop.database,
        `SELECT count(*) AS people, sum(earned)::bigint AS earned, sum(expired)::bigint AS expired,
           sum(available + pending - debt)::bigint AS outstanding FROM member WHERE shop_id = $1 AND merged_into IS NULL`,
        [shop.shopId],
      )
    )[0];
  const effects = (shop: PlainShop) =>
    rowsOf<{ topic: string; count: number }>(
      shop.database,
      "SELECT topic, count(*) FROM outbox WHERE shop_id = $1 GROUP BY topic ORDER BY topic",
      [shop.shopId],
    );

  it("gives what the program would have given all along, and says so before", async () => {
    const shop = await previewed(opened.database);
    const { figures, nameless } = await run(shop);
    expect(nameless).toBe(1);
    expect(figures).toMatchObject({
      orders: 7,
      people: 3,
      newMembers: 3,
      worth: { points: 100, valueMinor: 500 },
    });
    expect(await members(shop)).toEqual([]);

    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).state).toBe("done");
    const { people, earned, expired, outstanding } = (await sums(shop)) ?? {};
    expect(figures).toMatchObject({ people, earned, expired, outstanding });
    // 80 lapsed; the second order made her Gold (+50), the third counts double.
    expect(await shop.member("anna")).toMatchObject({
      earned: 80 + 60 + 140 + 50,
      expired: 80,
      available: 250,
      tier_level_id: "gold",
    });
    expect(await shop.member("bert")).toMatchObject({
      earned: 60,
      expired: 0,
      available: 60,
      tier_level_id: "base",
    });
    // The guest's order belongs to the customer whose address it is, and made her Gold with hers.
    expect(await shop.member("carla")).toMatchObject({
      earned: 40 + 65 + 50,
      tier_level_id: "gold",
      status: "active",
    });
    expect(figures?.tiers).toEqual([
      { name: "Base", people: 1 },
      { name: "Gold", people: 2 },
    ]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("dates members, tiers and entries where they would have been", async () => {
    const shop = await booked(opened.database);
    const [found] = await rowsOf<{ enrolled_at: number; tier_since: number }>(
      shop.database,
      "SELECT enrolled_at, tier_since FROM member WHERE shop_id = $1 AND customer_id = 'anna'",
      [shop.shopId],
    );
    expect(found).toEqual({ enrolled_at: START - 480 * DAY, tier_since: START - 200 * DAY });
    const [first] = await rowsOf<{ at: number; kind: string }>(
      shop.database,
      "SELECT at, kind FROM ledger_transaction WHERE shop_id = $1 ORDER BY at LIMIT 1",
      [shop.shopId],
    );
    expect(first).toEqual({ at: START - 480 * DAY, kind: "earned" });
  });

  it("writes to no shopper, makes no presents, and tells the shop of each member once", async () => {
    const shop = await booked(opened.database);
    expect(await effects(shop)).toEqual([{ topic: "publish_member_state", count: 3 }]);
    expect(await shop.database.query("SELECT 1 FROM reward_code WHERE shop_id = $1", [shop.shopId])).toEqual(
      [],
    );
  });

  it("keeps nothing of what it read", async () => {
    const shop = await booked(opened.database);
    for (const table of ["history_order", "history_person"]) {
      expect(await shop.database.query(`SELECT 1 FROM ${table} WHERE shop_id = $1`, [shop.shopId])).toEqual(
        [],
      );
    }
  });

  it("booked again changes nothing, also from the beginning", async () => {
    const shop = await booked(opened.database);
    const before = await members(shop);
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: false, refusal: "import_not_ready" });
    expect(await startHistory(shop.database, wish(shop, START - 1))).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).figures).toMatchObject({ earned: 0, expired: 0, outstanding: 0, newMembers: 0 });
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).state).toBe("done");
    expect(await members(shop)).toEqual(before);
    expect(await shop.contradiction()).toBeNull();
  });

  it("comes to the same when deliveries of the same orders are there before, between or after", async () => {
    const plain = await members(await booked(opened.database));
    const before = await begun(opened.database);
    for (const fact of HISTORY) await before.tell([fact], START - 15 * DAY);
    await before.publish(PROGRAM, START - 10 * DAY);
    await work(before);
    expect(await bookHistory(before.database, wish(before))).toEqual({ ok: true });
    await work(before);

    const between = await previewed(opened.database);
    for (const fact of HISTORY.slice(0, 3)) await between.tell([fact]);
    expect(await bookHistory(between.database, wish(between))).toEqual({ ok: true });
    await between.tell(HISTORY.slice(3, 6));
    await work(between);

    const after = await booked(opened.database);
    for (const fact of HISTORY) await after.tell([fact]);

    const figures = (rows: readonly object[]) =>
      rows.map((row) => ({ ...row, enrolled_at: undefined, tier_since: undefined }));
    expect(figures(await members(before))).toEqual(figures(plain));
    expect(figures(await members(between))).toEqual(figures(plain));
    expect(await members(after)).toEqual(plain);
    for (const shop of [before, between, after]) expect(await shop.contradiction()).toBeNull();
  });

  it("a refund delivered after booking takes back what the order got", async () => {
    const shop = await booked(opened.database);
    await shop.tell([{ type: "order_refunded", at: START, orderId: "5", refund: refund("r5", 70, START) }]);
    expect(await shop.member("anna")).toMatchObject({ earned: 190, available: 110 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("takes orders in that came while nothing was published yet", async () => {
    const shop = await begun(opened.database);
    await work(shop);
    expect((await run(shop)).figures).toBeNull();
    await shop.tell([order("9", customer("dora"), 25, 12)]);
    await shop.publish(PROGRAM, START - 10 * DAY);
    expect(await previewHistory(shop.database, { ...wish(shop), program: "live" })).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).figures).toMatchObject({ orders: 8, people: 4, newMembers: 3 });
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop);
    expect(await shop.member("dora")).toMatchObject({ earned: 25, available: 25 });
  });

  it("can be seen by the draft, but is booked by what is published only", async () => {
    const shop = await begun(opened.database);
    const document = {
      format: "regulars.program/1",
      name: "Club",
      currency: "EUR",
      timezone: "Europe/Berlin",
    };
    const rules = [{ id: "spend", kind: "spend", points: 3, per: "1.00" }];
    const text = JSON.stringify({ ...document, earning: { rules } });
    await saveDraft(shop.database, { ...wish(shop), text, baseVersion: 1, expectedRevision: null });
    await work(shop);
    expect(await run(shop)).toMatchObject({
      judgedBy: { program: "draft", number: 1 },
      figures: { earned: 3 * 375 },
    });
    expect(await bookHistory(shop.database, wish(shop))).toEqual({
      ok: false,
      refusal: "import_preview_outdated",
    });
    await shop.publish({ earning: { rules } }, START - 1);
    expect(await previewHistory(shop.database, { ...wish(shop), program: "draft" })).toMatchObject({
      ok: false,
    });
    expect(await previewHistory(shop.database, { ...wish(shop), program: "live" })).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).figures).toMatchObject({ earned: 3 * 375 });
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
  });
});
