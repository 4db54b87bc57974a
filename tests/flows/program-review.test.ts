import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelReview, startReview } from "#app/commands/program-review/start-review.ts";
import { saveDraft } from "#app/commands/program/save-draft.ts";
import { qualifyingSums } from "#app/db/members/qualifying-sums.ts";
import { stageOrders } from "#app/db/history/history-staging.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { advanceReview } from "#app/jobs/program-review/review-programs.ts";
import { ladderStanding } from "#app/queries/program/ladder-standing.ts";
import { adminReview } from "#app/queries/program-review/admin-review.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

const NOW = START + 30 * DAY;

function program(pointsPerEuro: number, goldFrom: string) {
  return {
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules: [{ id: "spend", kind: "spend", points: pointsPerEuro, per: "1.00" }] },
    tiers: {
      metric: "spend",
      levels: [
        { id: "bronze", name: "Bronze", from: "0" },
        { id: "gold", name: "Gold", from: goldFrom },
      ],
    },
    rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 500 }],
  };
}

describe.each(databaseKinds)("a dry run, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Anna has bought for 100 € and Bert for 400 €; the draft gives half, and lets Gold begin later. */
  async function openShop(): Promise<PlainShop> {
    const shop = await PlainShop.open(opened.database, program(2, "300.00"));
    await shop.tell([
      orderFact("a", customer("anna"), { euros: 100 }),
      orderFact("b", customer("bert"), { euros: 400 }),
    ]);
    await draft(shop, JSON.stringify(program(1, "500.00")), null);
    return shop;
  }

  const draft = (shop: PlainShop, text: string, expectedRevision: number | null) =>
    saveDraft(shop.database, {
      ...{ shopId: shop.shopId, text, expectedRevision, actor: "shopify:user:1", now: NOW },
      baseVersion: null,
    });
  const start = (shop: PlainShop) =>
    startReview(shop.database, { shopId: shop.shopId, actor: "shopify:user:1", now: NOW });
  const work = (shop: PlainShop) => advanceReview({ database: shop.database, now: () => NOW }, shop.shopId);
  const seen = async (shop: PlainShop) => {
    const known = await adminShop(shop.database, "shopify", shop.shopKey);
    if (known === null) throw new Error("the shop is known");
    return adminReview(shop.database, known);
  };

  it("says what the draft would have given beside what is live, and who would have had less", async () => {
    const shop = await openShop();
    expect(await start(shop)).toEqual({ ok: true });
    expect(await seen(shop)).toMatchObject({ state: "running", people: 2, lookedAt: 0 });
    await work(shop);
    const { state, isCurrent, result, names } = await seen(shop);
    const bert = await shop.memberId("bert");
    expect({ state, isCurrent }).toEqual({ state: "done", isCurrent: true });
    expect(result).toMatchObject({
      people: 2,
      orders: 2,
      salesMinor: 50_000,
      before: { earned: 1_000, costMinor: 1_000 },
      after: { earned: 500, costMinor: 500, levels: [{ levelId: "bronze", people: 2 }, { people: 0 }] },
      moves: [{ fromLevelId: "gold", toLevelId: "bronze", people: 1 }],
      losers: {
        people: 2,
        lowered: 1,
        points: 500,
        most: [{ memberId: bert, points: 400 }, { points: 100 }],
      },
    });
    expect(Object.keys(names)).toContain(bert);
    expect(await shop.contradiction()).toBeNull();
  });

  it("counts what joining would have given, also to who has bought nothing", async () => {
    const shop = await openShop();
    await shop.tell([{ type: "customer", at: START, customer: customer("carla"), joined: true }]);
    const welcoming = program(1, "500.00");
    const join = { id: "join", kind: "activity", activity: "join", points: 30 };
    welcoming.earning.rules.push(join as never);
    await draft(shop, JSON.stringify(welcoming), 1);
    await start(shop);
    await work(shop);
    const { result } = await seen(shop);
    expect(result).toMatchObject({ people: 2, before: { earned: 1_000 }, after: { earned: 590 } });
  });

  it("counts what was read of the time before the app as well, and nobody twice", async () => {
    const shop = await openShop();
    const [known, stranger] = [
      orderFact("a0", customer("anna"), { euros: 50 }),
      orderFact("c", customer("cleo"), { euros: 70 }),
    ];
    await stageOrders(shop.database, shop.shopId, [staged("c:anna", known), staged("c:cleo", stranger)]);
    await shop.database.query(
      "INSERT INTO history_person (shop_id, person, orders) SELECT shop_id, person, 1 FROM history_order WHERE shop_id = $1",
      [shop.shopId],
    );
    await start(shop);
    await work(shop);
    expect((await seen(shop)).result).toMatchObject({ people: 3, orders: 4, salesMinor: 62_000 });
  });

  it("stops when it is cancelled, and says when the draft has changed since", async () => {
    const shop = await openShop();
    await start(shop);
    await cancelReview(shop.database, shop.shopId, NOW);
    await work(shop);
    expect(await seen(shop)).toMatchObject({ state: "cancelled", lookedAt: 0, result: null });
    await start(shop);
    await work(shop);
    await draft(shop, JSON.stringify(program(3, "500.00")), 1);
    expect(await seen(shop)).toMatchObject({ state: "done", isCurrent: false });
  });

  it("places the customers on the ladder by what counts today, some from all places where there are many", async () => {
    const shop = await PlainShop.open(opened.database, program(1, "300.00"));
    const names = Array.from({ length: 60 }, (_, index) => `c${String(index)}`);
    await shop.tell(names.map((name, index) => orderFact(name, customer(name), { euros: index + 1 })));
    const { database, shopId } = shop;
    const standing = await ladderStanding(database, shopId, program(1, "50.00"), NOW);
    expect(standing).toMatchObject({ members: 60, lookedAt: 60 });
    expect(standing?.levels.map(({ people }) => people)).toEqual([49, 11]);
    expect(await ladderStanding(database, shopId, {}, NOW)).toBeNull();
    const some = await qualifyingSums(database, shopId, { metric: "orders", after: null, atMost: 50 });
    expect(some.length).toBeLessThanOrEqual(50);
    expect(some.length).toBeGreaterThan(25);
    const later = await qualifyingSums(database, shopId, { metric: "spend", after: NOW, atMost: 100 });
    expect(new Set(later)).toEqual(new Set([0]));
  });

  it("refuses a draft that is not right", async () => {
    const shop = await openShop();
    await draft(shop, "{}", 1);
    expect(await start(shop)).toMatchObject({ ok: false });
    expect(await seen(shop)).toMatchObject({ state: "none" });
  });
});

function staged(person: string, fact: ShopFact) {
  if (fact.type !== "order") throw new Error("only orders are staged");
  return { orderId: fact.order.id, person, provenEmail: null, at: fact.order.paidAt ?? START, fact };
}
