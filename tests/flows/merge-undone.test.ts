import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { undoMerge } from "#app/commands/members/undo-merge.ts";
import { takeUnaskedCustomers } from "#app/db/messages/consents-to-ask.ts";
import { isSuppressed, readConsents, suppressAddress } from "#app/db/messages/consents.ts";
import { prune } from "#app/db/prune.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { memberTimeline } from "#app/queries/members/timeline/member-timeline.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { MergedPair } from "./merged-pair.ts";
import { customer, DAY, orderFact, refundFact, START } from "./plain-shop.ts";

const goal = { count: "purchases", atLeast: 2 };
const CHALLENGE = { challenges: [{ id: "twice", every: "month", goal, give: { points: 50 } }] };

const steps = fc.array(
  fc.record({
    who: fc.constantFrom("anna", "anja"),
    order: fc.integer({ min: 1, max: 4 }),
    euros: fc.integer({ min: 1, max: 150 }),
    refund: fc.boolean(),
  }),
  { maxLength: 6 },
);

describe.each(databaseKinds)("a merge that is undone, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("leaves both as they were, after any history", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (told) => {
        const pair = await MergedPair.open(opened);
        const placed = new Set<string>();
        for (const { who, order, euros, refund } of told) {
          const id = `${who}-${String(order)}`;
          if (refund && placed.has(id)) await pair.shop.tell([refundFact(id, String(euros), euros)]);
          else if (!placed.has(id)) await pair.shop.tell([orderFact(id, customer(who), { euros })]);
          placed.add(id);
        }
        const before = await pair.holdings();
        expect(await pair.merge()).toEqual({ ok: true });
        expect(await pair.undo()).toEqual({ ok: true });
        expect(await pair.holdings()).toEqual(before);
        expect(await pair.shop.contradiction()).toBeNull();
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it("what happened since stays with the kept member, and what it spent of the other's it owes", async () => {
    const pair = await MergedPair.open(opened);
    const { shop, keptId, endedId } = pair;
    await shop.tell([
      orderFact("1", customer("anna"), { euros: 10 }),
      orderFact("2", customer("anja"), { euros: 90 }),
    ]);
    expect(await pair.both()).toMatchObject([{ available: 30 }, { available: 110 }]);
    await pair.merge();
    // Both together reach gold, and of two points for joining one stays.
    expect(await shop.member("anna")).toMatchObject({ available: 127, tier_level_id: "gold" });
    const wish = {
      shopId: shop.shopId,
      memberId: keptId,
      rewardId: "five-off",
      points: null,
      key: "k",
      now: START,
    };
    expect(await claimReward(opened.database, { ...wish, actor: null })).toMatchObject({ ok: true });
    await shop.tell([refundFact("2", "r", 40), orderFact("3", customer("anja"), { euros: 5 })]);
    expect(await pair.undo()).toEqual({ ok: true });
    // Anja: 20 for joining, 50 of her order. Anna: 20, 10 and 5, of which 100 are set aside for a code.
    expect(await pair.both()).toMatchObject([
      { available: 0, held: 100, debt: 65, tier_level_id: "bronze" },
      { available: 70, held: 0, debt: 0, tier_level_id: "bronze", status: "active" },
    ]);
    await shop.tell([refundFact("2", "late", 50), orderFact("4", customer("anja"), { euros: 9 })]);
    expect(await pair.both()).toMatchObject([{ debt: 65 }, { available: 29 }]);
    expect(await shop.contradiction()).toBeNull();
    for (const memberId of [keptId, endedId]) {
      const timeline = await memberTimeline(opened.database, shop.shopId, memberId, {
        kind: "merge",
        after: null,
      });
      expect(JSON.stringify(timeline)).toContain("undo_merge");
    }
  });

  it("is refused after 30 days, after an erasure, where the shop merged, and before a later one", async () => {
    const pair = await MergedPair.open(opened);
    const { shop, keptId, endedId } = pair;
    await pair.merge();
    expect(JSON.stringify(await memberRecord(opened.database, shop.shopId, keptId))).toContain('"bornCodes"');
    expect(await pair.obstacles()).toEqual([null]);
    expect(await pair.obstacles(START + 30 * DAY)).toEqual(["merge_too_late"]);
    expect(await pair.undo(START + 30 * DAY)).toMatchObject({ refusal: "merge_too_late" });
    await prune(opened.database, START + 1);
    expect(await pair.undo()).toMatchObject({ refusal: "merge_too_late" });
    expect(await pair.obstacles()).toEqual(["merge_too_late"]);
    await eraseMember(opened.database, {
      shopId: shop.shopId,
      memberId: keptId,
      actor: "staff-1",
      now: START,
    });
    expect((await pair.undo()).ok).toBe(false);
    const kept = await rowsOf(opened.database, "SELECT 1 FROM member_merge WHERE shop_id = $1", [
      shop.shopId,
    ]);
    expect(kept).toEqual([]);
    expect(endedId).not.toBe(keptId);

    const other = await MergedPair.open(opened);
    await other.merge();
    await other.shop.tell(
      [
        { type: "customer", at: START, customer: customer("carla"), joined: true },
        { type: "customers_merged", at: START, keptCustomerId: "anna", endedCustomerId: "carla" },
      ],
      START + DAY,
    );
    expect(await other.undo(START + DAY)).toMatchObject({ refusal: "merge_not_last" });
    const shopId = other.shop.shopId;
    const byShop = { shopId, keptId: other.keptId, endedId: await other.shop.memberId("carla"), actor: "s" };
    expect(await undoMerge(opened.database, { ...byShop, now: START })).toMatchObject({
      refusal: "merge_by_shop",
    });
    expect(await other.shop.contradiction()).toBeNull();
  });

  it("leaves challenges of the kept member, and what came since, as they are", async () => {
    const pair = await MergedPair.open(opened, CHALLENGE);
    const { shop, keptId, endedId } = pair;
    await shop.tell([orderFact("1", customer("anna"), { euros: 10 })]);
    await pair.merge();
    // By either name, it is the kept member's since: and two purchases make a gift.
    await shop.tell([orderFact("2", customer("anja"), { euros: 10 })]);
    const counted = () =>
      rowsOf<{ kind: string; member_id: number; what: string }>(
        opened.database,
        `SELECT 'entry' AS kind, member_id, source AS what FROM challenge_entry WHERE shop_id = $1
         UNION ALL SELECT 'gift', member_id, name FROM gift_grant WHERE shop_id = $1 AND is_given ORDER BY 1, 3`,
        [shop.shopId],
      );
    const before = await counted();
    expect(before).toHaveLength(3);
    expect(await pair.obstacles()).toEqual([null]);
    expect(await pair.undo()).toEqual({ ok: true });
    expect(await counted()).toEqual(before);
    expect(new Set(before.map(({ member_id }) => String(member_id)))).toEqual(new Set([keptId]));
    const available = async () => [
      (await shop.member("anna")).available,
      (await shop.member("anja")).available,
    ];
    expect(await available()).toEqual([20 + 10 + 10 + 50, 20]);
    expect(await shop.contradiction()).toBeNull();
    // Whoever was parted begins anew, and the gift still falls with its ground.
    await shop.tell([orderFact("3", customer("anja"), { euros: 10 }), refundFact("1", "r1", 10)]);
    expect(await available()).toEqual([20 + 10, 20 + 10]);
    expect(await counted()).toMatchObject([
      { member_id: Number(keptId) },
      {},
      { member_id: Number(endedId) },
    ]);
    expect(await shop.contradiction()).toBeNull();
  });

  it("is refused, and not offered, where challenges count what the ended member did", async () => {
    const pair = await MergedPair.open(opened, CHALLENGE);
    const { shop } = pair;
    await shop.tell([orderFact("1", customer("anja"), { euros: 10 })]);
    await pair.merge();
    expect(await pair.obstacles()).toEqual(["merge_not_parted"]);
    expect(await pair.undo()).toMatchObject({ refusal: "merge_not_parted" });
    expect(await shop.contradiction()).toBeNull();
  });

  it("leaves nobody written to who said no meanwhile, nor for a yes that may be the other's", async () => {
    const pair = await MergedPair.open(opened);
    const { shop, keptId, endedId } = pair;
    const { database, shopId } = shop;
    const HOUR = DAY / 24;
    const said = (id: string, granted: boolean, hour: number): ShopFact => {
      const at = START + hour * HOUR;
      const consents = [{ channel: "email", granted, at, recordOf: null }] as const;
      return { type: "consent", at, customer: { id, email: null }, consents };
    };
    const marketing = async () =>
      Promise.all(
        [keptId, endedId].map(
          async (memberId) => (await readConsents(database, shopId, memberId, "email")).marketing,
        ),
      );
    const bothAgreed = [said("anna", true, -2), said("anja", true, -1)];
    await shop.tell(bothAgreed);
    await pair.merge();
    await shop.tell([said("anja", false, 1), said("anja", true, 2)], START + 2 * HOUR);
    const address = { channel: "email", addressDigest: "d" } as const;
    await suppressAddress(database, shopId, { memberId: keptId, ...address, reason: "hand" }, START + HOUR);
    expect(await pair.undo(START + 3 * HOUR)).toEqual({ ok: true });
    expect(await marketing()).toEqual([false, false]);
    expect(await isSuppressed(database, shopId, { memberId: endedId, ...address })).toBe(true);
    expect(await takeUnaskedCustomers(database, shopId, { now: START, limit: 9 })).toEqual(
      expect.arrayContaining(["anna", "anja"]),
    );
    // What the shop answers of each.
    await shop.tell([...bothAgreed, said("anja", true, 2)], START + 4 * HOUR);
    expect(await marketing()).toEqual([false, true]);
  });

  it("and deliveries that come at the same time each reach whom they are about", async () => {
    const pair = await MergedPair.open(opened);
    const { shop } = pair;
    await shop.tell([orderFact("2", customer("anja"), { euros: 90 })]);
    await pair.merge();
    await shop.deliver([refundFact("2", "r", 30), orderFact("5", customer("anna"), { euros: 4 })]);
    const [undone] = await Promise.all([pair.undo(), shop.settle()]);
    expect(undone).toEqual({ ok: true });
    expect(await pair.both()).toMatchObject([{ available: 24 }, { available: 80 }]);
    expect(await shop.contradiction()).toBeNull();
  });
});
