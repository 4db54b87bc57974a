import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinChallenge } from "#app/commands/challenges/join-challenge.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { advanceDueMembers } from "#app/commands/members/advance-due-members.ts";
import { memberEntries } from "#app/queries/members/member-entries.ts";
import { wordingsOf } from "#app/queries/members/wordings.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { keptOfShop } from "#tests/support/kept-of-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customer, DAY, orderFact, orderLine, PlainShop, START } from "./plain-shop.ts";

const mug = { id: "mug", name: "Becher", kind: "freeProduct", products: ["mug"], cost: 900 };

const program = {
  rewards: [mug],
  challenges: [
    { id: "card", kind: "stamps", per: 3, repeat: true, give: { reward: "mug" } },
    {
      ...{ id: "weekly", every: "week", goal: { count: "purchases", atLeast: 2 }, give: { points: 50 } },
      ...{ name: { de: "Zweimal die Woche", en: "Twice a week" }, badge: "Stammgast" },
    },
    { id: "chosen", every: "once", goal: { count: "units", atLeast: 1 }, give: { points: 7 }, optIn: true },
  ],
  memberships: [
    {
      ...{ id: "vip", name: "VIP", products: ["p-vip"], months: 2, graceDays: 3 },
      benefits: { multiplier: 2, entryPoints: 100, monthly: { points: 11 } },
    },
  ],
};

function bought(id: string, by: string, more: Parameters<typeof orderFact>[2]): ShopFact {
  return orderFact(id, customer(by), more);
}

describe.each(databaseKinds)("challenges and paid memberships of a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const state = async (shop: PlainShop, customerId: string, now = START) =>
    storefrontState(shop.database, shop.shopId, { customerId, language: "en" }, now);
  const codes = (shop: PlainShop) =>
    rowsOf<{ state: string }>(
      shop.database,
      "SELECT state FROM reward_code WHERE shop_id = $1 AND origin = 'gift' ORDER BY claimed_at, code",
      [shop.shopId],
    );

  it("reach a stamp card's gift once, however many orders are told at the same moment", async () => {
    const shop = await PlainShop.open(opened.database, program);
    const orders = [1, 2, 3, 4].map((number) => bought(`o${String(number)}`, "anna", { euros: 10 }));
    await Promise.all([...orders, ...orders].map((fact) => shop.deliver([fact])));
    await Promise.all([shop.settle(), shop.settle(), shop.settle()]);
    await shop.settle();
    expect(await codes(shop)).toEqual([{ state: "held" }]);
    expect(shop.platform.asked).toEqual([]);
    const waiting = await rowsOf<{ topic: string }>(
      shop.database,
      "SELECT topic FROM outbox WHERE shop_id = $1 AND topic = 'issue_discount'",
      [shop.shopId],
    );
    expect(waiting).toHaveLength(1);
    expect((await state(shop, "anna"))?.program.challenges[0]?.standing).toMatchObject({
      progress: 1,
      of: 3,
    });
    expect(await shop.contradiction()).toBeNull();
  });

  it("take the gift's code back when the goods come back, and points with them", async () => {
    const shop = await PlainShop.open(opened.database, program);
    const two = [bought("a", "anna", { euros: 10 }), bought("b", "anna", { euros: 10 })];
    await shop.tell([...two, bought("c", "anna", { euros: 10 })]);
    expect((await shop.member("anna")).available).toBe(80);
    const cancelled = { euros: 10, cancelledAt: START + 1, updatedAt: START + 1 };
    await shop.tell([bought("b", "anna", cancelled), bought("c", "anna", cancelled)]);
    expect((await shop.member("anna")).available).toBe(10);
    expect(await codes(shop)).toEqual([{ state: "revoked" }]);
    expect(await shop.contradiction()).toBeNull();
    const entries = await memberEntries(shop.database, shop.shopId, await shop.memberId("anna"), {
      before: null,
      wordings: await wordingsOf(shop.database, shop.shopId),
    });
    expect(JSON.stringify(entries)).toContain("Twice a week");
  });

  it("count for whoever takes part from then on, and tell shoppers how far they are", async () => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([bought("a", "anna", { euros: 10 })]);
    const memberId = await shop.memberId("anna");
    const wish = { shopId: shop.shopId, memberId, now: START + DAY };
    const before = (await state(shop, "anna"))?.program.challenges;
    expect(before?.map(({ id, name, standing }) => [id, name, standing?.joined, standing?.progress])).toEqual(
      [
        ["card", "Card", true, 1],
        ["weekly", "Twice a week", true, 1],
        ["chosen", "Chosen", false, 0],
      ],
    );
    expect(await joinChallenge(shop.database, { ...wish, challengeId: "none" })).toMatchObject({ ok: false });
    expect(await joinChallenge(shop.database, { ...wish, challengeId: "chosen" })).toEqual({ ok: true });
    expect(await joinChallenge(shop.database, { ...wish, challengeId: "chosen" })).toEqual({ ok: true });
    expect((await shop.member("anna")).earned).toBe(10);
    const later = { euros: 10, paidAt: START + 2 * DAY, updatedAt: START + 2 * DAY };
    await shop.tell([bought("b", "anna", later)], START + 2 * DAY);
    expect((await shop.member("anna")).earned).toBe(10 + 10 + 50 + 7);
    const after = (await state(shop, "anna", START + 2 * DAY))?.program.challenges;
    expect(after?.[1]?.standing).toMatchObject({ done: true, progress: 2, of: 2, hasBadge: true });
    expect(after?.[2]?.standing).toMatchObject({ joined: true, done: true, endsAt: null });
    const guest = await storefrontState(
      shop.database,
      shop.shopId,
      { customerId: null, language: "de" },
      START,
    );
    expect(guest?.program.challenges[1]).toMatchObject({ name: "Zweimal die Woche", standing: null });
  });

  it("bring what the clock brings, and end with the last paid day", async () => {
    const shop = await PlainShop.open(opened.database, program);
    const vip = { euros: 20, lines: [{ ...orderLine("1", 20), product: "p-vip" }] };
    await shop.tell([bought("v", "anna", vip)]);
    expect((await shop.member("anna")).available).toBe(20 + 100 + 11);
    await shop.tell([bought("w", "anna", { euros: 10, paidAt: START + 1, updatedAt: START + 1 })], START + 1);
    expect((await shop.member("anna")).available).toBe(131 + 20 + 50);
    expect((await state(shop, "anna"))?.program.memberships[0]?.standing).toMatchObject({ inGrace: false });
    while ((await advanceDueMembers(shop.database, START + 40 * DAY)).more);
    expect((await shop.member("anna")).available).toBe(131 + 20 + 50 + 11);
    const over = await state(shop, "anna", START + 61 * DAY);
    expect(over?.program.memberships[0]?.standing).toMatchObject({ inGrace: true });
    expect(over?.program.memberships[0]).toMatchObject({ name: "VIP", products: ["p-vip"], multiplier: "2" });
    expect((await state(shop, "anna", START + 70 * DAY))?.program.memberships[0]?.standing).toBeNull();
  });

  it("are told to whoever asks what is kept of them, and go with an erasure", async () => {
    const shop = await PlainShop.open(opened.database, program);
    const vip = { euros: 20, lines: [{ ...orderLine("1", 20), product: "p-vip" }] };
    await shop.tell([bought("v", "anna", vip), bought("x", "anna", { euros: 10 })]);
    const memberId = await shop.memberId("anna");
    await joinChallenge(shop.database, { shopId: shop.shopId, memberId, challengeId: "chosen", now: START });
    const record = await memberRecord(shop.database, shop.shopId, memberId);
    expect(record).toMatchObject({
      challengeEntries: [{ source: "order:v" }, { source: "order:x" }],
      challengeOptIns: [{ challenge_id: "chosen" }],
      memberships: [{ membership_id: "vip", units: 1 }],
    });
    expect(record?.gifts.length).toBeGreaterThan(1);
    await shop.tell(
      [{ type: "customer_redacted", at: START + DAY, customer: { id: "anna", email: null } }],
      START + DAY,
    );
    const again = { euros: 10, updatedAt: START + 2 * DAY };
    await shop.tell([bought("x", "anna", again)], START + 2 * DAY);
    const kept = await keptOfShop(shop.database, shop.shopId);
    for (const table of ["challenge_entry", "challenge_opt_in", "membership_entry", "gift_grant"]) {
      const rows = kept.get(table) ?? "";
      expect(rows.includes(`"member_id":${memberId},`), table).toBe(false);
    }
    expect(await shop.contradiction()).toBeNull();
  });

  it("are refused where nothing live brings them about, with the path", async () => {
    const shop = await PlainShop.install(opened.database);
    const goal = { count: "activities", activity: "review", atLeast: 1 };
    const document = {
      format: "regulars.program/1",
      ...{ name: "Club", currency: "EUR", timezone: "Europe/Berlin", earning: { rules: [] } },
      challenges: [
        { id: "reviews", every: "month", goal, give: { points: 5 } },
        {
          ...{ id: "win", kind: "contest", winners: 1, give: { points: 5 } },
          ...{
            from: "2026-01-01T00:00:00Z",
            to: "2026-02-01T00:00:00Z",
            goal: { count: "units", atLeast: 1 },
          },
        },
      ],
      memberships: [
        {
          ...{ id: "vip", products: ["p-vip"], months: 1 },
          benefits: { perks: [{ id: "ship", kind: "freeShipping" }], earlyAccessDays: 30 },
        },
      ],
      early: [
        { id: "drop", products: ["p1"], opensAt: "2026-05-01T00:00:00Z", for: { memberships: ["vip"] } },
      ],
    };
    const wish = { shopId: shop.shopId, document, effectiveAt: null, actor: "test", now: START };
    const published = await publishProgram(shop.database, wish);
    expect(published.ok ? [] : published.errors.map(({ path }) => path)).toEqual([
      "early",
      "challenges[0].goal.activity",
      "challenges[1].kind",
      "memberships[0].benefits.perks",
      "memberships[0].benefits.earlyAccessDays",
    ]);
  });
});
