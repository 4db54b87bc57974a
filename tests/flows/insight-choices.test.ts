import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerInsight } from "#app/commands/customers/answer-insight.ts";
import { askInsight } from "#app/commands/customers/ask-insight.ts";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { scoreNow } from "#app/commands/customers/score-now.ts";
import { shopsAsked, takeAsked } from "#app/db/customers/insight-answers.ts";
import { assert } from "#app/domain/assert.ts";
import { localDayNumber, startOfDayNumber } from "#app/domain/calendar.ts";
import { figuresOf } from "#app/domain/customers/report/customer-figures.ts";
import { shopFiguresOf } from "#app/domain/customers/report/shop-figures.ts";
import { adminInsight, insightChoice } from "#app/queries/customers/admin-insight.ts";
import type { AskedInsight } from "#app/queries/customers/insight-choice.ts";
import { monthReport } from "#app/queries/customers/month-report.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";
import { MONDAY, PEOPLE, scoredProgram, tellHistory, toldByCommand } from "./scored-history.ts";

const ZONE = "Europe/Berlin";
const TODAY = localDayNumber(MONDAY, ZONE);
const NOTHING: AskedInsight = {
  window: null,
  from: null,
  to: null,
  compared: null,
  segment: null,
  members: null,
};

describe.each(databaseKinds)("Insight by a choice, in a %s database", (kind) => {
  let opened: TestDatabase;
  let shop: PlainShop;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    shop = await PlainShop.open(opened.database, scoredProgram);
    await tellHistory(shop);
  });
  afterAll(() => opened.drop());

  const asker = (now = MONDAY) => ({ shopId: shop.shopId, zone: ZONE, now });

  async function answered(asked: Partial<AskedInsight>) {
    const address = { ...NOTHING, ...asked };
    const choice = await insightChoice(opened.database, asker(), address);
    assert(choice !== null, "no night works this out");
    expect((await adminInsight(opened.database, asker(), address)).chosen).toEqual({ kind: "unasked" });
    await askInsight(opened.database, shop.shopId, choice, MONDAY);
    expect(await shopsAsked(opened.database, MONDAY)).toContain(shop.shopId);
    expect((await adminInsight(opened.database, asker(), address)).chosen).toMatchObject({ kind: "working" });
    expect(await answerInsight(opened.database, shop.shopId, () => MONDAY)).toBe(1);
    const { chosen } = await adminInsight(opened.database, asker(), address);
    assert(chosen.kind === "answered", "it was answered");
    return { chosen, choice };
  }

  function byCommand(wish: Parameters<typeof toldByCommand>[0]) {
    const { report } = toldByCommand(wish);
    assert(report !== null, "there is a history");
    const { window, before } = shopFiguresOf(report);
    const plain = ({ days: _, ...figures }: typeof window): unknown => JSON.parse(JSON.stringify(figures));
    return { report, window: plain(window), before: plain(before) };
  }

  it("gives the figures of the command for the same days", async () => {
    const window = { from: TODAY - 40, to: TODAY - 9 };
    const { chosen } = await answered({ window: "custom", from: "2026-04-22", to: "2026-05-22" });
    const told = byCommand({ window });
    expect(chosen.window).toMatchObject(told.window as object);
    expect(chosen.before).toMatchObject(told.before as object);
    expect(chosen.window).toMatchObject({ from: "2026-04-22", until: "2026-05-22" });
    expect(chosen.window.orders).toBeGreaterThan(10);
  });

  it("compares with the same days a year before", async () => {
    const { chosen } = await answered({ window: "30", compared: "year" });
    const window = { from: TODAY - 29, to: TODAY + 1 };
    expect(chosen.window).toMatchObject(byCommand({ window }).window as object);
    expect(chosen.before).toMatchObject({ from: "2025-05-03", until: "2025-06-01", orders: 0 });
  });

  it.each(["dormant", "premium", "members_without_purchase"])(
    "of segment %s: whoever the command says was in it at the midnight that began the days",
    async (id) => {
      const from = TODAY - 29;
      const segment = { id, membersAt: "from" } as const;
      const { chosen } = await answered({ window: "30", segment: id });
      const told = byCommand({ window: { from, to: TODAY + 1 }, segment });
      expect(chosen.window).toMatchObject(told.window as object);
      expect(chosen.before).toMatchObject(told.before as object);
      // Not by the same way: the clock of the command is stopped at that midnight.
      const { report: then } = byCommand({ at: startOfDayNumber(from, ZONE) });
      expect(told.report.insight.among?.size).toBe(chosen.among);
      expect(chosen.among).toBeGreaterThanOrEqual(0);
      const members = then.customers.filter((one) => figuresOf(then, one).segments.includes(id));
      const ids = (customers: Iterable<{ readonly id: string }>) => Array.from(customers, (one) => one.id);
      expect(ids(told.report.insight.among ?? [])).toEqual(ids(members));
    },
  );

  it("of those in a segment today, and only of them where it asks for tiers", async () => {
    const { chosen } = await answered({ window: "30", segment: "active", members: "today" });
    const window = { from: TODAY - 29, to: TODAY + 1 };
    const told = byCommand({ window, segment: { id: "active", membersAt: "today" } });
    expect(chosen.window).toMatchObject(told.window as object);
    expect(chosen.window.unnamed.orders).toBe(0);
    const { choice } = await answered({ segment: "near_tier" });
    expect(choice.segment).toEqual({ id: "near_tier", membersAt: "today" });
  });

  it("has the report of the month that is over after the night, with the figures of the command", async () => {
    expect(await scoreCustomers(opened.database, shop.shopId, () => MONDAY)).not.toBeNull();
    const report = await monthReport(opened.database, asker(), null);
    assert(report.chosen.kind === "answered", "the night has worked it out");
    const window = { from: TODAY - 31, to: TODAY };
    expect(report).toMatchObject({ month: "2026-05", monthBefore: "2026-04", running: false });
    expect(report.chosen.window).toMatchObject(byCommand({ window }).window as object);
    expect(report.chosen.before).toMatchObject({ from: "2026-04-01", until: "2026-04-30" });
    const bought = report.cohorts.reduce((sum, { customers }) => sum + customers, 0);
    expect(bought).toBe(PEOPLE + 1);
    expect(await monthReport(opened.database, asker(), "2026-06")).toMatchObject({
      running: true,
      chosen: { kind: "unasked" },
    });
    expect((await monthReport(opened.database, asker(), "2027-01")).month).toBe("2026-05");
  });

  it("keeps an answer until the next scoring, two dozen at most, and gives each to one worker", async () => {
    const own = await PlainShop.open(opened.database);
    const { shopId, database } = own;
    await own.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    const day = localDayNumber(START, ZONE);
    const kept = () =>
      rowsOf<{ name: string }>(
        database,
        "SELECT name FROM insight_answer WHERE shop_id = $1 ORDER BY asked_at",
        [shopId],
      );
    const choiceOf = (length: number) => ({
      window: { from: day - length, to: day },
      compared: { from: day - 2 * length, to: day - length },
      segment: null,
    });
    for (let length = 1; length <= 30; length += 1)
      await askInsight(database, shopId, choiceOf(length), START + length);
    expect(await kept()).toHaveLength(24);
    expect(await takeAsked(database, shopId, START + 100, START + 200)).toHaveLength(24);
    expect(await answerInsight(database, shopId, () => START + 150)).toBe(0);
    expect(await answerInsight(database, shopId, () => START + 200)).toBe(24);
    expect(await shopsAsked(database, START + 1_000)).not.toContain(shopId);
    await scoreNow(database, { shopId, actor: "shopify:user:1", now: START + 1_000 });
    await askInsight(database, shopId, choiceOf(31), START + 1_000);
    await scoreCustomers(database, shopId, () => START + 1_000);
    // What was asked for meanwhile waits on; the month that is over is answered unasked.
    expect(await shopsAsked(database, START + 1_000)).toContain(shopId);
    expect(await kept()).toHaveLength(2);
  });
});
