import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const NOON = Date.parse("2026-07-01T12:00:00.123Z");

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

describe.each(databaseKinds)("what is read from a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    await opened.database.query("INSERT INTO shop (platform, shop_key) VALUES ('shopify', 'anna@a.example')");
  });
  afterAll(() => opened.drop());

  it("is what schema.prisma says, column by column", async () => {
    const [shop] = await readRows(opened.database, tables.shop, "SELECT * FROM shop");
    expect(shop).toMatchObject({ shop_key: "anna@a.example", name: null, scopes: [], settings: {} });
  });

  it.each([
    ["a column that may be empty", z.object({ name: z.string() }), "SELECT name FROM shop", "name"],
    [
      "a sum, which is no whole number",
      z.object({ n: z.int() }),
      "SELECT sum(1::bigint) AS n FROM shop",
      "n",
    ],
    ["a column nobody selected", tables.shop.pick({ status: true }), "SELECT shop_id FROM shop", "status"],
    ["a text where a number is", z.object({ shop_key: z.int() }), "SELECT shop_key FROM shop", "shop_key"],
  ])(
    "stops the work where it is not what was declared, and says no content: %s",
    async (_, row, sql, column) => {
      const read = readRows<object>(opened.database, row, sql);
      await expect(read).rejects.toThrow(`a row is as it is declared: ${column}: `);
      await expect(read).rejects.not.toThrow("anna@a.example");
    },
  );

  it("has the same moments through Prisma as through SQL", async () => {
    const { database } = opened;
    const { prisma } = database;
    await prisma.workerHeartbeat.create({
      data: { workerId: kind, startedAt: new Date(NOON), seenAt: new Date(NOON) },
    });
    const stored = "SELECT started_at, seen_at FROM worker_heartbeat WHERE worker_id = $1";
    expect(await rowsOf(database, stored, [kind])).toEqual([{ started_at: NOON, seen_at: NOON }]);
    const seen = await prisma.workerHeartbeat.findUnique({ where: { workerId: kind } });
    expect(seen?.seenAt.getTime()).toBe(NOON);
  });
});

it("moments are the same on a server that is set to another zone", async () => {
  const opened = await openTestDatabase("server");
  await opened.database.query(
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone TO ''Europe/Berlin''', current_database()); END $$",
  );
  const database = await openServerDatabase(String(opened.env["DATABASE_URL"]), 1);
  await database.prisma.workerHeartbeat.create({
    data: { workerId: "a", startedAt: new Date(NOON), seenAt: new Date(NOON) },
  });
  expect(await rowsOf(database, "SELECT seen_at FROM worker_heartbeat")).toEqual([{ seen_at: NOON }]);
  expect((await database.prisma.workerHeartbeat.findFirst())?.seenAt.getTime()).toBe(NOON);
  await database.close();
  await opened.drop();
});

it("the embedded database refuses Prisma within a transaction instead of waiting for itself for ever", async () => {
  const { database, drop } = await openTestDatabase("embedded");
  const read = database.transaction(() => database.prisma.shop.findMany());
  await expect(read).rejects.toThrow("within a transaction only its own statements are used");
  await drop();
});
