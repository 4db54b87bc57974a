import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEWEST_FIRST } from "#app/db/members/member-sorts.ts";
import type { MemberFilter } from "#app/db/members/member-filter.ts";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { discardDraft } from "#app/commands/program/discard-draft.ts";
import { saveDraft } from "#app/commands/program/save-draft.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { adminActivity, adminDelivery } from "#app/queries/activity/admin-activity.ts";
import { adminDeeds } from "#app/queries/activity/admin-deeds.ts";
import { adminHome } from "#app/queries/home/admin-home.ts";
import { homePeriod } from "#app/queries/home/home-period.ts";
import { adminMember } from "#app/queries/members/admin-member.ts";
import { adminMembers } from "#app/queries/members/admin-members.ts";
import { readMemberFilter } from "#app/queries/members/read-members-asked.ts";
import { adminProgram } from "#app/queries/program/admin-program.ts";
import { adminRewards } from "#app/queries/codes/admin-rewards.ts";
import { readCodeFilter } from "#app/queries/codes/code-list.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { memberTier } from "#app/queries/members/member-tier.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { monthSoFar } from "#tests/support/month-so-far.ts";
import { anna, ben, BERLIN, LAST_MONTH, LATE_LAST_MONTH, NOW, order, PROGRAM } from "./admin-pages-shop.ts";

const HOME = monthSoFar(NOW);
const EVERYBODY = readMemberFilter(new URLSearchParams(), { timezone: BERLIN, currencyDigits: 2 });

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
      order("10", anna, 60, { at: LAST_MONTH }),
      order("11", anna, 70, { at: LATE_LAST_MONTH }),
      order("12", anna, 20, { at: NOW - 1 }),
      order("13", ben, 30, { at: NOW - 1, test: true }),
    ]);
    otherShopId = await shop("two.myshopify.com", [anna, order("10", anna, 999, { at: NOW - 1 })]);
  });

  afterAll(() => fixture.drop());

  const members = (filter: Partial<MemberFilter> = {}, of = shopId) =>
    adminMembers(fixture.database, of, {
      filter: { ...EVERYBODY, ...filter },
      order: NEWEST_FIRST,
      after: null,
      pageSize: 50,
    });
  const idOf = async (name: string): Promise<string> => {
    const found = (await members({ search: name })).members[0];
    if (found === undefined) throw new Error(`${name} is no member`);
    return found.memberId;
  };

  test("home compares this month so far with the same days of the month before", async () => {
    const { figures, tiers, days } = await adminHome(fixture.database, shopId, HOME);
    expect(figures.issued).toEqual({ now: 20, before: 60 });
    expect(figures.joined).toEqual({ now: 0, before: 2 });
    expect(figures).toMatchObject({
      members: 2,
      outstanding: 150,
    });
    expect(new Map(tiers.map(({ levelId, members: count }) => [levelId, count]))).toEqual(
      new Map([
        ["gold", 1],
        ["base", 1],
      ]),
    );
    expect(days).toHaveLength(15);
    expect(days.at(-1)).toEqual({ day: "2026-05-15", issued: 20, redeemed: 0 });
  });

  test("home tells of other days by the address, each day by itself", async () => {
    const period = homePeriod({ period: "30", from: null, to: null }, BERLIN, NOW);
    const { figures, days } = await adminHome(fixture.database, shopId, { ...HOME, period });
    expect(figures.issued).toEqual({ now: 90, before: 60 });
    expect(days).toHaveLength(30);
    expect(days.find(({ day }) => day === "2026-04-20")).toMatchObject({ issued: 70 });
    const custom = homePeriod({ period: "custom", from: "2026-04-10", to: "2026-04-19" }, BERLIN, NOW);
    const chosen = await adminHome(fixture.database, shopId, { ...HOME, period: custom });
    expect(chosen.figures.issued).toEqual({ now: 60, before: 0 });
    expect(chosen.days.map(({ issued }) => issued)).toEqual([60, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("a claimed reward shows as a code, and points leave what is spendable", async () => {
    const memberId = await idOf("anna");
    const wish = { rewardId: "five", points: null, actor: null, key: "click", now: NOW };
    expect(await claimReward(fixture.database, { shopId, memberId, ...wish })).toMatchObject({ ok: true });
    const live = await adminShop(fixture.database, "shopify", "one.myshopify.com");
    const all = readCodeFilter(new URLSearchParams(), BERLIN);
    const program = live?.live?.program ?? null;
    const { rewards, codes } = await adminRewards(
      fixture.database,
      shopId,
      { program, goodsGroup: "collection" },
      all,
    );
    expect(rewards).toMatchObject([
      { rewardId: "five", claimed: 1, given: 0, open: 1, used: 0, lapsed: 0, pointsSpent: 0 },
    ]);
    expect(codes).toMatchObject([{ memberName: "Anna Muster", points: 50, state: "held" }]);
    const page = await adminMember(fixture.database, shopId, memberId, { before: null, now: NOW });
    expect(page?.member).toMatchObject({ available: 100, held: 50, tierLevelId: "gold" });
    expect(page?.codes).toHaveLength(1);
    const [held] = page?.entries ?? [];
    expect(held).toMatchObject({ kind: "held", available: -50, held: 50 });
  });

  test("every entry and every order of a member is explained in both languages", async () => {
    const page = await adminMember(fixture.database, shopId, await idOf("ben"), { before: null, now: NOW });
    expect(page?.orders).toMatchObject([{ name: "#13", standing: 0 }]);
    expect(page?.orders[0]?.nothing?.en).toContain("it is a test order");
    expect(page?.orders[0]?.nothing?.de).toContain("sie ist eine Testbestellung");
    const other = await adminMember(fixture.database, shopId, await idOf("anna"), { before: null, now: NOW });
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
    expect((await members({ inDebt: true })).members).toEqual([]);
    expect(await members({ status: "left" })).toEqual({ members: [], next: null });
    expect((await members({ search: "%" })).members).toEqual([]);
  });

  test("what staff did by hand is listed with who, what and for whom, newest first, and only of this shop", async () => {
    const memberId = await idOf("ben");
    const given = {
      points: 40,
      qualifying: 0,
      sparesDebt: false,
      reason: "Late parcel",
      actor: "shopify:user:42",
      now: NOW,
    };
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
    expect(await adminMember(fixture.database, otherShopId, memberId, { before: null, now: NOW })).toBeNull();
    const others = await members({}, otherShopId);
    expect(others.members.map(({ available }) => available)).toEqual([999]);
    expect((await adminHome(fixture.database, otherShopId, HOME)).figures.outstanding).toBe(999);
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
      expect(await adminMember(fixture.database, shopId, id, { before: null, now: NOW })).toBeNull();
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

  test("what is live is no draft, a draft of somebody else is not overwritten, and a draft can be thrown away", async () => {
    const { database } = fixture;
    const live = { baseVersion: 2, actor: "test", now: NOW };
    const revised = { ...PROGRAM, name: "Club of regulars" };
    const kept = await saveDraft(database, {
      ...live,
      shopId,
      text: JSON.stringify(revised),
      expectedRevision: 1,
    });
    expect(kept).toEqual({ ok: true, revision: 2 });
    const late = { ...live, shopId, text: JSON.stringify(PROGRAM), expectedRevision: 1 };
    expect(await saveDraft(database, late)).toMatchObject({ ok: false, refusal: "draft_changed" });
    expect(await saveDraft(database, { ...late, expectedRevision: 2 })).toEqual({ ok: true, revision: null });
    expect((await adminProgram(database, shopId, 2)).draft).toBeNull();
    expect(await saveDraft(database, { ...late, expectedRevision: null })).toEqual({
      ok: true,
      revision: null,
    });

    await saveDraft(database, { ...live, shopId, text: "{", expectedRevision: null });
    const wish = { shopId, actor: "test", now: NOW };
    expect(await discardDraft(database, { ...wish, expectedRevision: 7 })).toMatchObject({ ok: false });
    expect(await discardDraft(database, { ...wish, expectedRevision: 1 })).toEqual({ ok: true });
    expect((await adminProgram(database, shopId, 2)).draft).toBeNull();
    const [newest] = (await adminDeeds(database, shopId, null)).deeds;
    expect(newest).toMatchObject({ action: "discard_draft", actor: "test" });
  });
});
