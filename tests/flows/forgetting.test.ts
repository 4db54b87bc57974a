import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { joinProgram } from "#app/commands/members/join-program.ts";
import { saveDraft } from "#app/commands/program/save-draft.ts";
import type { CustomerRef, ShopFact } from "#app/domain/event.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { keptOfShop, whereKept } from "#tests/support/kept-of-shop.ts";
import { customer, DAY, guest, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }];
const ADDRESS = "anna.personal@example.com";
const anna = customer("4711", {
  email: ADDRESS,
  emailProven: false,
  firstName: "Anna-Personal",
  lastName: "Beispiel-Personal",
});
const PERSONAL = ["personal", "4711"];
const LATER = START + DAY;

describe.each(databaseKinds)("a person who is to be forgotten, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const redacted = (named: CustomerRef, at = LATER): ShopFact => ({
    type: "customer_redacted",
    at,
    customer: named,
  });
  const asIs = { id: "4711", email: ADDRESS };

  /** Everything a shop may come to keep of Anna, her name in each of it. */
  async function annasShop(): Promise<PlainShop> {
    const shop = await PlainShop.open(opened.database, { rewards });
    const { database, shopId } = shop;
    await shop.tell([orderFact("1", guest(ADDRESS), { euros: 30 })]);
    await shop.tell([orderFact("2", anna, { euros: 300 }), orderFact("3", customer("berta"), { euros: 10 })]);
    const memberId = await shop.memberId("4711");
    const by = { shopId, memberId, actor: "shopify:user:1", now: START };
    const given = {
      ...by,
      points: 5,
      qualifying: 0,
      sparesDebt: false,
      reason: "Personal trouble",
      key: "k1",
    };
    expect((await adjustPoints(database, given)).ok).toBe(true);
    const wish = { shopId, memberId, rewardId: "five-off", points: null, actor: null, key: "k2", now: START };
    const claimed = await claimReward(database, wish);
    expect(claimed.ok).toBe(true);
    if (claimed.ok) {
      const taken = { ...by, code: claimed.code, reason: "personally called" };
      expect((await cancelCode(database, taken)).ok).toBe(true);
    }
    await shop.deliverBody(`poison of ${ADDRESS}`);
    await shop.deliverBody(`not documented {"id":"4711"}`);
    await shop.deliverBody(`not documented {"id":4711, "note": "personal"}`);
    await shop.settle();
    return shop;
  }

  it("is in no table any more, whatever told of them, and the sums stand", async () => {
    const shop = await annasShop();
    const before = await whereKept(opened.database, shop.shopId, PERSONAL);
    expect(before.map((where) => where.split(":")[0])).toEqual(
      expect.arrayContaining(["member", "inbox", "ledger_transaction", "audit", "reward_code"]),
    );
    const sums = () =>
      opened.database.query("SELECT sum(earned) AS e, sum(available) AS a FROM member WHERE shop_id = $1", [
        shop.shopId,
      ]);
    const kept = await sums();
    await shop.tell([redacted(asIs)], LATER);
    expect(await whereKept(opened.database, shop.shopId, PERSONAL)).toEqual([]);
    expect(await sums()).toEqual(kept);
    expect(await shop.member("berta")).toMatchObject({ status: "active", available: 10 });
    const [bertas] = await rowsOf<{ count: number }>(
      opened.database,
      "SELECT count(*) AS count FROM inbox WHERE shop_id = $1 AND body LIKE '%berta%'",
      [shop.shopId],
    );
    expect(bertas?.count).toBe(0);
    expect(await shop.contradiction()).toBeNull();
  });

  it("erased by staff is in no table either", async () => {
    const shop = await annasShop();
    const memberId = await shop.memberId("4711");
    const by = { shopId: shop.shopId, memberId, actor: "shopify:user:1", now: LATER };
    expect(await eraseMember(opened.database, by)).toEqual({ ok: true });
    // The guest of the address is somebody else until the address is proven.
    const left = await whereKept(opened.database, shop.shopId, ["Personal trouble", "4711", "Anna-Personal"]);
    expect(left).toEqual([]);
  });

  it("is not brought back by anything that is told late", async () => {
    const shop = await annasShop();
    await shop.tell([redacted(asIs)], LATER);
    const count = async () =>
      (await opened.database.query("SELECT 1 FROM member WHERE shop_id = $1", [shop.shopId])).length;
    const members = await count();
    const late: ShopFact[] = [
      orderFact("2", anna, { euros: 300, updatedAt: LATER }, LATER),
      orderFact("2", { ...anna, emailProven: true }, { euros: 250, updatedAt: LATER + 1 }, LATER),
      orderFact("9", anna, { euros: 70 }, LATER),
      orderFact("10", guest(` ${ADDRESS.toUpperCase()} `), { euros: 70 }, LATER),
      { type: "customer", at: LATER - 1, customer: anna, joined: false },
      { type: "customer", at: LATER - 1, customer: anna, joined: true },
      { type: "activity", at: LATER - 1, customer: asIs, activity: "review", key: "personal" },
      { type: "customers_merged", at: LATER - 1, keptCustomerId: "4711", endedCustomerId: "berta" },
      redacted(asIs),
    ];
    for (const fact of late) await shop.tell([fact], LATER + 2);
    await shop.tell(late, LATER + 3);
    await shop.tell([refundFact("2", "r", 20, LATER)], LATER + 4);
    expect(await whereKept(opened.database, shop.shopId, PERSONAL)).toEqual([]);
    expect(await count()).toBe(members);
    expect(await shop.contradiction()).toBeNull();
  });

  it("is not brought back by what comes with the request in one batch", async () => {
    const shop = await annasShop();
    await shop.deliver([orderFact("7", anna, { euros: 20 })]);
    await shop.deliver([redacted(asIs)]);
    await shop.deliver([orderFact("8", anna, { euros: 20 })]);
    await shop.deliverBody(`not documented of ${ADDRESS}`);
    await shop.settle(LATER);
    expect(await whereKept(opened.database, shop.shopId, PERSONAL)).toEqual([]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("is forgotten in what was told of others, by phone and by first and last name", async () => {
    const shop = await annasShop();
    const berta = customer("berta", { firstName: "Berta", lastName: "Meier" });
    const told = (more: object) => ({ ...orderFact("30", berta, { euros: 10 }), ...more });
    const bodies = [
      told({ shipping: { name: "anna-personal Beispiel-Personal" } }),
      told({ first_name: "Anna-Personal", last_name: "Beispiel-Personal" }),
      told({ phone: "+49 30 901820" }),
      told({ first_name: "Anna-Personal" }),
    ];
    for (const body of bodies) await shop.deliverBody(JSON.stringify([body]));
    await shop.deliverBody('not documented {"phone":"+49 30 901820"}');
    await shop.deliverBody('not documented {"name":"Anna-Personal Beispiel-Personal"}');
    await shop.settle();
    await shop.tell([redacted({ ...asIs, phone: "+49 30 901820" })], LATER);
    const rows = await rowsOf<{ body: string }>(
      opened.database,
      "SELECT body FROM inbox WHERE shop_id = $1 AND body <> '' ORDER BY inbox_id",
      [shop.shopId],
    );
    // Half a name is nobody's, and what is parked may still be wanted of a namesake.
    expect(rows.map(({ body }) => body)).toEqual([
      JSON.stringify([bodies[3]]),
      'not documented {"name":"Anna-Personal Beispiel-Personal"}',
    ]);
  });

  it("is forgotten also where they never were a member", async () => {
    const shop = await PlainShop.open(opened.database);
    await shop.deliverBody(`not documented of ${ADDRESS}`);
    await shop.settle();
    await shop.tell([redacted(asIs)], LATER);
    await shop.tell([orderFact("9", anna, { euros: 70 })], LATER);
    expect(await whereKept(opened.database, shop.shopId, PERSONAL)).toEqual([]);
  });

  it("may come back, as somebody new", async () => {
    const shop = await annasShop();
    await shop.tell([redacted(asIs)], LATER);
    const { memberId } = await joinProgram(opened.database, {
      shopId: shop.shopId,
      customer: { ...anna, id: "4711" },
      now: LATER,
    });
    expect(await shop.memberId("4711")).toBe(memberId);
    const placed = { placedAt: LATER + DAY, paidAt: LATER + DAY };
    await shop.tell([orderFact("20", anna, { euros: 40, ...placed }, LATER + DAY)], LATER + DAY);
    expect(await shop.member("4711")).toMatchObject({ available: 40, earned: 40 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("is told of with the guest of the address when they ask what is kept", async () => {
    const shop = await annasShop();
    const asked = { type: "customer_data_requested", at: START, customer: asIs, requestId: "9" } as const;
    await shop.tell([asked]);
    const rows = await rowsOf<{ member_id: number }>(
      opened.database,
      "SELECT member_id FROM audit WHERE shop_id = $1 AND action = 'customer_data_requested'",
      [shop.shopId],
    );
    expect(new Set(rows.map(({ member_id }) => member_id)).size).toBe(2);
    const bodies = await opened.database.query(
      "SELECT 1 FROM inbox WHERE shop_id = $1 AND body LIKE '%customer_data_requested%'",
      [shop.shopId],
    );
    expect(bodies).toEqual([]);
  });

  it("gets everything that is kept of them", async () => {
    const shop = await annasShop();
    const memberId = await shop.memberId("4711");
    const record = JSON.stringify(await memberRecord(opened.database, shop.shopId, memberId));
    for (const text of ["Anna-Personal", ADDRESS, "Personal trouble", "personally called", '"4711"'])
      expect(record).toContain(text);
    const tables = await rowsOf<{ table_name: string }>(
      opened.database,
      `SELECT table_name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'member_id' ORDER BY table_name`,
    );
    for (const { table_name: table } of tables) {
      const rows = await rowsOf<{ row: Record<string, unknown> }>(
        opened.database,
        `SELECT to_json(t) AS row FROM "${table}" t WHERE shop_id = $1 AND member_id = $2`,
        [shop.shopId, memberId],
      );
      for (const { row } of rows) {
        for (const [column, value] of Object.entries(row)) {
          if (column === "shop_id" || typeof value !== "string") continue;
          // Instants are told as numbers.
          if (column === "at" || column.endsWith("_at")) continue;
          if (table === "audit" && column === "actor") continue;
          expect(record, `${table}.${column}`).toContain(JSON.stringify(value).slice(1, -1));
        }
      }
    }
  });

  it("leaves with the shop that is to be forgotten, as do all others", async () => {
    const shop = await annasShop();
    const { database, shopId } = shop;
    const draft = {
      text: "personal",
      baseVersion: null,
      expectedRevision: null,
      actor: "personal",
      now: START,
    };
    expect((await saveDraft(database, { shopId, ...draft })).ok).toBe(true);
    await shop.tell([
      orderFact("5", customer("4711-b", { email: "other.personal@example.com" }), { euros: 5 }),
    ]);
    await shop.tell([{ type: "app_uninstalled", at: LATER }], LATER);
    await shop.deliverBody(`late word of ${ADDRESS}`, randomUUID(), LATER);
    await shop.tell([{ type: "shop_redacted", at: LATER }], LATER);
    expect(await whereKept(database, shopId, [...PERSONAL, "berta"])).toEqual([]);
    const kept = await keptOfShop(database, shopId);
    expect(kept.get("ledger_transaction")).not.toBe("");
    expect(await shop.contradiction()).toBeNull();
  });

  it("takes nothing but words out of what is append only", async () => {
    const shop = await annasShop();
    const refused = async (sql: string) =>
      expect(opened.database.query(sql, [shop.shopId])).rejects.toThrow(/append only/);
    await refused("UPDATE ledger_transaction SET at = now() WHERE shop_id = $1");
    await refused(`UPDATE ledger_transaction SET explanation = '{"kind":"adjusted"}' WHERE shop_id = $1`);
    await refused(
      `UPDATE ledger_transaction SET explanation = (explanation::jsonb || '{"reason": "mine"}')::json WHERE shop_id = $1`,
    );
    await refused("UPDATE audit SET actor = 'nobody' WHERE shop_id = $1");
    await refused("UPDATE audit SET details = '{}' WHERE shop_id = $1");
    await refused("DELETE FROM audit WHERE shop_id = $1");
  });
});
