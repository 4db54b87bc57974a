import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { type NewMessage, writeMessages } from "#app/db/messages/write-messages.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";

describe.each(databaseKinds)("messages, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function shopWithAnna(): Promise<{ shop: PlainShop; memberId: string }> {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([orderFact("1", customer("anna"), { euros: 30 })]);
    return { shop, memberId: await shop.memberId("anna") };
  }

  const welcome = (memberId: string, more: Partial<NewMessage> = {}): NewMessage => ({
    messageId: "m1",
    memberId,
    pass: { journeyId: "welcome", journeyVersion: 1, step: "0", passKey: "1" },
    channel: "email",
    template: "welcome",
    purpose: "service",
    code: null,
    dueAt: START,
    ...more,
  });

  const write = ({ database, shopId }: PlainShop, messages: readonly NewMessage[]): Promise<void> =>
    database.transaction((tx) => writeMessages(tx, shopId, messages, START));

  const states = ({ database, shopId }: PlainShop) =>
    rowsOf<{ message_id: string; state: string; reason: string | null }>(
      database,
      "SELECT message_id, state, reason FROM message WHERE shop_id = $1 ORDER BY message_id",
      [shopId],
    );

  const untold = async ({ database, shopId }: PlainShop): Promise<number | undefined> => {
    const count = `SELECT count(*) AS count FROM outbox WHERE shop_id = $1 AND topic = 'send_message'
       AND state IN ('waiting', 'delivering')`;
    return (await rowsOf<{ count: number }>(database, count, [shopId]))[0]?.count;
  };

  async function deliver(shop: PlainShop): Promise<void> {
    const rounds = outboxRounds({
      database: shop.database,
      findPlatform: shop.platform.find,
      now: () => START,
    });
    rounds.wake(shop.shopId);
    await expect.poll(() => untold(shop), { timeout: 20_000, interval: 20 }).toBe(0);
    await rounds.stop();
  }

  it("are written down once, whoever writes them again", async () => {
    const { shop, memberId } = await shopWithAnna();
    await write(shop, [welcome(memberId), welcome(memberId, { messageId: "m2" })]);
    await write(shop, [welcome(memberId)]);
    expect(await states(shop)).toMatchObject([{ message_id: "m1" }, { message_id: "m2" }]);
    expect(await untold(shop)).toBe(2);
  });

  it("are passed over, with the reason, where the installation has no server to hand them to", async () => {
    const { shop, memberId } = await shopWithAnna();
    await write(shop, [welcome(memberId)]);
    await deliver(shop);
    expect(await states(shop)).toEqual([{ message_id: "m1", state: "skipped", reason: "no_server" }]);
  });

  it("stand in the member's record, and go with their erasure; nobody who is gone is written to", async () => {
    const { shop, memberId } = await shopWithAnna();
    const { database, shopId } = shop;
    await write(shop, [welcome(memberId)]);
    expect(await memberRecord(database, shopId, memberId)).toMatchObject({
      written: [{ message_id: "m1" }],
    });
    await eraseMember(database, { shopId, memberId, actor: "shopify:user:1", now: START });
    await write(shop, [welcome(memberId, { messageId: "m2" })]);
    expect(await states(shop)).toEqual([]);
    await deliver(shop);
  });
});
