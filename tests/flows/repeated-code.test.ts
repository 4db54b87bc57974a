import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { giveReward } from "#app/domain/redemption/claim-reward.ts";
import { unusedCode } from "#app/domain/redemption/code-book.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const NOW = START + 60_000;
const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }];

type Deed = (books: Books, member: MemberBook) => void;

const give: Deed = (books, member) => {
  books.changed.add(member.id);
  const [reward] = liveProgram(books).rewards;
  if (reward !== undefined) giveReward(books, member, reward, { at: NOW, origin: "gift" });
};
const claim: Deed = (books, member) => {
  const code = unusedCode(books, books.nextCode);
  const about = { memberId: member.id, rewardId: "five-off", points: null, code };
  expect(applyEvent(books, { type: "reward_claimed", at: NOW, ...about })).toEqual({ ok: true });
};

describe.each(databaseKinds)("a code whose text is made twice, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it.each([
    ["given", "another member's", give, "ben"],
    ["given", "the member's own", give, "anna"],
    ["claimed", "another member's", claim, "ben"],
    ["claimed", "the member's own", claim, "anna"],
  ])("leaves the older code whose it is: %s, where it is %s", async (_how, _whose, deed, who) => {
    const { database } = opened;
    const shop = await PlainShop.open(database, { rewards });
    await shop.tell(["anna", "ben"].map((id) => orderFact(id, customer(id), { euros: 300 })));
    const run = async (id: string, texts: string[], deedOf: Deed): Promise<void> => {
      const memberId = await shop.memberId(id);
      const maker = (): string => texts.shift() ?? "SPENT";
      await database.transaction(async (tx) => {
        const open = await openBooks(tx, shop.shopId, [memberId], { nextCode: maker, now: START });
        const member = open.books.members.get(memberId);
        if (member === undefined) throw new Error("the member is in the books");
        deedOf(open.books, member);
        await recordBooks(tx, open, NOW);
      });
    };
    await run("anna", ["FIRST"], claim);
    await run(who, ["FIRST", "OTHER"], deed);
    const codes = await rowsOf(
      database,
      `SELECT code, customer_id, points FROM reward_code JOIN member USING (shop_id, member_id)
       WHERE shop_id = $1 ORDER BY claimed_at, code`,
      [shop.shopId],
    );
    expect(codes).toEqual([
      { code: "FIRST", customer_id: "anna", points: 100 },
      { code: "OTHER", customer_id: who, points: deed === claim ? 100 : 0 },
    ]);
    expect(await shop.contradiction()).toBeNull();
  });
});
