import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { changeViews } from "#app/commands/members/views/change-views.ts";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { adminMembers } from "#app/queries/members/admin-members.ts";
import { memberViews } from "#app/queries/members/member-views.ts";
import { membersFile } from "#app/queries/members/members-file.ts";
import {
  readMemberFilter,
  readMemberOrder,
  readMemberPlace,
  writeMemberPlace,
} from "#app/queries/members/read-members-asked.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";

const units = { timezone: "Europe/Berlin", currencyDigits: 2 };
const program = {
  tiers: {
    metric: "spend",
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "gold", name: "Gold", from: "100.00" },
    ],
  },
};

/** Whom the list shows, page after page of two, as its address says it. */
async function listed(shop: PlainShop, query: string): Promise<string[]> {
  const address = new URLSearchParams(query);
  const order = readMemberOrder(address);
  const filter = readMemberFilter(address, units);
  const names: string[] = [];
  for (;;) {
    const after = readMemberPlace(address, order);
    const page = await adminMembers(shop.database, shop.shopId, { filter, order, after, pageSize: 2 });
    names.push(...page.members.map(({ customerId }) => customerId ?? "?"));
    if (page.next === null) return names;
    address.set("after", writeMemberPlace(page.next));
  }
}

describe.each(databaseKinds)("the list of members, on a %s database", (kind) => {
  let opened: TestDatabase;
  let shop: PlainShop;

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    shop = await PlainShop.open(opened.database, program);
    const someone = (id: string, firstName: string, lastName: string, tags: string[] = []) =>
      customer(id, { firstName, lastName, tags });
    const day = (n: number) => ({
      placedAt: START + n * DAY,
      paidAt: START + n * DAY,
      updatedAt: START + n * DAY,
    });
    const ada = someone("ada", "Ada", "Zuse", ["VIP"]);
    const oezge = someone("oezge", "Özge", "Öztürk");
    const bea = someone("bea", "Bea", "=SUM(1)");
    await shop.tell([orderFact("1", ada, { euros: 150 })]);
    await shop.tell([orderFact("2", oezge, { euros: 20, ...day(1) })], START + DAY);
    await shop.tell([orderFact("3", bea, { euros: 50, ...day(2) })], START + 2 * DAY);
    const joined = { type: "customer", at: START + 3 * DAY, joined: true } as const;
    await shop.tell([{ ...joined, customer: someone("noah", "Noah", "Adler") }], START + 3 * DAY);
    await shop.tell([orderFact("4", ada, { euros: 10, ...day(4) })], START + 4 * DAY);
    await scoreCustomers(opened.database, shop.shopId, () => START + 5 * DAY);
    // Who came since is scored in the next night.
    await shop.tell(
      [{ ...joined, at: START + 6 * DAY, customer: someone("new", "Nora", "Neu") }],
      START + 6 * DAY,
    );
    const reason = {
      qualifying: 0,
      reason: "Sorry",
      sparesDebt: false,
      actor: "staff",
      now: START + 7 * DAY,
    };
    const wish = { shopId: shop.shopId, ...reason };
    await adjustPoints(opened.database, {
      ...wish,
      memberId: await shop.memberId("bea"),
      points: -50,
      key: randomUUID(),
    });
    await shop.tell([refundFact("3", "r", 50, START + 8 * DAY)], START + 8 * DAY);
  });
  afterAll(() => opened.drop());

  it.each([
    ["everybody, newest first", "", ["new", "noah", "bea", "oezge", "ada"]],
    ["oldest first", "sort=joined-asc", ["ada", "oezge", "bea", "noah", "new"]],
    ["most points", "sort=points-desc", ["ada", "oezge", "new", "noah", "bea"]],
    ["fewest points", "sort=points-asc", ["bea", "noah", "new", "oezge", "ada"]],
    ["spent most, who was not scored last", "sort=spent-desc", ["ada", "bea", "oezge", "noah", "new"]],
    ["spent least, who was not scored last", "sort=spent-asc", ["noah", "oezge", "bea", "ada", "new"]],
    ["ordered last, by the last order of each", "sort=ordered-desc", ["ada", "bea", "oezge", "new", "noah"]],
    ["longest without an order", "sort=ordered-asc", ["oezge", "bea", "ada", "new", "noah"]],
    ["by last name, marks set aside", "sort=name-asc", ["bea", "noah", "new", "oezge", "ada"]],
    ["by last name backwards", "sort=name-desc", ["ada", "oezge", "new", "noah", "bea"]],
    ["a name, in any case", "search=zUSE", ["ada"]],
    ["a name with letters beyond A to Z, as it is written", "search=Öztürk", ["oezge"]],
    ["a tier", "tier=gold", ["ada"]],
    ["a segment, by the last scoring", "segment=members_without_purchase", ["noah"]],
    ["points from", "points_from=20", ["oezge", "ada"]],
    ["points up to", "points_to=20", ["new", "noah", "bea", "oezge"]],
    ["points within", "points_from=1&points_to=20", ["oezge"]],
    ["in debt", "balance=debt", ["bea"]],
    ["never ordered", "ordered=never", ["new", "noah"]],
    ["last order since a day", "ordered_from=2026-01-07", ["bea", "ada"]],
    ["last order before a day", "ordered_before=2026-01-07", ["oezge"]],
    ["last order within", "ordered_from=2026-01-07&ordered_before=2026-01-08", ["bea"]],
    ["spent at least", "spent_from=50.00", ["bea", "ada"]],
    ["spent at most, also by nobody scored", "spent_to=20,00", ["new", "noah", "oezge"]],
    ["a tag, in any case", "tag=vip", ["ada"]],
    ["joined since a day", "joined_from=2026-01-08", ["new", "noah"]],
    ["joined until a day, that day included", "joined_to=2026-01-08", ["noah", "bea", "oezge", "ada"]],
    ["all at once", "points_from=1&spent_from=1.00&joined_to=2026-01-05&sort=spent-desc", ["ada"]],
    [
      "what is no filter asks for nothing",
      "points_from=x&joined_from=soon&sort=size",
      ["new", "noah", "bea", "oezge", "ada"],
    ],
  ])("shows %s", async (_what, query, expected) => {
    expect(await listed(shop, query)).toEqual(expected);
  });

  it("begins with its first page where the address names a place that is none", () => {
    const address = new URLSearchParams({ sort: "points-asc", after: "=no place_7" });
    expect(readMemberPlace(address, readMemberOrder(address))).toBeNull();
  });

  it("as a file has everybody, in its order, and nothing a spreadsheet would run", async () => {
    const address = new URLSearchParams("sort=name-asc");
    const asked = { filter: readMemberFilter(address, units), order: readMemberOrder(address) };
    let text = "";
    const named = { ...units, tierName: (id: string) => `Tier ${id}` };
    for await (const part of membersFile(opened.database, shop.shopId, asked, named)) text += part;
    const [, first, ...others] = text.trimEnd().split("\n");
    expect(first).toBe(
      "bea,bea@example.com,Bea,'=SUM(1),active,Tier bronze,0,0,50,50.00,2026-01-07,2026-01-07",
    );
    expect(others.map((line) => line.split(",")[0])).toEqual(["noah", "new", "oezge", "ada"]);
  });

  it("keeps filters under names that are the shop's own, and lets them go", async () => {
    const by = { shopId: shop.shopId, actor: "staff", now: START };
    const keep = (name: string, query: string) =>
      changeViews(opened.database, by, { intent: "keep_view", name, query });
    expect([await keep("Gold", "tier=gold"), await keep("Rich", "points_from=20")]).toEqual([true, true]);
    expect(await keep("Gold", "balance=debt")).toBe(false);
    const [gold, rich] = await memberViews(opened.database, shop.shopId);
    expect([gold, rich]).toMatchObject([{ name: "Gold", query: "tier=gold" }, { name: "Rich" }]);
    const viewId = gold?.viewId ?? "";
    const rename = { intent: "rename_view", viewId } as const;
    expect(await changeViews(opened.database, by, { ...rename, name: "Rich" })).toBe(false);
    expect(await changeViews(opened.database, by, { ...rename, name: "Golden" })).toBe(true);
    const other = await PlainShop.install(opened.database);
    await changeViews(opened.database, { ...by, shopId: other.shopId }, { intent: "drop_view", viewId });
    expect((await memberViews(opened.database, shop.shopId)).map(({ name }) => name)).toEqual([
      "Golden",
      "Rich",
    ]);
    await changeViews(opened.database, by, { intent: "drop_view", viewId });
    expect((await memberViews(opened.database, shop.shopId)).map(({ name }) => name)).toEqual(["Rich"]);
    expect(await memberViews(opened.database, other.shopId)).toEqual([]);
  });
});
