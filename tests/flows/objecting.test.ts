import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectToProfiling } from "#app/commands/customers/object-to-profiling.ts";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { scoreNow } from "#app/commands/customers/score-now.ts";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { mergeMembers } from "#app/commands/members/merge-members.ts";
import { undoMerge } from "#app/commands/members/undo-merge.ts";
import { readScoring } from "#app/db/customers/customer-scoring.ts";
import { adminMember } from "#app/queries/members/admin-member.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, guest, orderFact, PlainShop, START } from "./plain-shop.ts";

const NEWCOMERS = {
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "again", kind: "order", points: 50, member: { segments: ["new"] } },
    ],
  },
};

describe.each(databaseKinds)("whoever objects to profiling, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Of whom anything is kept that was worked out, by table. */
  async function worked(shop: PlainShop, memberId: string): Promise<number[]> {
    const rows = await rowsOf<{ figures: number; segments: number; changes: number }>(
      opened.database,
      `SELECT (SELECT count(*) FROM customer_figure WHERE shop_id = $1 AND member_id = $2) AS figures,
         (SELECT count(*) FROM segment_member WHERE shop_id = $1 AND member_id = $2) AS segments,
         (SELECT count(*) FROM segment_change WHERE shop_id = $1 AND member_id = $2) AS changes`,
      [shop.shopId, memberId],
    );
    return rows.flatMap(({ figures, segments, changes }) => [figures, segments, changes]);
  }

  const NOTHING = [0, 0, 0];
  const says = (shop: PlainShop, memberId: string, objects: boolean, now = START + DAY) =>
    objectToProfiling(opened.database, { shopId: shop.shopId, memberId, objects, actor: "staff-1", now });
  const score = async (shop: PlainShop, now: number) => {
    await scoreNow(opened.database, { shopId: shop.shopId, actor: "staff-1", now });
    await scoreCustomers(opened.database, shop.shopId, () => now);
  };

  it("a guest as well, loses what was worked out at once, is left out at night, and counts in sums", async () => {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([
      orderFact("1", guest("gast@example.com"), { euros: 20 }),
      orderFact("2", customer("berta"), { euros: 5 }),
    ]);
    await score(shop, START + DAY);
    await score(shop, START + 40 * DAY);
    const [{ memberId } = { memberId: "" }] = await rowsOf<{ memberId: string }>(
      opened.database,
      `SELECT member_id::text AS "memberId" FROM member WHERE shop_id = $1 AND customer_id IS NULL`,
      [shop.shopId],
    );
    expect(await worked(shop, memberId)).toEqual([1, 2, 1]);

    const said = START + 41 * DAY;
    expect(await says(shop, memberId, true, said)).toEqual({ ok: true });
    expect(await worked(shop, memberId)).toEqual(NOTHING);
    // Once more changes nothing: it stands since the first time.
    await says(shop, memberId, true, said + DAY);
    await score(shop, START + 42 * DAY);
    expect(await worked(shop, memberId)).toEqual(NOTHING);
    expect(await worked(shop, await shop.memberId("berta"))).not.toEqual(NOTHING);
    const scoring = await readScoring(opened.database, shop.shopId);
    expect(scoring?.figures).toMatchObject({ window: { revenueMinor: 2_500, customers: 2 } });
    const page = await adminMember(opened.database, shop.shopId, memberId, { before: null, now: said });
    expect(page?.member.objectsSince).toBe(said);
    const deeds = await rowsOf(
      opened.database,
      "SELECT action, actor FROM audit WHERE shop_id = $1 AND member_id = $2",
      [shop.shopId, memberId],
    );
    expect(deeds).toEqual([{ action: "object_to_profiling", actor: "staff-1" }]);
    expect((await memberRecord(opened.database, shop.shopId, memberId))?.objections).toHaveLength(1);

    await says(shop, memberId, false, said + DAY);
    await score(shop, START + 43 * DAY);
    expect((await worked(shop, memberId))[0]).toBe(1);
  });

  it("is in no segment a rule asks for, and earns by the other rules", async () => {
    const shop = await PlainShop.open(opened.database, NEWCOMERS);
    const buys = (order: number, who: string) =>
      shop.tell(
        [orderFact(String(order), customer(who), { euros: 10, paidAt: START + order * DAY })],
        START + order * DAY,
      );
    for (const [index, who] of ["anna", "berta"].entries()) await buys(index, who);
    const anna = await shop.memberId("anna");
    await says(shop, anna, true);
    await buys(2, "anna");
    await buys(3, "berta");
    expect(await shop.member("anna")).toMatchObject({ pending: 0, earned: 20 });
    expect(await shop.member("berta")).toMatchObject({ earned: 70 });
  });

  it("goes on objecting after a merge, with whom they became part of; undone, each is as before", async () => {
    const shop = await PlainShop.open(opened.database);
    const { shopId, database } = shop;
    await shop.tell([
      orderFact("1", customer("anna"), { euros: 20 }),
      orderFact("2", customer("anja"), { euros: 5 }),
    ]);
    const [keptId, endedId] = [await shop.memberId("anna"), await shop.memberId("anja")];
    await score(shop, START + DAY);
    await says(shop, endedId, true);
    await mergeMembers(database, { shopId, keptId, endedId, actor: "staff-1", now: START + DAY });
    expect(await worked(shop, keptId)).toEqual(NOTHING);
    await score(shop, START + 2 * DAY);
    expect(await worked(shop, keptId)).toEqual(NOTHING);
    await undoMerge(database, { shopId, keptId, endedId, actor: "staff-1", now: START + 2 * DAY });
    await score(shop, START + 3 * DAY);
    expect((await worked(shop, keptId))[0]).toBe(1);
    expect(await worked(shop, endedId)).toEqual(NOTHING);
  });

  it("leaves no objection behind when they are erased, and nobody can object for them then", async () => {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    const memberId = await shop.memberId("anna");
    await says(shop, memberId, true);
    await eraseMember(opened.database, {
      shopId: shop.shopId,
      memberId,
      actor: "staff-1",
      now: START,
    });
    const left = "SELECT count(*) AS count FROM profiling_objection WHERE shop_id = $1";
    expect(await rowsOf(opened.database, left, [shop.shopId])).toEqual([{ count: 0 }]);
    expect(await says(shop, memberId, true)).toMatchObject({ ok: false, refusal: "member_unknown" });
  });
});
