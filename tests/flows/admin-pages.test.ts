import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adjustPoints } from "#app/commands/adjust-points.ts";
import { applyFacts } from "#app/commands/apply-facts.ts";
import { claimReward } from "#app/commands/claim-reward.ts";
import { installShop } from "#app/commands/install-shop.ts";
import { publishProgram } from "#app/commands/publish-program.ts";
import { saveDraft } from "#app/commands/save-draft.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { adminActivity, adminDelivery } from "#app/queries/admin-activity.ts";
import { adminDeeds } from "#app/queries/admin-deeds.ts";
import { adminHome } from "#app/queries/admin-home.ts";
import { adminMember } from "#app/queries/admin-member.ts";
import { adminMembers, type MemberFilter } from "#app/queries/admin-members.ts";
import { adminProgram } from "#app/queries/admin-program.ts";
import { adminRewards } from "#app/queries/admin-rewards.ts";
import { adminShop } from "#app/queries/admin-shop.ts";
import { memberTier } from "#app/queries/member-tier.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const BERLIN = "Europe/Berlin";
const NOW = Date.parse("2026-05-15T12:00:00+02:00");
const LAST_MONTH = Date.parse("2026-04-10T12:00:00+02:00");
/** After the middle of April: not among the days that May so far is compared with. */
const LATE_LAST_MONTH = Date.parse("2026-04-20T12:00:00+02:00");
const EVERYBODY: MemberFilter = { search: null, tier: null, status: null, withDebt: false, after: null };

const PROGRAM = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: BERLIN,
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  tiers: {
    levels: [
      { id: "base", name: "Base", from: "0" },
      { id: "gold", name: "Gold", from: "100.00" },
    ],
  },
  rewards: [{ id: "five", name: "Five", kind: "amountOff", value: "5.00", cost: 50 }],
};

function customer(id: string, firstName: string): ShopFact & { type: "customer" } {
  const email = `${firstName.toLowerCase()}@example.com`;
  const fact = { id, email, emailProven: true, tags: [], birthday: null, firstName, lastName: "Muster" };
  return { type: "customer", at: LAST_MONTH, joined: true, customer: fact };
}

function order(
  id: string,
  of: ShopFact & { type: "customer" },
  euros: number,
  at: Instant,
  test = false,
): ShopFact {
  const line = { product: "p1", variant: null, quantity: 1, unitPriceMinor: euros * 100, discountMinor: 0 };
  const bare = { taxMinor: 0, giftCard: false, tags: [], collections: [], vendor: "", kind: "" };
  const moments = { placedAt: at, paidAt: at, fulfilledAt: null, cancelledAt: null, updatedAt: at };
  const money = { orderDiscountMinor: 0, shippingMinor: 0, shippingTaxMinor: 0, paidByGiftCardMinor: 0 };
  const state = { id, name: `#${id}`, currency: "EUR", test, taxesIncluded: true, channel: "online" };
  const lists = { paymentMethods: [], discountCodes: [], refunds: [] };
  const lines = [{ id: `${id}-1`, ...line, ...bare }];
  return {
    type: "order",
    at,
    customer: of.customer,
    order: { ...state, ...moments, ...money, ...lists, lines },
  };
}

const anna = customer("1", "Anna");
const ben = customer("2", "Ben");

describe.each(databaseKinds)("the admin's pages on the %s database", (kind) => {
  let fixture: TestDatabase;
  let shopId: number;
  let otherShopId: number;

  async function shop(shopKey: string, facts: readonly ShopFact[]): Promise<number> {
    const { database } = fixture;
    const installation = { platform: "shopify", shopKey, name: shopKey, currency: "EUR", timezone: BERLIN };
    const installed = await installShop(database, {
      ...installation,
      locale: "de",
      scopes: [],
      now: LAST_MONTH - 2,
    });
    const wish = { document: PROGRAM, effectiveAt: null, actor: "test", now: LAST_MONTH - 1 };
    const published = await publishProgram(database, { shopId: installed.shopId, ...wish });
    expect(published.ok).toBe(true);
    for (const fact of facts) await applyFacts(database, installed.shopId, [fact], fact.at);
    return installed.shopId;
  }

  beforeAll(async () => {
    fixture = await openTestDatabase(kind);
    shopId = await shop("one.myshopify.com", [
      anna,
      ben,
      order("10", anna, 60, LAST_MONTH),
      order("11", anna, 70, LATE_LAST_MONTH),
      order("12", anna, 20, NOW - 1),
      order("13", ben, 30, NOW - 1, true),
    ]);
    otherShopId = await shop("two.myshopify.com", [anna, order("10", anna, 999, NOW - 1)]);
  });

  afterAll(() => fixture.drop());

  const members = (filter: Partial<MemberFilter> = {}) =>
    adminMembers(fixture.database, shopId, { ...EVERYBODY, ...filter });
  const idOf = async (name: string): Promise<string> => {
    const found = (await members({ search: name })).members[0];
    if (found === undefined) throw new Error(`${name} is no member`);
    return found.memberId;
  };

  test("home compares this month so far with the same days of the month before", async () => {
    const { figures, tiers, days } = await adminHome(fixture.database, shopId, BERLIN, NOW);
    expect(figures.issued).toEqual({ now: 20, before: 60 });
    expect(figures.joined).toEqual({ now: 0, before: 2 });
    expect(figures).toMatchObject({
      members: 2,
      outstanding: 150,
      from: Date.parse("2026-05-01T00:00:00+02:00"),
    });
    expect(new Map(tiers.map(({ levelId, members: count }) => [levelId, count]))).toEqual(
      new Map([
        ["gold", 1],
        ["base", 1],
      ]),
    );
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toEqual({ day: "2026-05-15", issued: 20, redeemed: 0 });
    expect(days.find(({ day }) => day === "2026-04-20")).toMatchObject({ issued: 70 });
  });

  test("a claimed reward shows as a code, and points leave what is spendable", async () => {
    const memberId = await idOf("anna");
    const wish = { rewardId: "five", points: null, actor: null, key: "click", now: NOW };
    expect(await claimReward(fixture.database, { shopId, memberId, ...wish })).toMatchObject({ ok: true });
    const { counts, codes } = await adminRewards(fixture.database, shopId, {
      state: null,
      search: null,
      after: null,
    });
    expect(counts).toEqual([{ rewardId: "five", open: 1, used: 0, lapsed: 0, pointsSpent: 0 }]);
    expect(codes).toMatchObject([{ memberName: "Anna Muster", points: 50, state: "held" }]);
    const page = await adminMember(fixture.database, shopId, memberId, null, NOW);
    expect(page?.member).toMatchObject({ available: 100, held: 50, tierLevelId: "gold" });
    expect(page?.codes).toHaveLength(1);
    const [held] = page?.entries ?? [];
    expect(held).toMatchObject({ kind: "held", available: -50, held: 50 });
  });

  test("every entry and every order of a member is explained in both languages", async () => {
    const page = await adminMember(fixture.database, shopId, await idOf("ben"), null, NOW);
    expect(page?.orders).toMatchObject([{ name: "#13", standing: 0 }]);
    expect(page?.orders[0]?.nothing?.en).toContain("it is a test order");
    expect(page?.orders[0]?.nothing?.de).toContain("sie ist eine Testbestellung");
    const other = await adminMember(fixture.database, shopId, await idOf("anna"), null, NOW);
    expect(other?.entries.find(({ kind: posted }) => posted === "earned")?.words.de.title).toContain("#1");
    expect(other?.lots.map(({ orderName }) => orderName)).toContain("#11");
  });

  test("a member's tier is explained: what counted, and what is missing to the next", async () => {
    const words = await memberTier(fixture.database, shopId, await idOf("ben"), NOW);
    expect(words.en.join("\n")).toContain("Base");
    expect(words.en.join("\n")).toContain("€100.00 to Gold");
    expect(words.de.join("\n")).toContain("bis Gold");
  });

  test("members are found by any part of their name, by tier, by debt and by status", async () => {
    expect((await members({ search: " MUST" })).members).toHaveLength(2);
    expect((await members({ tier: "gold" })).members.map(({ firstName }) => firstName)).toEqual(["Anna"]);
    expect((await members({ withDebt: true })).members).toEqual([]);
    expect(await members({ status: "left" })).toEqual({ members: [], next: null, any: true });
    expect((await members({ search: "%" })).members).toEqual([]);
  });

  test("pages of members follow the last one seen", async () => {
    const [newest, oldest] = (await members()).members;
    expect(newest?.firstName).toBe("Ben");
    const next = await members({ after: newest?.memberId ?? null });
    expect(next.members.map(({ memberId }) => memberId)).toEqual([oldest?.memberId]);
  });

  test("what staff did by hand is listed with who, what and for whom, newest first, and only of this shop", async () => {
    const memberId = await idOf("ben");
    const given = { points: 40, qualifying: 0, reason: "Late parcel", actor: "shopify:user:42", now: NOW };
    for (const key of ["deed-1", "deed-2"]) {
      expect(await adjustPoints(fixture.database, { shopId, memberId, ...given, key })).toEqual({ ok: true });
    }
    const wish = { rewardId: "five", points: null, actor: "shopify:user:7", key: "till", now: NOW };
    const claimed = await claimReward(fixture.database, { shopId, memberId, ...wish });
    const { deeds, next } = await adminDeeds(fixture.database, shopId, null);
    const member = { memberId, firstName: "Ben", status: "active" };
    expect(deeds.slice(0, 2)).toMatchObject([
      {
        actor: "shopify:user:7",
        action: "claim_reward",
        rewardId: "five",
        points: 50,
        ...(claimed.ok && { code: claimed.code }),
        member,
        at: NOW,
      },
      {
        actor: "shopify:user:42",
        action: "adjust_points",
        points: 40,
        reason: "Late parcel",
        code: null,
        member,
      },
    ]);
    expect(deeds.at(-1)).toMatchObject({ action: "publish_program", version: 2, member: null });
    expect(next).toBeNull();
    const older = await adminDeeds(fixture.database, shopId, deeds[0]?.id ?? null);
    expect(older.deeds).toEqual(deeds.slice(1));
    const others = await adminDeeds(fixture.database, otherShopId, null);
    expect(others.deeds.map(({ action }) => action)).toEqual(["publish_program"]);
  });

  test("nothing of one shop is seen from another", async () => {
    const memberId = await idOf("ben");
    expect(await adminMember(fixture.database, otherShopId, memberId, null, NOW)).toBeNull();
    const others = await adminMembers(fixture.database, otherShopId, EVERYBODY);
    expect(others.members.map(({ available }) => available)).toEqual([999]);
    expect((await adminHome(fixture.database, otherShopId, BERLIN, NOW)).figures.outstanding).toBe(999);
    const [effect] = (
      await adminActivity(fixture.database, shopId, { box: "outbox", state: null, after: null })
    ).deliveries;
    expect(effect).toBeDefined();
    expect(await adminDelivery(fixture.database, otherShopId, "outbox", effect?.id ?? "")).toBeNull();
    expect(await adminDelivery(fixture.database, shopId, "outbox", effect?.id ?? "")).toMatchObject({
      id: effect?.id,
    });
  });

  test("an address that names no member or message answers with nothing", async () => {
    for (const id of ["", "abc", "99999999999999999999", "0"]) {
      expect(await adminMember(fixture.database, shopId, id, null, NOW)).toBeNull();
      expect(await adminDelivery(fixture.database, shopId, "inbox", id)).toBeNull();
    }
  });

  test("the draft is shown as it was typed, beside the versions", async () => {
    const draft = { text: "{ not yet", baseVersion: 2, expectedRevision: null, actor: "test", now: NOW };
    expect(await saveDraft(fixture.database, { shopId, ...draft })).toEqual({ ok: true, revision: 1 });
    const page = await adminProgram(fixture.database, shopId, 2);
    expect(page.draft).toEqual({ text: "{ not yet", revision: 1 });
    expect(page.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, "live"],
      [1, "past"],
    ]);
    const shown = await adminShop(fixture.database, "shopify", "one.myshopify.com");
    expect(shown).toMatchObject({ draftWaiting: true, live: { version: 2 }, installedAt: LAST_MONTH - 2 });
    expect(await adminShop(fixture.database, "shopify", "nobody.myshopify.com")).toBeNull();
  });
});
