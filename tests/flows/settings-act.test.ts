import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { eraseInactive } from "#app/commands/members/erase-inactive.ts";
import { bringUpToDate } from "#app/commands/members/bring-up-to-date.ts";
import { reinstatePoints } from "#app/commands/members/reinstate-points.ts";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { readShopSettings } from "#app/db/shops/shop-settings.ts";
import type { MerchantChoices } from "#app/domain/shops/merchant-choices.ts";
import { adminMember } from "#app/queries/members/admin-member.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

describe.each(databaseKinds)("what a merchant chooses in Settings acts, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function open() {
    const shop = await PlainShop.open(opened.database, {
      expiry: { kind: "perLot", months: 2 },
      rewards: [{ id: "one-off", kind: "amountOff", value: "1.00", cost: 10 }],
    });
    await shop.tell([orderFact("1", customer("anna"), { euros: 100 })]);
    const { database, shopId } = shop;
    const memberId = await shop.memberId("anna");
    const choose = async (choices: Partial<MerchantChoices>) => {
      const settings = { ...(await readShopSettings(database, shopId)), ...choices };
      await changeSettings(database, { shopId, settings, actor: "test", now: START });
    };
    return { shop, database, shopId, memberId, choose };
  }

  it("codes begin with the prefix from then on, and those before keep their text", async () => {
    const { database, shopId, memberId, choose } = await open();
    const claim = async () => {
      const wish = { shopId, memberId, rewardId: "one-off", points: null, actor: null, now: START };
      const claimed = await claimReward(database, { ...wish, key: randomUUID() });
      return claimed.ok ? claimed.code : claimed.refusal;
    };
    const before = await claim();
    expect(before).toMatch(/^\w{5}-\w{5}-\w{3}$/u);
    await choose({ codePrefix: "KAFFEE" });
    const codes = [await claim(), await claim()];
    for (const code of codes) expect(code).toMatch(/^KAFFEE-\w{5}-\w{5}-\w{3}$/u);
    expect(new Set(codes).size).toBe(2);
    const viewer = { customerId: "anna", language: null };
    const state = await storefrontState(database, shopId, viewer, START);
    const shown = state?.viewer.kind === "member" ? state.viewer.codes.map(({ code }) => code) : [];
    expect(new Set(shown)).toEqual(new Set([before, ...codes]));
  });

  it("the panel is told of points that end by the days of notice, and promises just these", async () => {
    const { database, shopId, choose } = await open();
    // The points of 5 January end two months later.
    const told = async (daysBefore: number) => {
      const now = Date.parse("2026-03-05T12:00:00+01:00") - daysBefore * DAY;
      const state = await storefrontState(database, shopId, { customerId: "anna", language: null }, now);
      const viewer = state?.viewer.kind === "member" ? state.viewer : null;
      return [state?.program.terms.noticeDays, viewer?.expiring?.points];
    };
    expect(await told(10)).toEqual([30, 100]);
    await choose({ noticeDays: 5 });
    expect(await told(12)).toEqual([5, undefined]);
    expect(await told(9)).toEqual([5, 100]);
  });

  it("who has ordered and claimed nothing for so many months is erased at night, and the sums stand", async () => {
    const { shop, database, shopId, memberId, choose } = await open();
    await shop.tell([orderFact("2", customer("ben"), { euros: 40 })]);
    const night = Date.parse("2026-08-01T02:37:00+02:00");
    const erase = () => eraseInactive(database, shopId, night);
    expect(await erase()).toBe(0);
    await choose({ retentionMonths: 6 });
    const late = Date.parse("2026-06-01T12:00:00+02:00");
    await shop.tell(
      [orderFact("3", customer("ben"), { euros: 5, paidAt: late, placedAt: late }, late)],
      late,
    );
    expect(await erase()).toBe(1);
    expect(await erase()).toBe(0);
    const rows = await rowsOf<{ status: string; email: string | null }>(
      database,
      "SELECT status, email FROM member WHERE shop_id = $1 ORDER BY member_id",
      [shopId],
    );
    expect(rows).toEqual([
      { status: "erased", email: null },
      { status: "active", email: "ben@example.com" },
    ]);
    const [done] = await rowsOf<{ actor: string; member_id: number }>(
      database,
      "SELECT actor, member_id FROM audit WHERE shop_id = $1 AND action = 'erase_member'",
      [shopId],
    );
    expect(done).toMatchObject({ actor: "retention", member_id: Number(memberId) });
    expect(await shop.contradiction()).toBeNull();
  });

  it("lapsed points can be given back for so many days, and are offered for so long", async () => {
    const { database, shopId, memberId, choose } = await open();
    const now = Date.parse("2026-03-05T12:00:00+01:00") + 20 * DAY;
    await bringUpToDate(database, shopId, [memberId], now);
    const offered = async () => {
      const page = await adminMember(database, shopId, memberId, { before: null, now });
      return page?.reinstatable.map(({ lotId }) => lotId);
    };
    const give = () => {
      const deed = { lotId: "order:1", reason: "kindness", actor: "test", key: randomUUID(), now };
      return reinstatePoints(database, { shopId, memberId, ...deed });
    };
    await choose({ reinstateDays: 14 });
    expect(await offered()).toEqual([]);
    expect(await give()).toMatchObject({ ok: false, refusal: "reinstatement_too_late" });
    await choose({ reinstateDays: 60 });
    expect(await offered()).toEqual(["order:1"]);
    expect(await give()).toEqual({ ok: true });
  });
});
