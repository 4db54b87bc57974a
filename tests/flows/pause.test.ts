import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { confirmCode } from "#app/commands/codes/confirm-code.ts";
import { endPause } from "#app/commands/program/end-pause.ts";
import { planPause } from "#app/commands/program/plan-pause.ts";
import { storefrontsToTell, writeStorefrontTold } from "#app/db/program/storefront-telling.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { adminMember } from "#app/queries/members/admin-member.ts";
import { presentPause } from "#app/queries/program/present-pause.ts";
import { storefrontEstimate } from "#app/queries/storefront/storefront-estimate.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";

const anna = customer("anna");
const HOUR = 3_600_000;
const program = {
  tiers: {
    levels: [
      { id: "base", from: "0" },
      { id: "gold", from: "100.00" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }],
};

describe.each(databaseKinds)("a pause on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function openShop() {
    const shop = await PlainShop.open(opened.database, program);
    const { database, shopId } = shop;
    const plan = (
      what: "earning" | "claiming" | "both",
      from: Instant,
      until: Instant | null,
      now = START,
    ) => {
      const stops = { earning: what !== "claiming", claiming: what !== "earning" };
      return planPause(database, { shopId, ...stops, from, until, actor: "staff", now });
    };
    const end = (until: Instant | null | "now", now: Instant) =>
      endPause(database, { shopId, until, actor: "staff", now });
    const claim = async (now: Instant) => {
      const memberId = await shop.memberId("anna");
      const wish = { rewardId: "five-off", points: null, actor: null, key: randomUUID() };
      return claimReward(database, { shopId, memberId, ...wish, now });
    };
    const seen = (now: Instant, language = "en") =>
      storefrontState(database, shopId, { customerId: "anna", language }, now);
    return { shop, database, shopId, plan, end, claim, seen };
  }

  const paid = (id: string, at: Instant, euros = 100) =>
    orderFact(id, anna, { euros, paidAt: at, placedAt: at, updatedAt: at }, at);

  it("an order counts by the instant it was paid, however late, often and disordered it is told", async () => {
    const { shop, database, shopId, plan, end } = await openShop();
    expect(await plan("earning", START, null)).toEqual({ ok: true });
    const during = paid("during", START + HOUR);
    await shop.tell([during], START + 2 * HOUR);
    await shop.tell([paid("before", START - 1)], START + 2 * HOUR);
    await shop.tell([during], START + 2 * HOUR);
    expect(await shop.member("anna")).toMatchObject({ available: 100, tier_level_id: "gold" });
    expect(await end("now", START + DAY)).toEqual({ ok: true });
    await shop.tell([paid("late", START + DAY - 1), paid("after", START + DAY)], START + 2 * DAY);
    await shop.tell([during], START + 2 * DAY);
    expect(await shop.member("anna")).toMatchObject({ available: 200, earned: 200 });
    await shop.tell([refundFact("during", "r1", 100, START + 3 * DAY)], START + 3 * DAY);
    expect(await shop.member("anna")).toMatchObject({ available: 200, debt: 0 });
    const memberId = await shop.memberId("anna");
    const page = await adminMember(database, shopId, memberId, { before: null, now: START + 3 * DAY });
    const order = page?.orders.find(({ orderId }) => orderId === "late");
    expect(order?.nothing?.en).toContain("the shop had paused earning when it was paid");
    expect(order?.nothing?.de).toContain("der Shop hatte das Sammeln angehalten");
    expect(await shop.contradiction()).toBeNull();
  });

  it("an order that was paid during a pause counts towards the tier, and an edit of it earns nothing", async () => {
    const { shop, plan } = await openShop();
    await plan("earning", START, START + DAY);
    await shop.tell([paid("1", START + HOUR, 60)], START + HOUR);
    expect(await shop.member("anna")).toMatchObject({ available: 0, tier_level_id: "base" });
    const more = { euros: 120, paidAt: START + HOUR, placedAt: START, updatedAt: START + 2 * DAY };
    await shop.tell([orderFact("1", anna, more, START + 2 * DAY)], START + 2 * DAY);
    expect(await shop.member("anna")).toMatchObject({ available: 0, tier_level_id: "gold" });
  });

  it("claiming is refused with its own refusal, ends by itself, and codes that exist go on", async () => {
    const { shop, database, shopId, plan, claim, seen } = await openShop();
    await shop.tell([paid("1", START - DAY, 300)], START);
    const first = await claim(START);
    if (!first.ok) throw new Error(first.message);
    const memberId = await shop.memberId("anna");
    await plan("claiming", START + HOUR, START + DAY);
    expect(await claim(START + HOUR - 1)).toMatchObject({ ok: true });
    expect(await claim(START + HOUR)).toMatchObject({ ok: false, refusal: "claiming_paused" });
    const state = await seen(START + 2 * HOUR);
    expect(state?.pause).toMatchObject({ earning: false, claiming: true, until: START + DAY });
    expect(state?.program.rewards[0]?.claim).toEqual({ ok: false, reason: "paused" });
    const confirmed = { shopId, memberId, code: first.code, reference: null, now: START + 2 * HOUR };
    expect(await confirmCode(database, confirmed)).toEqual({ ok: true });
    expect(await claim(START + DAY)).toMatchObject({ ok: true });
    expect((await seen(START + DAY))?.pause).toBeNull();
    expect(await shop.contradiction()).toBeNull();
  });

  it("a page estimates nothing while earning is paused, and the shop front is told when a pause begins and ends", async () => {
    const { shop, database, shopId, plan } = await openShop();
    const line = { product: "p1", variant: "v1", quantity: 1, totalHundredths: 5_000, giftCard: false };
    const viewer = { shopId, memberId: null, language: "en" };
    const estimate = async (now: Instant) => {
      const { points, pause } = await storefrontEstimate(database, viewer, [line], now);
      return { points, until: pause === null ? null : pause.until };
    };
    await plan("earning", START + HOUR, START + DAY);
    expect(await Promise.all([START, START + HOUR, START + DAY].map(estimate))).toEqual([
      { points: 50, until: null },
      { points: 0, until: START + DAY },
      { points: 50, until: null },
    ]);
    // What would earn nothing anyhow has no reason to tell.
    const nothing = { ...line, totalHundredths: 0 };
    const idle = await storefrontEstimate(database, viewer, [nothing], START + HOUR);
    expect(idle).toMatchObject({ points: 0, pause: null });
    const version = await shop.publish(program, START);
    const isToTell = async (now: Instant) =>
      (await storefrontsToTell(database, now, START - DAY)).includes(shopId);
    await writeStorefrontTold(database, shopId, version, START);
    expect(await isToTell(START + HOUR - 1)).toBe(false);
    expect(await isToTell(START + HOUR)).toBe(true);
    await writeStorefrontTold(database, shopId, version, START + HOUR);
    expect(await isToTell(START + DAY - 1)).toBe(false);
    expect(await isToTell(START + DAY)).toBe(true);
  });

  it("there is one pause at a time; its past never changes", async () => {
    const { database, shopId, plan, end } = await openShop();
    expect(await plan("both", START + HOUR, START)).toEqual({ ok: false, refusal: "pause_times" });
    const twice = await Promise.all([plan("both", START + HOUR, null), plan("earning", START + HOUR, null)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await end("now", START + 1)).toEqual({ ok: true });
    expect(await presentPause(database, shopId, START + 1)).toBeNull();
    expect(await end("now", START + 1)).toEqual({ ok: false, refusal: "pause_over" });
    // What is planned for the past begins now.
    expect(await plan("both", START, null, START + 2)).toEqual({ ok: true });
    expect(await presentPause(database, shopId, START + 3)).toMatchObject({ from: START + 2, until: null });
    expect(await end(START + 3, START + 3)).toEqual({ ok: false, refusal: "pause_times" });
    expect(await end(START + DAY, START + 3)).toEqual({ ok: true });
    expect(await presentPause(database, shopId, START + DAY)).toBeNull();
  });
});
