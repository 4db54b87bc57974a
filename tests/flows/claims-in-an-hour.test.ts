import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { storefrontCodes } from "#app/queries/storefront/storefront-codes.ts";
import { storefrontShopper } from "#app/queries/storefront/storefront-shop.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";

const HOUR = 3_600_000;
const rewards = [{ id: "one-off", kind: "amountOff", value: "1.00", cost: 10 }];

describe.each(databaseKinds)("what members do to codes themselves, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function open() {
    const shop = await PlainShop.open(opened.database, { rewards });
    await shop.tell([orderFact("1", customer("anna"), { euros: 900 })]);
    const { database, shopId } = shop;
    const memberId = await shop.memberId("anna");
    const claim = (now: number, actor: string | null = null, key: string = randomUUID()) =>
      claimReward(database, { shopId, memberId, rewardId: "one-off", points: null, actor, key, now });
    const giveBack = (code: string, now: number, actor: string | null = null) =>
      cancelCode(database, { shopId, memberId, code, reason: "given back", actor, now });
    return { shop, claim, giveBack };
  }

  it("is limited: twenty claims in an hour, and no more until the first is an hour old", async () => {
    const { shop, claim } = await open();
    const key = randomUUID();
    for (let count = 0; count < 20; count += 1)
      expect(await claim(START + count, null, count === 0 ? key : randomUUID())).toMatchObject({ ok: true });
    expect(await claim(START + 20)).toMatchObject({ ok: false, refusal: "too_many_in_an_hour" });
    expect(await claim(START + HOUR - 1)).toMatchObject({ refusal: "too_many_in_an_hour" });
    // The same click is answered as before, and staff answer for what they do.
    expect(await claim(START + 30, null, key)).toMatchObject({ ok: true });
    expect(await claim(START + 40, "shopify:user:1")).toMatchObject({ ok: true });
    expect(await claim(START + HOUR + 50)).toMatchObject({ ok: true });
    expect(await shop.member("anna")).toMatchObject({ available: 900 - 22 * 10 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("is shown as what can still be used and the last twenty of what is over", async () => {
    const { shop, claim, giveBack } = await open();
    const kept = await claim(START);
    for (let count = 1; count <= 23; count += 1) {
      const at = START + count * 10 * 60_000;
      const claimed = await claim(at);
      if (claimed.ok) await giveBack(claimed.code, at);
    }
    const viewer = { customerId: "anna", language: null };
    const state = await storefrontState(opened.database, shop.shopId, viewer, START + 5 * HOUR);
    const codes = state?.viewer.kind === "member" ? state.viewer.codes : [];
    expect(codes).toHaveLength(21);
    expect(codes.at(-1)?.code).toBe(kept.ok ? kept.code : "none");
    // The others come when they are asked for.
    const before = state?.viewer.kind === "member" ? state.viewer.codesBefore : null;
    const { memberId } = await storefrontShopper(opened.database, shop.shopId, "anna");
    const asked = { shopId: shop.shopId, memberId: memberId ?? "", language: null };
    const older = await storefrontCodes(opened.database, asked, before ?? "", START + 5 * HOUR);
    expect(older.before).toBeNull();
    expect(older.codes).toHaveLength(3);
    expect(older.codes.every(({ returned, points }) => returned === points)).toBe(true);
  });

  it("is limited however many come at once", async () => {
    const { claim } = await open();
    const answers = await Promise.all(Array.from({ length: 30 }, () => claim(START)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
  });

  it("is limited for what is given back, too; staff may go on", async () => {
    const { shop, claim, giveBack } = await open();
    const codes: string[] = [];
    for (let count = 0; count < 24; count += 1) {
      const claimed = await claim(START + (count < 12 ? 0 : 2 * HOUR));
      if (claimed.ok) codes.push(claimed.code);
    }
    expect(codes).toHaveLength(24);
    const later = START + 2 * HOUR;
    const answers = [];
    for (const code of codes) answers.push(await giveBack(code, later));
    expect(answers.slice(0, 20).every(({ ok }) => ok)).toBe(true);
    expect(answers[20]).toMatchObject({ ok: false, refusal: "too_many_in_an_hour" });
    expect(await giveBack(codes[20] ?? "", later, "shopify:user:1")).toMatchObject({ ok: true });
    expect(await giveBack(codes[21] ?? "", later + HOUR + 1)).toMatchObject({ ok: true });
    expect(await shop.contradiction()).toBeNull();
  });
});
