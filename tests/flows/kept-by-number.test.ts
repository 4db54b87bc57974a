import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCustomerTags } from "#app/db/questions/customer-tags.ts";
import { writeQuestions } from "#app/db/questions/shop-questions.ts";
import { writeProof } from "#app/db/shoppers/mailbox-proofs.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { whereKept } from "#tests/support/kept-of-shop.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

const LATER = START + DAY;

describe.each(databaseKinds)("a person the app knows by number, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("has what is kept by the shop's number of them told, and erased with them", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    await shop.tell([
      { type: "customers_merged", at: START, keptCustomerId: "4711", endedCustomerId: "4710" },
      orderFact("2", customer("4711"), { euros: 300 }),
    ]);
    const proof = { shopId, addressDigest: "a", codeDigest: "c", customerId: "4711" };
    const limits = {
      now: START,
      youngestAt: START,
      countedSince: START,
      codesPerAddress: 5,
      codesPerShop: 5,
    };
    await writeProof(database, proof, limits);
    await database.transaction(async (tx) => {
      await writeQuestions(tx, shopId, [{ about: "customer_tags", subjectId: "4711" }], START);
      await writeCustomerTags(tx, shopId, [{ customer: "4711", tags: ["vip"] }], START);
    });
    expect(await memberRecord(database, shopId, await shop.memberId("4711"))).toMatchObject({
      endedCustomers: [{ customer_id: "4710" }],
      questions: [{ about: "customer_tags" }],
      customerTags: [{ tags: ["vip"] }],
      mailboxProofs: [{ customer_id: "4711" }],
    });
    await shop.tell([{ type: "customer_redacted", at: LATER, customer: { id: "4711", email: null } }], LATER);
    expect(await whereKept(database, shopId, ["4710", "4711"])).toEqual([]);
  });
});
