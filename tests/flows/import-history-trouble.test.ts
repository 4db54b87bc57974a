import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { discardHistory, skipHistory, startHistory } from "#app/commands/history/start-history.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { anna, begun, HISTORY, members, order, previewed, run, wish, work } from "./old-shop.ts";
import { PlainShop, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

/** A database that is lost at the n-th statement of transactions, and stays lost. */
function lostAt(real: Database, statement: number): Database {
  let statements = 0;
  const lost = (inner: Statements): Statements => ({
    query: (sql, values) => {
      statements += 1;
      if (statements >= statement)
        throw Object.assign(new Error("the connection is lost"), { code: "08006" });
      return inner.query(sql, values);
    },
  });
  return {
    ...real,
    prisma: real.prisma,
    query: (sql, values) => real.query(sql, values),
    transaction: (work) => real.transaction((tx) => work(lost(tx))),
  };
}

describe.each(databaseKinds)("an import in trouble, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("that dies while it books has booked whole people or nothing of them, and goes on", async () => {
    const whole = await previewed(opened.database);
    await bookHistory(whole.database, wish(whole));
    await work(whole);
    const shop = await previewed(opened.database);
    await bookHistory(shop.database, wish(shop));
    for (const statement of [2, 4, 6, 8, 10]) {
      await work(shop, { rounds: 1, database: lostAt(shop.database, statement) });
      expect(await members(shop)).toEqual([]);
    }
    for (const statement of [12, 14, 16, 18, 20]) {
      await work(shop, { rounds: 1, database: lostAt(shop.database, statement) });
      expect(await shop.contradiction()).toBeNull();
      expect([0, 3]).toContain((await members(shop)).length);
    }
    await work(shop);
    expect((await run(shop)).state).toBe("done");
    expect(await members(shop)).toEqual(await members(whole));
    expect(await shop.contradiction()).toBeNull();
  });

  it("that dies while it keeps what it has read loses nothing and reads nothing twice", async () => {
    const shop = await begun(opened.database);
    await work(shop, { rounds: 1 });
    await work(shop, { rounds: 1, database: lostAt(shop.database, 2) });
    expect(await run(shop)).toMatchObject({ state: "reading", position: 0 });
    await work(shop);
    expect(await run(shop)).toMatchObject({ state: "ready", position: HISTORY.length, nameless: 1 });
  });

  it("reading goes on behind the last order that was kept", async () => {
    const many = Array.from({ length: 250 }, (_, index) => order(`n${String(index)}`, anna, 1, 100));
    const shop = await begun(opened.database, many);
    shop.platform.history.breakAt = 231;
    await work(shop, { rounds: 2 });
    expect(await run(shop)).toMatchObject({ state: "reading", position: 230, failures: 1 });
    expect((await run(shop)).reason).toContain("the line broke");
    await work(shop, { rounds: 3 });
    expect((await run(shop)).state).toBe("ready");
    const { read, started } = shop.platform.history;
    expect(started).toBe(1);
    expect(read).toEqual(many.map((_, index) => index + 1));
  });

  it("waits while the platform is busy or out of reach, and gathers anew what it has lost", async () => {
    const shop = await begun(opened.database);
    const { startAnswers, progressAnswers } = shop.platform.history;
    startAnswers.push({ kind: "retry", reason: "429", afterMs: 60_000 });
    await work(shop, { rounds: 1 });
    expect(await run(shop)).toMatchObject({ state: "reading", reason: "429", failures: 1 });
    progressAnswers.push({ kind: "data", data: { state: "running", objects: 12, reason: null } });
    progressAnswers.push({ kind: "retry", reason: "503", afterMs: null });
    progressAnswers.push({
      kind: "data",
      data: { state: "failed", objects: 12, reason: "INTERNAL_SERVER_ERROR" },
    });
    await work(shop, { rounds: 4 });
    expect(await run(shop)).toMatchObject({
      operationId: null,
      restarts: 1,
      reason: "INTERNAL_SERVER_ERROR",
    });
    await work(shop, { rounds: 1 });
    progressAnswers.push({ kind: "refused", reason: "Shopify keeps a result for seven days" });
    await work(shop, { rounds: 1 });
    expect(await run(shop)).toMatchObject({ operationId: null, restarts: 2 });
    await work(shop);
    expect(await run(shop)).toMatchObject({ state: "ready", position: HISTORY.length });
    expect(shop.platform.history.started).toBe(4);
  });

  it("gives up with the reason where the platform says no for good, and can be started again", async () => {
    const shop = await begun(opened.database);
    shop.platform.history.startAnswers.push({ kind: "refused", reason: "access to orders is denied" });
    await work(shop, { rounds: 1 });
    expect(await run(shop)).toMatchObject({ state: "failed", reason: "access to orders is denied" });
    expect(await startHistory(shop.database, wish(shop, START))).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).state).toBe("ready");
  });

  it("asked to begin from zero reads nothing and asks no more", async () => {
    const shop = await PlainShop.install(opened.database);
    expect(await skipHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop, { rounds: 3 });
    expect(await run(shop)).toMatchObject({ state: "skipped" });
    expect(shop.platform.history.started).toBe(0);
  });

  it("discarded in the middle leaves nothing, and what still reads changes nothing", async () => {
    const shop = await previewed(opened.database);
    expect(await startHistory(shop.database, wish(shop))).toEqual({ ok: false, refusal: "import_running" });
    expect(await discardHistory(shop.database, wish(shop))).toEqual({ ok: true, unwanted: null });
    expect(await readImport(shop.database, shop.shopId)).toBeNull();
    await work(shop, { rounds: 2 });
    expect(
      await shop.database.query("SELECT 1 FROM history_order WHERE shop_id = $1", [shop.shopId]),
    ).toEqual([]);
    expect(await members(shop)).toEqual([]);
  });

  it("a person at fault is set aside and holds up nobody", async () => {
    const shop = await previewed(opened.database);
    await shop.database.query(
      `UPDATE history_order SET fact = jsonb_set(fact::jsonb, '{order,lines}', 'null')::json
       WHERE shop_id = $1 AND person = 'c:bert'`,
      [shop.shopId],
    );
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).state).toBe("done");
    expect((await members(shop)).length).toBe(2);
    const left = await rowsOf<{ person: string; reason: string }>(
      shop.database,
      "SELECT person, reason FROM history_person WHERE shop_id = $1",
      [shop.shopId],
    );
    expect(left).toMatchObject([{ person: "c:bert" }]);
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop);
    expect((await run(shop)).state).toBe("done");
  });

  it("forgets whom the shop has to forget, and follows customers that became one", async () => {
    const shop = await previewed(opened.database);
    await shop.tell([
      { type: "customer_redacted", at: START, customer: { id: "anna", email: "anna@example.com" } },
      { type: "customers_merged", at: START, keptCustomerId: "carla", endedCustomerId: "bert" },
    ]);
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop);
    expect((await members(shop)).map(({ who }) => who)).toEqual(["carla"]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("one shop's is nothing to another", async () => {
    const one = await previewed(opened.database);
    const other = await PlainShop.open(opened.database);
    expect(await readImport(other.database, other.shopId)).toBeNull();
    expect(await bookHistory(one.database, wish(one))).toEqual({ ok: true });
    await work(one);
    expect(await members(other)).toEqual([]);
  });
});
