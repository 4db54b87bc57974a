import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { BooksRefused, importBooks } from "#app/commands/ledger/import-books.ts";
import { mergeMembers } from "#app/commands/members/merge-members.ts";
import { writeBooksFile } from "#app/queries/ledger/books-file.ts";
import { ledgerFile } from "#app/queries/ledger/ledger-file.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, guest, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";

const PROGRAM = {
  tiers: {
    metric: "spend",
    window: { kind: "lifetime" },
    levels: [
      { id: "base", name: "Base", from: "0.00" },
      { id: "gold", name: "Gold", from: "200.00" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }],
};

describe.each(databaseKinds)("the books of a shop, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Orders, a refund, a code, a guest, two tiers, two who became one. */
  async function lived(): Promise<PlainShop> {
    const shop = await PlainShop.open(opened.database, PROGRAM);
    const { database, shopId } = shop;
    await shop.tell([
      orderFact("1", customer("anna"), { euros: 250 }),
      orderFact("2", customer("anja"), { euros: 40 }),
      orderFact("3", guest("guest@example.org"), { euros: 30 }),
    ]);
    await shop.tell([refundFact("2", "r", 10)]);
    const memberId = await shop.memberId("anna");
    const claim = { shopId, memberId, rewardId: "five-off", points: null, actor: null, now: START + DAY };
    expect(await claimReward(database, { ...claim, key: crypto.randomUUID() })).toMatchObject({ ok: true });
    const people = { keptId: memberId, endedId: await shop.memberId("anja") };
    await mergeMembers(database, { shopId, ...people, actor: "staff", now: START + DAY });
    return shop;
  }

  async function booksOf({ database, shopId }: PlainShop): Promise<string[]> {
    const lines: string[] = [];
    await writeBooksFile(database, shopId, (line) => {
      lines.push(line.trimEnd());
      return Promise.resolve();
    });
    return lines;
  }

  const bringIn = ({ database, shopId }: PlainShop, lines: readonly string[]) =>
    importBooks(database, shopId, () => from(lines), START + 2 * DAY);

  it("go out and come in again in an empty shop: everybody has what they had, and it goes on from there", async () => {
    const shop = await lived();
    const lines = await booksOf(shop);
    const other = await PlainShop.install(opened.database);
    const proof = await bringIn(other, lines);
    expect(proof).toMatchObject({ members: 3, contradiction: null });

    for (const name of ["anna", "anja"]) expect(await other.member(name)).toEqual(await shop.member(name));
    for (const table of ["lot", "reward_code", "award", "qualifying_entry", "program_version"]) {
      expect(await rowsIn(other, table)).toEqual(await rowsIn(shop, table));
    }
    expect(await ledgerOf(other)).toBe(await ledgerOf(shop));
    expect(await shop.contradiction()).toBeNull();

    for (const one of [shop, other]) {
      await one.tell([orderFact("4", customer("anja"), { euros: 15 }), refundFact("1", "s", 50)]);
      await one.tell([
        { type: "customer", at: START + 3 * DAY, customer: customer("new"), joined: true },
        orderFact("5", customer("new"), { euros: 5 }),
      ]);
      expect(await one.contradiction()).toBeNull();
    }
    expect(await other.member("anna")).toEqual(await shop.member("anna"));
    expect((await other.member("new")).available).toBe(5);
  });

  it("come into no shop that has lived, and not in half", async () => {
    const shop = await lived();
    const lines = await booksOf(shop);
    await expect(bringIn(shop, lines)).rejects.toThrow("books come into an empty one");
    const other = await PlainShop.install(opened.database);
    await expect(bringIn(other, lines.slice(0, -1))).rejects.toThrow("its last lines are missing");
    await expect(bringIn(other, lines.slice(1))).rejects.toThrow(BooksRefused);
    const lowered = lines.map((line) =>
      line.startsWith('{"table":"transfer"') ? line.replace(/"points":\d+/u, '"points":1') : line,
    );
    await expect(bringIn(other, lowered)).rejects.toThrow("the ledger is not proved");
    expect(await rowsIn(other, "member")).toEqual([]);
    expect(await rowsIn(other, "program_version")).toHaveLength(1);
    expect(await bringIn(other, lines)).toMatchObject({ contradiction: null });
  });
});

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

async function rowsIn({ database, shopId }: PlainShop, table: string): Promise<string[]> {
  const rows = await rowsOf<{ row: string }>(
    database,
    `SELECT (row_to_json(t)::jsonb - 'shop_id')::text AS row FROM "${table}" t WHERE shop_id = $1`,
    [shopId],
  );
  return rows.map(({ row }) => row).sort();
}

async function ledgerOf({ database, shopId }: PlainShop): Promise<string> {
  let text = "";
  for await (const line of ledgerFile(database, shopId, "ndjson")) text += line;
  return text;
}
