import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { scoreNow } from "#app/commands/customers/score-now.ts";
import { readScoring, shopsToScore, takeScoring } from "#app/db/customers/customer-scoring.ts";
import { figuresOf } from "#app/domain/customers/report/customer-figures.ts";
import { shopFiguresOf } from "#app/domain/customers/report/shop-figures.ts";
import { assert } from "#app/domain/assert.ts";
import { rfmGrid, segmentLines } from "#app/queries/customers/admin-customers.ts";
import { customerList, readCustomerFilter } from "#app/queries/customers/customer-list.ts";
import { customersFile } from "#app/queries/customers/customers-file.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { keptOfShop } from "#tests/support/kept-of-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";
import { MONDAY, PEOPLE, scoredProgram, tellHistory, toldByCommand } from "./scored-history.ts";

describe.each(databaseKinds)("customers scored at night, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const figuresIn = (shop: PlainShop) =>
    rowsOf<{
      customer_id: string | null;
      facts: Record<string, unknown>;
      segments: string[];
      spent_minor: number;
    }>(
      opened.database,
      `SELECT m.customer_id, f.facts, f.spent_minor,
         ARRAY(SELECT segment_id FROM segment_member s WHERE s.shop_id = f.shop_id AND s.member_id = f.member_id) AS segments
       FROM customer_figure f JOIN member m ON m.shop_id = f.shop_id AND m.member_id = f.member_id
       WHERE f.shop_id = $1 ORDER BY f.member_id`,
      [shop.shopId],
    );

  it("have the figures that the command gives for the same history", async () => {
    const shop = await PlainShop.open(opened.database, scoredProgram);
    await tellHistory(shop);
    expect(await scoreCustomers(opened.database, shop.shopId, () => MONDAY)).toBe(PEOPLE + 1);

    const { report, rejected } = toldByCommand();
    assert(report !== null && rejected.length === 0, JSON.stringify(rejected));
    const kept = await figuresIn(shop);
    for (const { customer_id, facts, segments } of kept) {
      const id = customer_id ?? "guest:guest@example.com";
      const told = report.customers.find((one) => one.id === id);
      assert(told !== undefined, `${id} is a customer of the command's`);
      const figures = figuresOf(report, told);
      expect(facts, id).toEqual(JSON.parse(JSON.stringify(figures.facts)));
      expect([...segments].sort(), id).toEqual([...figures.segments].sort());
    }
    expect(kept).toHaveLength(report.customers.length);
    const { models, ...shopFigures } = shopFiguresOf(report);
    expect(models.purchases).not.toBeNull();
    const scoring = await readScoring(opened.database, shop.shopId);
    expect(scoring?.figures).toMatchObject(JSON.parse(JSON.stringify({ ...shopFigures, models })) as object);
    expect(scoring).toMatchObject({ started_at: null, scored_at: MONDAY, next_at: MONDAY + 3 * 3_600_000 });
  });

  it("enter and leave segments between two nights, and nobody enters at the first", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    const changes = () =>
      rowsOf<{ segment_id: string; entered: boolean }>(
        database,
        "SELECT segment_id, entered FROM segment_change WHERE shop_id = $1 ORDER BY segment_id",
        [shopId],
      );
    await shop.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    await scoreCustomers(database, shopId, () => START + DAY);
    expect(await changes()).toEqual([]);
    await scoreNow(database, { shopId, actor: "shopify:user:1", now: START + 40 * DAY });
    await scoreCustomers(database, shopId, () => START + 40 * DAY);
    expect(await changes()).toEqual([{ segment_id: "new", entered: false }]);
    await scoreNow(database, { shopId, actor: "shopify:user:1", now: START + 100 * DAY });
    await scoreCustomers(database, shopId, () => START + 100 * DAY);
    expect(await changes()).toEqual([
      { segment_id: "active", entered: false },
      { segment_id: "inactive", entered: true },
      { segment_id: "new", entered: false },
    ]);
  });

  it("are in no list any more once they are erased or merged, and what they bought stays in the sums", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    await shop.tell([
      orderFact("1", customer("4711"), { euros: 20 }),
      orderFact("2", customer("berta"), { euros: 5 }),
      orderFact("3", customer("dora"), { euros: 7 }),
    ]);
    await scoreCustomers(database, shopId, () => START + DAY);
    const record = await memberRecord(database, shopId, await shop.memberId("4711"));
    expect(record).toMatchObject({ figures: [{ spent_minor: 2_000 }] });
    expect(record?.segments).not.toEqual([]);
    const later = START + 2 * DAY;
    await shop.tell([{ type: "customer_redacted", at: later, customer: { id: "4711", email: null } }], later);
    expect((await figuresIn(shop)).map(({ customer_id }) => customer_id)).toEqual(["berta", "dora"]);
    await shop.tell(
      [{ type: "customers_merged", at: later, keptCustomerId: "berta", endedCustomerId: "dora" }],
      later,
    );
    await scoreNow(database, { shopId, actor: "shopify:user:1", now: later });
    await scoreCustomers(database, shopId, () => later);
    expect(await figuresIn(shop)).toMatchObject([{ customer_id: "berta", spent_minor: 1_200 }]);
    expect((await readScoring(database, shopId))?.figures).toMatchObject({
      window: { revenueMinor: 3_200, customers: 2 },
      models: { purchases: null, money: null },
    });
    await shop.tell([{ type: "app_uninstalled", at: later }], later);
    await shop.tell([{ type: "shop_redacted", at: later }], later);
    const kept = await keptOfShop(database, shopId);
    for (const table of ["customer_figure", "segment_member", "segment_change", "customer_scoring"])
      expect(kept.get(table), table).toBe("");
  });

  it("are scored by one worker at a time, when something was ordered, and again at three", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    const isDue = async (now: number) => (await shopsToScore(database, now)).includes(shopId);
    expect(await isDue(START)).toBe(false);
    await shop.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    expect(await isDue(START)).toBe(true);
    expect(await takeScoring(database, shopId, START, START + 1_000)).not.toBeNull();
    expect(await scoreCustomers(database, shopId, () => START)).toBeNull();
    expect(await scoreCustomers(database, shopId, () => START + 1_000)).toBe(1);
    const three = Date.parse("2026-01-06T03:00:00+01:00");
    expect(await isDue(three - 1)).toBe(false);
    expect(await isDue(three)).toBe(true);
  });

  it("are listed by segment and by field, those who spent most first, page after page, and as a safe file", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    const evil = { firstName: "=HYPERLINK(1)" };
    await shop.tell([
      orderFact("1", customer("anna", evil), { euros: 20 }),
      orderFact("2", customer("berta"), { euros: 50 }),
      orderFact("3", customer("dora"), { euros: 20 }),
    ]);
    await scoreCustomers(database, shopId, () => START + DAY);
    const listed = async (asked: Record<string, string>) => {
      const filter = readCustomerFilter(new URLSearchParams(asked));
      const { customers, next } = await customerList(database, shopId, filter, 2);
      return { ids: customers.map(({ customerId }) => customerId), next };
    };
    const first = await listed({ segment: "new" });
    expect(first.ids).toEqual(["berta", "dora"]);
    assert(first.next !== null, "there is a second page");
    expect(await listed({ segment: "new", after: first.next })).toEqual({ ids: ["anna"], next: null });
    expect((await listed({ segment: "dormant" })).ids).toEqual([]);
    const [cell] = (await rfmGrid(database, shopId)).filter(({ customers }) => customers === 1);
    assert(cell !== undefined, "who spent most stands alone");
    const { recency, worth } = cell;
    expect((await listed({ recency: String(recency), worth: String(worth) })).ids).toEqual(["berta"]);
    expect((await listed({})).ids).toEqual(["berta", "dora"]);
    const file = await customersFile(database, shopId, readCustomerFilter(new URLSearchParams()), 2);
    expect(file.split("\n")).toHaveLength(5);
    expect(file).toContain(",'=HYPERLINK(1),");
    const lines = await segmentLines(database, shopId, { digits: 2, now: START + DAY });
    expect(lines.find(({ id }) => id === "new")).toMatchObject({
      customers: 3,
      spentMinor: 9_000,
      averageMinor: 3_000,
    });
  });
});
