import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { noteMember } from "#app/commands/members/note-member.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { claimableRewards } from "#app/queries/members/claimable-rewards.ts";
import { foreseeAdjustment } from "#app/queries/members/foresee-adjustment.ts";
import { memberNotes } from "#app/queries/members/member-notes.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { assert } from "#app/domain/assert.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { doMemberDeed } from "#app/routes/admin/member-deeds.server.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";

const program = {
  tiers: {
    metric: "spend",
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "gold", name: "Gold", from: "900.00", entryPoints: 200 },
    ],
  },
  rewards: [{ id: "mug", kind: "freeProduct", products: ["p1"], cost: 80 }],
};

/** What staff send from a member's page. */
describe.each(databaseKinds)("by hand, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function answered(
    shop: PlainShop,
    { actor = "staff", ...fields }: Readonly<Record<string, string>>,
  ): Promise<DeedAnswer> {
    const found = await adminShop(shop.database, "shopify", shop.shopKey);
    assert(found !== null, "the shop is known");
    const visitor = { database: shop.database, shop: found, actor, missingScopes: [] };
    const form = new FormData();
    for (const [name, value] of Object.entries({ key: randomUUID(), reason: "Sorry", ...fields })) {
      form.set(name, value);
    }
    return doMemberDeed(visitor, await shop.memberId("anna"), form, START);
  }

  async function send(shop: PlainShop, fields: Readonly<Record<string, string>>): Promise<void> {
    expect(await answered(shop, fields)).toMatchObject({ kind: "done" });
  }

  /** Anna has spent her points on goods that came back. */
  async function owing(): Promise<PlainShop> {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1", customer("anna"), { euros: 52 })]);
    await send(shop, { intent: "adjust", points: "-52", debt: "pay" });
    await shop.tell([refundFact("1", "r1", 52)]);
    expect(await shop.member("anna")).toMatchObject({ available: 0, debt: 52 });
    return shop;
  }

  it("points given to somebody who owes some pay for that, or are there to be spent, as it was chosen", async () => {
    const shop = await owing();
    await send(shop, { intent: "adjust", points: "30", debt: "spare" });
    expect(await shop.member("anna")).toMatchObject({ available: 30, debt: 52 });
    await send(shop, { intent: "adjust", points: "30", debt: "pay" });
    expect(await shop.member("anna")).toMatchObject({ available: 30, debt: 22 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("a level comes with its entry points, or without them, as it was chosen", async () => {
    const level = { intent: "tier", level: "gold", lockUntil: "" };
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1", customer("anna"), { euros: 10 })]);
    await send(shop, { ...level, entry: "no" });
    expect(await shop.member("anna")).toMatchObject({ tier_level_id: "gold", available: 10 });
    await send(shop, { ...level, level: "bronze", entry: "yes" });
    await send(shop, { ...level, entry: "yes" });
    expect(await shop.member("anna")).toMatchObject({ tier_level_id: "gold", available: 210 });
  });

  it("what counts towards the tier is given apart from points, and comes out as it was foreseen", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1", customer("anna"), { euros: 10 })]);
    const memberId = await shop.memberId("anna");
    const foresee = (points: number, qualifying: number) => {
      const asked = { memberId, points, qualifying, sparesDebt: false };
      return foreseeAdjustment(shop.database, shop.shopId, asked, START);
    };
    expect(await foresee(5_000, 0)).toMatchObject({ ok: true, available: 5_010, tierChanges: false });
    expect(await foresee(-11, 0)).toMatchObject({ ok: false, refusal: "points_insufficient" });
    const foreseen = await foresee(5, 89_000);
    expect(foreseen).toMatchObject({ tierLevelId: "gold", tierChanges: true, available: 215 });
    expect(await shop.member("anna")).toMatchObject({ available: 10, tier_level_id: "bronze" });
    await send(shop, { intent: "adjust", points: "5", qualifying: "890,00", debt: "pay" });
    expect(await shop.member("anna")).toMatchObject({ available: 215, tier_level_id: "gold" });
    expect(await shop.contradiction()).toBeNull();
  });

  it.each([
    ["neither number", { points: "", qualifying: "" }, { field: "points", problem: "points" }],
    ["no money", { points: "5", qualifying: "many" }, { field: "qualifying", problem: "number" }],
    ["more than money says", { points: "", qualifying: "1.234" }, { field: "qualifying" }],
    ["no number of points", { points: "ten", qualifying: "" }, { field: "points", problem: "points" }],
  ])("an adjustment with %s is told at its field", async (_what, fields, problem) => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1", customer("anna"), { euros: 10 })]);
    const answer = await answered(shop, { intent: "adjust", debt: "pay", ...fields });
    expect(answer).toMatchObject({ kind: "wrong", ...problem });
  });

  it("notes are taken away by who wrote them, come along in the record, and go with the person", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1", customer("anna"), { euros: 10 })]);
    const memberId = await shop.memberId("anna");
    const notes = async () =>
      (await memberNotes(shop.database, shop.shopId, memberId)).map(({ text }) => text);
    await send(shop, { intent: "note", text: "Likes a call first" });
    await send(shop, { intent: "note", text: "No milk", actor: "other" });
    expect(await notes()).toEqual(["No milk", "Likes a call first"]);
    const [latest] = await memberNotes(shop.database, shop.shopId, memberId);
    assert(latest !== undefined, "a note was written");
    const { noteId } = latest;
    await send(shop, { intent: "drop_note", noteId });
    expect(await notes()).toHaveLength(2);
    await send(shop, { intent: "drop_note", noteId, actor: "other" });
    expect(await notes()).toEqual(["Likes a call first"]);
    const record = await memberRecord(shop.database, shop.shopId, memberId);
    expect(record?.notes).toMatchObject([{ text: "Likes a call first" }]);
    const by = { shopId: shop.shopId, memberId, actor: "staff", now: START };
    expect(await eraseMember(shop.database, by)).toEqual({ ok: true });
    expect(await notes()).toEqual([]);
    const late = await noteMember(shop.database, by, { text: "Too late", now: START });
    expect(late).toMatchObject({ ok: false, refusal: "member_unknown" });
  });

  it("a reward is offered with the reason why it cannot be had, and what is only given is not", async () => {
    const given = { id: "gift", kind: "freeProduct", products: ["p1"] };
    const shop = await PlainShop.open(opened.database, { ...program, rewards: [...program.rewards, given] });
    await shop.tell([orderFact("1", customer("anna"), { euros: 10 })]);
    const memberId = await shop.memberId("anna");
    const offered = () => claimableRewards(shop.database, shop.shopId, memberId, START);
    expect(await offered()).toMatchObject([{ rewardId: "mug", cost: 80, refusal: "points_insufficient" }]);
    await send(shop, { intent: "adjust", points: "70", debt: "pay" });
    expect(await offered()).toMatchObject([{ rewardId: "mug", refusal: null }]);
  });

  it("a reward is given for nothing, once for each press, until none is left, and taken away again", async () => {
    const last = { id: "last", kind: "freeProduct", products: ["p1"], cost: 500, stock: 1 };
    const shop = await PlainShop.open(opened.database, { ...program, rewards: [last] });
    await shop.tell([orderFact("1", customer("anna"), { euros: 10 })]);
    const press = { intent: "give", reward: "last", key: randomUUID() };
    await send(shop, press);
    await send(shop, press);
    const codes = () =>
      rowsOf<{ code: string; origin: string; points: string; state: string }>(
        shop.database,
        "SELECT code, origin, points::text, state FROM reward_code WHERE shop_id = $1",
        [shop.shopId],
      );
    const [given, ...more] = await codes();
    assert(given !== undefined, "a code was made");
    expect(more).toEqual([]);
    expect(given).toMatchObject({ origin: "gift", points: "0", state: "held" });
    expect(await shop.member("anna")).toMatchObject({ available: 10 });
    const again = { intent: "give", reward: "last" };
    expect(await answered(shop, again)).toEqual({ kind: "refused", refusal: "out_of_stock" });
    await send(shop, { intent: "cancel", code: given.code });
    expect(await codes()).toMatchObject([{ state: "revoked" }]);
    await send(shop, again);
  });
});
