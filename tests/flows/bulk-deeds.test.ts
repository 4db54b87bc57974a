import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmCode } from "#app/commands/codes/confirm-code.ts";
import { startImport, stopImport, undoImport } from "#app/commands/member-files/change-import.ts";
import { doDeed } from "#app/commands/members/bulk/do-deed.ts";
import { planDeed } from "#app/commands/members/bulk/plan-deed.ts";
import { lockFile, readFile, type MemberFile } from "#app/db/member-files/member-file.ts";
import type { MemberFilter } from "#app/db/members/member-filter.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import type { BulkDeed } from "#app/domain/members/bulk/bulk-deed.ts";
import type { Program } from "#app/domain/program/program.ts";
import { advanceFile } from "#app/jobs/member-files/import-members.ts";
import { givableRewards } from "#app/queries/codes/givable-rewards.ts";
import { bulkDeedPage } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { readMemberFilter } from "#app/queries/members/read-members-asked.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { counts, openClub, wish } from "./member-file-shop.ts";
import { customer, DAY, orderFact, type PlainShop, START } from "./plain-shop.ts";

const GIVE: BulkDeed = { kind: "points", points: 100, reason: "Summer" };
const TAKE: BulkDeed = { kind: "points", points: -60, reason: "Given twice" };
const NEVER = new AbortController().signal;
const UNITS = { timezone: "Europe/Berlin", currencyDigits: 2 };
const found = (query: string): MemberFilter => readMemberFilter(new URLSearchParams(query), UNITS);

describe.each(databaseKinds)("a deed for many members, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Anna has 70 points, Bert 90, Carl has left. */
  async function open(): Promise<PlainShop> {
    const shop = await openClub(opened.database);
    await shop.tell([
      orderFact("1", customer("anna"), { euros: 20 }),
      orderFact("2", customer("bert"), { euros: 40 }),
      orderFact("3", customer("carl"), { euros: 20 }),
    ]);
    await shop.tell([{ type: "customer_deleted", at: START, customerId: "carl" }]);
    return shop;
  }

  async function liveOf(shop: PlainShop): Promise<Program> {
    const found = await adminShop(shop.database, "shopify", shop.shopKey);
    assert(found?.live !== undefined && found.live !== null, "a program is live");
    return found.live.program;
  }

  async function work(shop: PlainShop, fileId: number, now = START): Promise<MemberFile> {
    while ((await advanceFile({ database: shop.database, now: () => now }, shop.shopId, NEVER)) === "again");
    const file = await readFile(shop.database, shop.shopId, fileId);
    assert(file !== null, "the deed is there");
    return file;
  }

  async function plan(shop: PlainShop, deed: BulkDeed, whom: MemberFilter): Promise<MemberFile> {
    const by = { shopId: shop.shopId, actor: "shopify:user:1", key: crypto.randomUUID(), now: START };
    const planned = await planDeed(shop.database, { ...by, deed, whom });
    assert(planned.ok, "it is planned");
    expect(await planDeed(shop.database, { ...by, deed, whom })).toEqual(planned);
    return work(shop, planned.fileId);
  }

  async function perform(shop: PlainShop, deed: BulkDeed, whom: MemberFilter): Promise<MemberFile> {
    const file = await plan(shop, deed, whom);
    expect(await startImport(shop.database, wish(shop, file))).toEqual({ ok: true });
    return work(shop, file.fileId);
  }

  it("says what it would do, does it once for each, says who did it, and takes back what is left", async () => {
    const shop = await open();
    const [anna, bert] = [await shop.member("anna"), await shop.member("bert")];
    const file = await plan(shop, GIVE, found("search=example"));
    expect(await counts(shop, file)).toEqual({ known: [2, 200], wrong: [1, 0] });
    expect(file).toMatchObject({ state: "ready", deed: { whom: null } });
    expect(await bulkDeedPage(shop.database, shop.shopId, file.fileId, START)).toMatchObject({
      problems: { takes_no_part: 1 },
      counts: { known: { rows: 2, points: 200 } },
    });
    expect((await shop.member("anna")).available).toBe(70);

    await startImport(shop.database, wish(shop, file));
    expect((await work(shop, file.fileId)).state).toBe("done");
    expect((await shop.member("anna")).available).toBe(170);
    expect(
      await rowsOf(
        shop.database,
        "SELECT actor, action, details ->> 'reason' AS reason FROM audit WHERE shop_id = $1 AND member_id IS NOT NULL",
        [shop.shopId],
      ),
    ).toEqual(
      Array.from({ length: 2 }, () => ({
        actor: "shopify:user:1",
        action: "adjust_points",
        reason: "Summer",
      })),
    );

    expect(await undoImport(shop.database, wish(shop, file, START + DAY))).toEqual({ ok: true });
    expect((await work(shop, file.fileId, START + DAY)).state).toBe("undone");
    expect(await shop.member("anna")).toEqual(anna);
    expect(await shop.member("bert")).toEqual(bert);
    expect(await counts(shop, file)).toEqual({ undone: [2, 0], wrong: [1, 0] });
    expect(await shop.contradiction()).toBeNull();
  });

  it("nobody is taken more than they have, and what was taken comes back", async () => {
    const shop = await open();
    const { member_id } = await shop.member("bert");
    await perform(shop, { ...TAKE, points: -80 }, { ...found(""), memberIds: [String(member_id)] });
    const file = await perform(shop, TAKE, found(""));
    expect((await shop.member("bert")).available).toBe(10);
    expect((await shop.member("anna")).available).toBe(10);
    expect((await bulkDeedPage(shop.database, shop.shopId, file.fileId, START))?.problems).toEqual({
      takes_no_part: 1,
      too_few_points: 1,
    });
    await undoImport(shop.database, wish(shop, file));
    await work(shop, file.fileId);
    expect((await shop.member("anna")).available).toBe(70);
    expect(await shop.contradiction()).toBeNull();
  });

  it("a tier and an exclusion are set without anybody being written to, and are as before once undone", async () => {
    const shop = await open();
    const before = await shop.member("anna");
    const tier = { kind: "tier", levelId: "gold", lockedUntil: START + 30 * DAY, reason: "Fair" } as const;
    const planned = await plan(shop, tier, found(""));
    expect((await bulkDeedPage(shop.database, shop.shopId, planned.fileId, START))?.levels).toEqual([
      { levelId: "base", members: 2 },
    ]);
    await startImport(shop.database, wish(shop, planned));
    await work(shop, planned.fileId);
    expect((await shop.member("anna")).tier_level_id).toBe("gold");
    expect(await counts(shop, await plan(shop, tier, found("")))).toEqual({ same: [2, 0], wrong: [1, 0] });
    const exclusion = await perform(
      shop,
      { kind: "exclusion", excluded: true, reason: "Resellers" },
      found(""),
    );
    await shop.tell([orderFact("9", customer("anna"), { euros: 20 })]);
    expect((await shop.member("anna")).available).toBe(before.available);
    for (const file of [exclusion, planned]) {
      await undoImport(shop.database, wish(shop, file));
      await work(shop, file.fileId);
    }
    expect((await shop.member("anna")).tier_level_id).toBe("base");
    await shop.tell([orderFact("10", customer("anna"), { euros: 20 })]);
    expect((await shop.member("anna")).available).toBe(before.available + 20);
    const told = await rowsOf(shop.database, "SELECT DISTINCT topic FROM outbox WHERE shop_id = $1", [
      shop.shopId,
    ]);
    expect(told).not.toContainEqual({ topic: "notify_tier_changed" });
    expect(await shop.contradiction()).toBeNull();
  });

  it("a reward: a code for each who has joined while there is any, and what is unused is withdrawn", async () => {
    const shop = await open();
    const { database, shopId } = shop;
    await shop.tell([
      orderFact("4", customer("dora"), { euros: 20 }),
      orderFact("5", { ...customer("shadow"), id: null }, { euros: 20 }),
    ]);
    const rewards = [
      { id: "five", kind: "amountOff", value: "5.00", cost: 100, limitPerMember: 1, stock: 2 },
    ];
    await shop.publish({ rewards }, START);
    const ready = await plan(shop, { kind: "reward", rewardId: "five", reason: "Thanks" }, found(""));
    expect(await counts(shop, ready)).toEqual({ known: [3, 0], wrong: [2, 0] });
    await startImport(database, wish(shop, ready));
    expect((await work(shop, ready.fileId)).state).toBe("done");
    expect(await counts(shop, ready)).toEqual({ booked: [2, 0], wrong: [3, 0] });
    expect((await bulkDeedPage(database, shopId, ready.fileId, START))?.problems).toEqual({
      takes_no_part: 1,
      not_joined: 1,
      out_of_stock: 1,
    });
    const codes = () =>
      rowsOf<{ code: string; state: string; points: number }>(
        database,
        "SELECT code, state, points FROM reward_code WHERE shop_id = $1 ORDER BY member_id",
        [shopId],
      );
    const [first, second] = await codes();
    assert(first !== undefined && second !== undefined, "two codes were made");
    expect([first.state, first.points, second.state]).toEqual(["held", 0, "held"]);
    const told = await rowsOf<{ topic: string }>(database, "SELECT topic FROM outbox WHERE shop_id = $1", [
      shopId,
    ]);
    expect(told.filter(({ topic }) => topic === "issue_discount")).toHaveLength(2);
    expect(told).not.toContainEqual({ topic: "notify_reward_claimed" });

    const memberId = await shop.memberId("anna");
    await confirmCode(database, { shopId, memberId, code: first.code, reference: null, now: START });
    await shop.tell([orderFact("6", customer("anna"), { euros: 20, discountCodes: [first.code] })]);
    await undoImport(database, wish(shop, ready));
    expect((await work(shop, ready.fileId)).state).toBe("undone");
    expect((await codes()).map(({ state }) => state)).toEqual(["used", "revoked"]);
    expect(await counts(shop, ready)).toEqual({ undone: [2, 1], wrong: [3, 0] });
    expect(await givableRewards(database, shopId, await liveOf(shop))).toMatchObject([
      { rewardId: "five", worthMinor: 500, left: 1 },
    ]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("a tag: the shop is asked once for each who has it not, and for the opposite once it is undone", async () => {
    const shop = await open();
    const { database, shopId } = shop;
    await shop.tell([
      orderFact("4", customer("dora", { tags: ["vip"] }), { euros: 20 }),
      orderFact("5", { ...customer("guest"), id: null }, { euros: 20 }),
    ]);
    const file = await perform(shop, { kind: "tag", tag: "VIP", isTagged: true, reason: "Fair" }, found(""));
    expect(await counts(shop, file)).toEqual({ booked: [2, 0], same: [1, 0], wrong: [2, 0] });
    const asked = async () =>
      rowsOf(
        database,
        `SELECT member_id::text AS member, body ->> 'tag' AS tag, (body ->> 'isTagged')::boolean AS tagged, state
         FROM outbox WHERE shop_id = $1 AND topic = 'tag_customer' ORDER BY outbox_id`,
        [shopId],
      );
    const [anna, bert] = [await shop.memberId("anna"), await shop.memberId("bert")];
    const line = (member: string, tagged: boolean) => ({ member, tag: "VIP", tagged, state: "waiting" });
    expect(await asked()).toEqual([line(anna, true), line(bert, true)]);
    await undoImport(database, wish(shop, file));
    expect((await work(shop, file.fileId)).state).toBe("undone");
    expect((await asked()).slice(2)).toEqual([line(anna, false), line(bert, false)]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("a batch that is repeated, or comes after a stop, does nothing, and a day later nothing is undone", async () => {
    const shop = await open();
    const ready = await plan(shop, GIVE, found(""));
    await startImport(shop.database, wish(shop, ready));
    const started = await shop.database.transaction((tx) => lockFile(tx, shop.shopId, ready.fileId));
    const home = await readShop(shop.database, shop.shopId);
    assert(started !== null && home !== null, "the deed was started");
    const run = { file: started, deed: GIVE, now: START };
    expect(await doDeed(shop.database, home, run)).toBe("more");
    expect(await doDeed(shop.database, home, run)).toBe("done");
    expect(await doDeed(shop.database, home, run)).toBe("stopped");
    expect((await shop.member("bert")).available).toBe(190);
    expect(await stopImport(shop.database, wish(shop, ready))).toMatchObject({ ok: false });
    expect(await undoImport(shop.database, wish(shop, ready, START + DAY + 1))).toEqual({
      ok: false,
      refusal: "undo_too_late",
    });
    expect(await shop.contradiction()).toBeNull();
  });
});
