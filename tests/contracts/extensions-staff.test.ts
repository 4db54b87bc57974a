import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { shopSettings } from "#app/db/shops/shop-settings.ts";
import { adminDeeds } from "#app/queries/activity/admin-deeds.ts";
import { ask, codeOf, SurfaceShop, viewerOf, withSurfaces } from "./extensions-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const surfaces = withSurfaces();
let shop: SurfaceShop;

beforeEach(async () => {
  shop = await SurfaceShop.open(surfaces.database());
});

describe("staff", () => {
  const CUSTOMER = "gid://shopify/Customer/7001";

  it.each(["admin.member", "pos.member"])(
    "see at %s what the customer has, by global id or by number",
    async (name) => {
      await shop.enrol("7001", 320);
      for (const customer of [CUSTOMER, "7001"]) {
        const answered = await ask(name, { token: shop.staff(), query: { customer } });
        expect(viewerOf(answered)).toMatchObject({ kind: "member", available: 320 });
      }
    },
  );

  it("give and take points with a reason, once however often the click arrives, and it is on record", async () => {
    const memberId = await shop.enrol("7001", 100);
    const wish = { customer: CUSTOMER, points: 50, reason: "Late parcel", key: randomUUID() };
    await ask("admin.adjust", { token: shop.staff(), body: wish });
    const again = await ask("admin.adjust", { token: shop.staff(), body: wish });
    expect(viewerOf(again).available).toBe(150);
    const taken = { ...wish, points: -30, key: randomUUID() };
    const after = await ask("admin.adjust", { token: shop.staff(), body: taken });
    expect(viewerOf(after).available).toBe(120);
    const audit = await rowsOf<{ actor: string }>(
      shop.database,
      "SELECT actor FROM audit WHERE shop_id = $1 AND member_id = $2::bigint AND actor <> 'test'",
      [shop.id, memberId],
    );
    expect(audit).toEqual([{ actor: "shopify:user:42" }, { actor: "shopify:user:42" }]);
  });

  it.each([
    ["no reason", { reason: "  " }],
    ["no points", { points: 0 }],
    ["half a point", { points: 0.5 }],
    ["more than one adjustment may be", { points: 1_000_001 }],
    ["somebody who is no customer", { customer: "gid://shopify/Order/7001" }],
  ])("are refused an adjustment with %s", async (_what, wrong) => {
    await shop.enrol("7001", 100);
    const body = { customer: CUSTOMER, points: 50, reason: "Late parcel", key: randomUUID(), ...wrong };
    expect((await ask("admin.adjust", { token: shop.staff(), body })).status).toBe(400);
  });

  it("at a till see and redeem, but give and take no points", async () => {
    await shop.enrol("7001", 320);
    const seen = await ask("pos.member", { token: shop.till(), query: { customer: CUSTOMER } });
    expect(viewerOf(seen)).toMatchObject({ available: 320 });
    const body = { customer: CUSTOMER, points: 50, reason: "For me", key: randomUUID() };
    const adjusted = await ask("admin.adjust", { token: shop.till(), body });
    expect([adjusted.status, adjusted.body]).toEqual([
      401,
      { ok: false, refusal: "not_signed_in", missing: null },
    ]);
    const reward = { customer: "7001", rewardId: "five", points: null, key: randomUUID() };
    const claimed = await shop.claim("pos.claim", { token: shop.till(), body: reward });
    expect(viewerOf(claimed).available).toBe(20);
  });

  it("at a till give and take points where the merchant lets tills do it, and it is on record who", async () => {
    const memberId = await shop.enrol("7001", 100);
    const body = { customer: CUSTOMER, points: 50, reason: "Late parcel", key: randomUUID() };
    const allow = (tillMayAdjust: boolean) => {
      const settings = { ...shopSettings.parse({}), tillMayAdjust };
      return changeSettings(shop.database, { shopId: shop.id, settings, actor: "test", now: Date.now() });
    };
    await allow(true);
    const adjusted = await ask("admin.adjust", { token: shop.till(), body });
    expect(viewerOf(adjusted).available).toBe(150);
    const audit = await shop.database.query(
      "SELECT actor FROM audit WHERE shop_id = $1 AND member_id = $2::bigint AND actor <> 'test'",
      [shop.id, memberId],
    );
    expect(audit).toEqual([{ actor: "shopify:user:42" }]);
    await allow(false);
    const again = await ask("admin.adjust", { token: shop.till(), body: { ...body, key: randomUUID() } });
    expect(again.status).toBe(401);
  });

  it("redeem a reward at the till and get its code", async () => {
    await shop.enrol("7001", 320);
    const body = { customer: "7001", rewardId: "five", points: null, key: randomUUID() };
    const claimed = await shop.claim("pos.claim", { token: shop.staff(), body });
    expect(codeOf(claimed)).toMatch(/^[\w-]{6,}$/u);
    expect(viewerOf(claimed).available).toBe(20);
  });

  it("are on record for a redemption at the till, once however often it is pressed; a shopper's own is not", async () => {
    const memberId = await shop.enrol("7001", 650);
    const body = { customer: "7001", rewardId: "five", points: null, key: randomUUID() };
    const own = { rewardId: "five", points: null, key: randomUUID() };
    const before = Date.now();
    const claimed = await shop.claim("pos.claim", { token: shop.staff(), body });
    await shop.claim("pos.claim", { token: shop.staff(), body });
    await shop.claim("customer.claim", { token: shop.shopper("7001"), body: own });
    const { deeds } = await adminDeeds(shop.database, shop.id, null);
    const redeemed = deeds.filter(({ action }) => action === "claim_reward");
    expect(redeemed).toMatchObject([
      {
        actor: "shopify:user:42",
        member: { memberId, firstName: "Anna", customerId: "7001" },
        rewardId: "five",
        points: 300,
        code: codeOf(claimed),
      },
    ]);
    expect(redeemed[0]?.at).toBeGreaterThanOrEqual(before);
    expect(redeemed[0]?.at).toBeLessThanOrEqual(Date.now());
  });

  it("are not on record for a redemption that was refused", async () => {
    await shop.enrol("7001", 20);
    const body = { customer: "7001", rewardId: "five", points: null, key: randomUUID() };
    expect((await ask("pos.claim", { token: shop.staff(), body })).status).toBe(409);
    const { deeds } = await adminDeeds(shop.database, shop.id, null);
    expect(deeds.filter(({ action }) => action === "claim_reward")).toEqual([]);
  });

  it("doors stay shut for a shopper's token, although the same secret signs it", async () => {
    await shop.enrol("7001", 100);
    const asShopper = shop.shopper("7001");
    const body = { customer: CUSTOMER, points: 5_000, reason: "Me", rewardId: "five", key: randomUUID() };
    for (const name of ["admin.adjust", "pos.claim"]) {
      expect((await ask(name, { token: asShopper, body })).status).toBe(401);
    }
    for (const name of ["admin.member", "pos.member"]) {
      expect((await ask(name, { token: asShopper, query: { customer: CUSTOMER } })).status).toBe(401);
    }
  });

  it("of another shop neither see nor change this one's members", async () => {
    await shop.enrol("7001", 100);
    const elsewhere = await SurfaceShop.open(surfaces.database());
    const body = { customer: CUSTOMER, points: 50, reason: "Wrong shop", key: randomUUID() };
    const adjusted = await ask("admin.adjust", { token: elsewhere.staff(), body });
    expect([adjusted.status, adjusted.body]).toEqual([
      403,
      { ok: false, refusal: "not_a_member", missing: null },
    ]);
    const own = await ask("admin.member", { token: shop.staff(), query: { customer: CUSTOMER } });
    expect(viewerOf(own).available).toBe(100);
  });
});
