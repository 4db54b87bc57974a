import { z } from "zod";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { columnParsers } from "#app/db/column-values.ts";
import { embeddedDatabase } from "#app/db/embedded-database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { migrate } from "#app/db/migrate.ts";
import { readRows } from "#app/db/read-rows.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { schemaDifference } from "../../prisma/schema-difference.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";

describe("the migrations", () => {
  it("make exactly what schema.prisma says", async () => {
    const lite = await PGlite.create({ parsers: columnParsers });
    const database = embeddedDatabase(lite);
    await migrate(database);
    expect((await schemaDifference(lite)).trim()).toBe("-- This is an empty migration.");
    await database.close();
  });
});

/** Something each of PostgreSQL's types holds, as the drivers give it. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  smallint: 1,
  integer: 1,
  bigint: 1,
  text: "x",
  boolean: true,
  json: { any: "thing" },
  ARRAY: ["x"],
  "timestamp with time zone": 1_780_000_000_000,
};

const columnRow = z.object({
  table: z.string(),
  column: z.string(),
  type: z.string(),
  nullable: z.boolean(),
});

it("rows are parsed by the columns that the migrations have made: their names, their types, which may be empty", async () => {
  const { database, drop } = await openTestDatabase("embedded");
  const columns = await readRows(
    database,
    columnRow,
    `SELECT table_name AS table, column_name AS column, data_type AS type, is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  );
  const parsed = Object.entries(tables).flatMap(([table, { shape }]) =>
    Object.entries<z.ZodType>(shape).map(([column, value]) => ({ table, column, value })),
  );
  const name = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;
  expect(parsed.map(name).sort()).toEqual(columns.map(name).sort());
  for (const { table, column, value } of parsed) {
    const made = columns.find((one) => one.table === table && one.column === column);
    const accepted = Object.entries(SAMPLES).filter(([, sample]) => value.safeParse(sample).success);
    const where = `${table}.${column}`;
    expect(
      accepted.map(([type]) => type),
      where,
    ).toContain(made?.type);
    if (made?.type === "json") continue;
    expect(value.safeParse(null).success, where).toBe(made?.nullable);
    expect(value.safeParse(made?.type === "text" ? 1 : { any: "thing" }).success, where).toBe(false);
  }
  await drop();
});

describe.each(databaseKinds)("a %s database", (kind) => {
  let opened: TestDatabase;
  let shop: PlainShop;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    shop = await PlainShop.open(opened.database);
    await applyFacts(opened.database, shop.shopId, [orderFact("1", customer("c1"), { euros: 100 })], START);
  });
  afterAll(() => opened.drop());

  it("is migrated once, also by several at once", async () => {
    expect(await Promise.all([migrate(opened.database), migrate(opened.database)])).toEqual([[], []]);
  });

  it.each([
    ["a transaction is not changed", "UPDATE ledger_transaction SET kind = 'earned'", /append only/],
    ["a transaction is not deleted", "DELETE FROM ledger_transaction", /append only/],
    ["a transfer is not changed", "UPDATE transfer SET points = points + 1", /append only/],
    ["a transfer is not deleted", "DELETE FROM transfer", /append only/],
    ["the ledger is not emptied", "TRUNCATE transfer, ledger_transaction", /append only/],
    ["the record of deeds is not changed", "UPDATE audit SET actor = 'nobody'", /append only/],
    [
      "a transfer moves points",
      "INSERT INTO transfer SELECT shop_id, transaction_id, 9, 'issued', 'available', 0, NULL, at FROM transfer",
      /transfer_moves_points/,
    ],
    [
      "a transfer has two accounts",
      "INSERT INTO transfer SELECT shop_id, transaction_id, 9, 'issued', 'issued', 5, NULL, at FROM transfer",
      /transfer_moves_points/,
    ],
    [
      "the same cause is not posted twice",
      "INSERT INTO ledger_transaction (shop_id, key, member_id, kind, at, program_version, explanation) SELECT shop_id, key, member_id, kind, at, program_version, explanation FROM ledger_transaction",
      /key/,
    ],
    ["no lot is overdrawn", "UPDATE lot SET remaining = -1", /lot_remaining_within_points/],
    ["no lot is overfilled", "UPDATE lot SET remaining = points + 1", /lot_remaining_within_points/],
    ["no balance is negative", "UPDATE member SET held = -1", /member_balances_not_negative/],
    ["sums belong together", "UPDATE member SET earned = earned + 1", /member_sums_agree/],
    [
      "a balance is what is left in the lots",
      "UPDATE member SET available = available + 1, earned = earned + 1",
      /not what is left in the lots/,
    ],
    ["an erased member has no name", "UPDATE member SET status = 'erased'", /member_erased_is_nobody/],
  ])("holds it: %s", async (_rule, statement, complaint) => {
    await expect(opened.database.query(statement)).rejects.toThrow(complaint);
    expect(await shop.contradiction()).toBeNull();
  });

  it("names the first contradiction when somebody has bent the rules", async () => {
    const { database } = opened;
    await database.query("ALTER TABLE transfer DISABLE TRIGGER transfer_append_only");
    await database.query("UPDATE transfer SET points = points + 5 WHERE shop_id = $1", [shop.shopId]);
    expect(await shop.contradiction()).toMatch(
      /^member \d+: available is kept as 100, the ledger gives 105$/,
    );
    await database.query("UPDATE transfer SET points = points - 5 WHERE shop_id = $1", [shop.shopId]);
    await database.query("UPDATE transfer SET at = at + interval '1 day' WHERE shop_id = $1", [shop.shopId]);
    expect(await shop.contradiction()).toMatch(
      /^transaction \d+ \(.+\) is of .+, and a transfer of it of .+$/,
    );
    await database.query("UPDATE transfer SET at = at - interval '1 day' WHERE shop_id = $1", [shop.shopId]);
    await database.query("ALTER TABLE transfer ENABLE TRIGGER transfer_append_only");
    expect(await shop.contradiction()).toBeNull();
  });
});
