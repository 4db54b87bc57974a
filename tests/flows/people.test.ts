import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { joinProgram } from "#app/commands/members/join-program.ts";
import { leaveProgram } from "#app/commands/members/leave-program.ts";
import { foreseeMerge } from "#app/queries/members/foresee-merge.ts";
import { mergeMembers } from "#app/commands/members/merge-members.ts";
import { noteHandOver } from "#app/commands/members/note-hand-over.ts";
import { adminHome } from "#app/queries/home/admin-home.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, guest, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { monthSoFar } from "#tests/support/month-so-far.ts";

const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }];
const earning = {
  rules: [
    { id: "spend", kind: "spend", points: 1, per: "1.00" },
    { id: "join", kind: "activity", activity: "join", points: 20 },
  ],
};

describe.each(databaseKinds)("people in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const by = { actor: "staff-1", now: START };

  it("what is kept of a person can be told; erased, the member is nobody, and the sums stand", async () => {
    const shop = await PlainShop.open(opened.database, { rewards });
    await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
    const memberId = await shop.memberId("anna");
    expect(await memberRecord(opened.database, shop.shopId, memberId)).toMatchObject({
      member: { email: "anna@example.com", available: 80 },
      orders: [{ order_id: "1" }],
      transactions: [{ key: "order:1:award:1" }],
    });
    expect(await eraseMember(opened.database, { shopId: shop.shopId, memberId, ...by })).toEqual({
      ok: true,
    });
    const rows = await opened.database.query(
      "SELECT status, customer_id, email, first_name, last_name, earned FROM member WHERE shop_id = $1",
      [shop.shopId],
    );
    expect(rows).toEqual([
      { status: "erased", customer_id: null, email: null, first_name: null, last_name: null, earned: 80 },
    ]);
    const [told] = await rowsOf<{ body: string }>(
      opened.database,
      "SELECT body FROM inbox WHERE shop_id = $1",
      [shop.shopId],
    );
    expect(told?.body).toBe("");
    expect(await shop.contradiction()).toBeNull();
  });

  it("a person's wish for their data waits on the home page until somebody has fetched it", async () => {
    const shop = await PlainShop.open(opened.database, { rewards });
    await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
    const memberId = await shop.memberId("anna");
    const open = async () => {
      const { state } = await adminHome(opened.database, shop.shopId, monthSoFar(START));
      return [state.dataRequests, state.firstDataRequest];
    };
    const wish = (id: string) =>
      shop.tell([
        { type: "customer_data_requested", at: START, customer: { id, email: null }, requestId: "9" },
      ]);
    await wish("anna");
    await wish("anna");
    await wish("stranger");
    expect(await open()).toEqual([1, memberId]);
    expect((await shop.inboxStates()).at(-1)?.reason).toBe("nothing is kept of this customer");
    await noteHandOver(opened.database, { shopId: shop.shopId, memberId, ...by });
    expect(await open()).toEqual([0, null]);
    await wish("anna");
    expect(await open()).toEqual([1, memberId]);
    await eraseMember(opened.database, { shopId: shop.shopId, memberId, ...by });
    expect(await open()).toEqual([0, null]);
  });

  it("two members merge into one, and later deliveries about either reach the one that stays", async () => {
    const shop = await PlainShop.open(opened.database, { earning });
    await shop.tell([
      { type: "customer", at: START, customer: customer("anna"), joined: true },
      { type: "customer", at: START, customer: customer("anja"), joined: true },
      orderFact("1", customer("anna"), { euros: 80 }),
      orderFact("2", customer("anja"), { euros: 50 }),
    ]);
    const [keptId, endedId] = [await shop.memberId("anna"), await shop.memberId("anja")];
    expect(await foreseeMerge(opened.database, shop.shopId, { keptId, endedId }, START)).toMatchObject({
      ok: true,
      kept: { available: 100, orders: 1 },
      ended: { available: 70, orders: 1 },
      after: { available: 150, orders: 2 },
    });
    expect(await shop.member("anna")).toMatchObject({ available: 100 });
    expect(await mergeMembers(opened.database, { shopId: shop.shopId, keptId, endedId, ...by })).toEqual({
      ok: true,
    });
    expect(await shop.member("anna")).toMatchObject({ available: 150 });
    await shop.tell([orderFact("3", customer("anja"), { euros: 10 }), refundFact("2", "r", 50)]);
    expect(await shop.member("anna")).toMatchObject({ available: 110 });
    expect(await foreseeMerge(opened.database, shop.shopId, { keptId, endedId }, START)).toEqual({
      ok: false,
      refusal: "member_left",
    });
    expect(await shop.contradiction()).toBeNull();
  });

  it("a customer of the shop is not merged into somebody who is none", async () => {
    const shop = await PlainShop.open(opened.database, { earning });
    await shop.tell([
      orderFact("1", guest("guest@example.org"), { euros: 80 }),
      orderFact("2", customer("anja"), { euros: 50 }),
    ]);
    const rows = await rowsOf<{ member_id: number }>(
      shop.database,
      "SELECT member_id FROM member WHERE shop_id = $1 AND customer_id IS NULL",
      [shop.shopId],
    );
    const keptId = String(rows[0]?.member_id);
    const endedId = await shop.memberId("anja");
    expect(await foreseeMerge(opened.database, shop.shopId, { keptId, endedId }, START)).toEqual({
      ok: false,
      refusal: "merge_other_way",
    });
    const turned = { keptId: endedId, endedId: keptId };
    expect(await foreseeMerge(opened.database, shop.shopId, turned, START)).toMatchObject({ ok: true });
  });

  it.each([
    ["the Kelvin sign for a k", "mi\u212Ae@example.org"],
    ["wide letters", "\uFF4Dike@example.org"],
    ["a capital I with a dot", "M\u0130ke@example.org"],
  ])(
    "an account whose address only looks like a guest's gets nothing of the guest's: %s",
    async (_, twin) => {
      const shop = await PlainShop.open(opened.database);
      await shop.tell([orderFact("1", guest("mike@example.org"), { euros: 150 })]);
      await shop.tell([
        { type: "customer", at: START, customer: customer("twin", { email: twin }), joined: true },
      ]);
      expect(await shop.member("twin")).toMatchObject({ available: 0 });
      const meant = customer("mike", { email: " MIKE@Example.org" });
      await shop.tell([{ type: "customer", at: START, customer: meant, joined: true }]);
      expect(await shop.member("mike")).toMatchObject({ available: 150 });
    },
  );

  it("the shop's own merge of customers does the same", async () => {
    const shop = await PlainShop.open(opened.database, { earning });
    await shop.tell([
      orderFact("1", customer("anna"), { euros: 80 }),
      orderFact("2", customer("anja"), { euros: 50 }),
    ]);
    await shop.tell([
      { type: "customers_merged", at: START, keptCustomerId: "anna", endedCustomerId: "anja" },
    ]);
    expect(await shop.member("anna")).toMatchObject({ available: 150 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("whoever leaves earns no more, and may come back", async () => {
    const shop = await PlainShop.open(opened.database, { earning });
    const { memberId } = await joinProgram(opened.database, {
      shopId: shop.shopId,
      customer: { ...customer("anna"), id: "anna" },
      now: START,
    });
    await leaveProgram(opened.database, { shopId: shop.shopId, memberId, now: START });
    await shop.tell([orderFact("1", customer("anna"), { euros: 80 })]);
    expect(await shop.member("anna")).toMatchObject({ status: "left", available: 20 });
    await joinProgram(opened.database, {
      shopId: shop.shopId,
      customer: { ...customer("anna"), id: "anna" },
      now: START,
    });
    await shop.tell([orderFact("2", customer("anna"), { euros: 30, paidAt: START + 1 })], START + 1);
    expect(await shop.member("anna")).toMatchObject({ status: "active", available: 50 });
  });

  it("points given by hand with the same key are given once; another wish under the key is refused", async () => {
    const shop = await PlainShop.open(opened.database, {});
    await applyFacts(opened.database, shop.shopId, [orderFact("1", customer("anna"), { euros: 10 })], START);
    const memberId = await shop.memberId("anna");
    const wish = {
      shopId: shop.shopId,
      memberId,
      points: 5,
      qualifying: 0,
      sparesDebt: false,
      reason: "sorry",
      key: "k",
      ...by,
    };
    expect(await adjustPoints(opened.database, wish)).toEqual({ ok: true });
    expect(await adjustPoints(opened.database, wish)).toEqual({ ok: true });
    expect(await adjustPoints(opened.database, { ...wish, points: 50 })).toMatchObject({
      refusal: "key_reused",
    });
    expect(await shop.member("anna")).toMatchObject({ available: 15 });
  });

  it("one shop's commands never reach another shop's rows", async () => {
    const [mine, other] = [
      await PlainShop.open(opened.database, { rewards }),
      await PlainShop.open(opened.database, { rewards }),
    ];
    const same = [orderFact("1", customer("anna"), { euros: 300 })];
    await mine.tell(same);
    await other.tell(same);
    const before = await everything(other);
    await mine.tell([refundFact("1", "r", 50), orderFact("2", customer("anna"), { euros: 70 })]);
    const memberId = await other.memberId("anna");
    const shopId = mine.shopId;
    const claimed = await claimReward(opened.database, {
      shopId,
      memberId,
      rewardId: "five-off",
      points: null,
      actor: null,
      key: "k",
      now: START,
    });
    expect(claimed).toMatchObject({ ok: false, refusal: "member_unknown" });
    const cancelled = await cancelCode(opened.database, {
      shopId,
      memberId,
      code: "NONE",
      reason: "",
      actor: null,
      now: START,
    });
    expect(cancelled).toMatchObject({ ok: false, refusal: "member_unknown" });
    expect(await eraseMember(opened.database, { shopId, memberId, ...by })).toMatchObject({ ok: false });
    expect(await everything(other)).toEqual(before);
  });

  it("every table of a shop's is keyed by the shop first", async () => {
    const rows = await rowsOf<{ table_name: string; first_column: string }>(
      opened.database,
      `SELECT c.relname AS table_name, a.attname AS first_column FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE i.indisprimary AND n.nspname = 'public' AND c.relname NOT IN ('_prisma_migrations', 'worker_heartbeat')`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ first_column }) => first_column !== "shop_id")).toEqual([]);
  });
});

const TABLES = [
  "member",
  "lot",
  "award",
  "reward_code",
  "ledger_transaction",
  "transfer",
  "shop_order",
  "inbox",
  "outbox",
];

async function everything(shop: PlainShop): Promise<unknown> {
  const rows = await Promise.all(
    TABLES.map((table) =>
      shop.database.query(`SELECT * FROM ${table} WHERE shop_id = $1 ORDER BY 1, 2`, [shop.shopId]),
    ),
  );
  return rows;
}
