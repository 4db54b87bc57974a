import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerFile } from "#app/queries/ledger/ledger-file.ts";
import { membersFile } from "#app/queries/member-files/members-file.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { book, counts, FILE, openClub, upload } from "./member-file-shop.ts";
import { customer, orderFact, START } from "./plain-shop.ts";

describe.each(databaseKinds)("what goes out as files, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const open = () => openClub(opened.database);

  it("what goes out as a file of members comes in again in another shop: balances, ends, tiers, birthdays", async () => {
    const shop = await open();
    await book(shop, FILE.replace("Nora", "=Nora"));
    await shop.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    const file = await textOf(membersFile(shop.database, shop.shopId, "Europe/Berlin"));
    expect(file).toContain(",'=Nora,Neu,");
    const other = await open();
    const imported = await book(other, file);
    expect(imported).toMatchObject({ form: "own", state: "done" });
    expect(await textOf(membersFile(other.database, other.shopId, "Europe/Berlin"))).toBe(file);
    const again = await upload(other, file, START + 1);
    expect(await counts(other, again)).toEqual({ same: [3, 0] });
  });

  it("the ledger goes out whole, and its transfers come to the balances", async () => {
    const shop = await open();
    await book(shop, FILE);
    const { shopId } = shop;
    const lines = (await textOf(ledgerFile(shop.database, shopId, "ndjson"))).trim().split("\n");
    const entry = z.object({ transfers: z.array(z.object({ to: z.string(), points: z.int() })) });
    const points = lines.flatMap((line) => entry.parse(JSON.parse(line)).transfers.map((one) => one.points));
    expect(points.sort()).toEqual([100, 320, 40]);
    const csv = await textOf(ledgerFile(shop.database, shopId, "csv"));
    expect(csv.split("\n")).toHaveLength(5);
    expect(csv).toContain(",0,issued,available,320,");
  });
});

async function textOf(lines: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const line of lines) text += line;
  return text;
}
