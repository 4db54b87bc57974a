import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { confirmCode } from "#app/commands/codes/confirm-code.ts";
import { declineExperience } from "#app/commands/codes/decline-experience.ts";
import { fulfilExperience } from "#app/commands/codes/fulfil-experience.ts";
import { advanceMembers } from "#app/commands/members/advance-due-members.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { switchReward } from "#app/commands/program/switch-reward.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import { conditionOf } from "#app/domain/books/codes.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { adminRewards } from "#app/queries/codes/admin-rewards.ts";
import { codeList, readCodeFilter } from "#app/queries/codes/code-list.ts";
import { codesFile } from "#app/queries/codes/codes-file.ts";
import { rewardsNearlyEmpty } from "#app/queries/codes/reward-stock.ts";
import { adminProgram } from "#app/queries/program/admin-program.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

const BERLIN = "Europe/Berlin";
const program = {
  rewards: [
    { id: "five-off", name: "Five off", kind: "amountOff", value: "5.00", cost: 100, validDays: 10 },
    { id: "course", name: "Barista course", kind: "experience", cost: 200, stock: 2 },
    { id: "present", name: "A present", kind: "amountOff", value: "3.00" },
  ],
};

/** What the page of rewards and codes shows. */
describe.each(databaseKinds)("rewards and codes on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Anna and Ben have a thousand points each. */
  async function openShop() {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([orderFact("1", customer("anna"), { euros: 1000 })]);
    await shop.tell([orderFact("2", customer("ben", { firstName: "Ben", lastName: "Öz" }), { euros: 1000 })]);
    const { database, shopId } = shop;
    const claim = async (who: string, rewardId: string, now: Instant): Promise<string> => {
      const memberId = await shop.memberId(who);
      const wish = { shopId, memberId, rewardId, points: null, actor: null, key: randomUUID(), now };
      const claimed = await claimReward(database, wish);
      assert(claimed.ok, "the claim is granted");
      if (rewardId !== "course") {
        await confirmCode(database, { shopId, memberId, code: claimed.code, reference: null, now });
      }
      return claimed.code;
    };
    const list = (asked: Readonly<Record<string, string>>, pageSize = 50) =>
      codeList(database, shopId, readCodeFilter(new URLSearchParams(asked), BERLIN), pageSize);
    const page = async () => {
      const found = await adminShop(database, "shopify", shop.shopKey);
      assert(found?.live !== undefined && found.live !== null, "a program is live");
      const { program: live } = found.live;
      const filter = readCodeFilter(new URLSearchParams(), BERLIN);
      return {
        live,
        ...(await adminRewards(database, shopId, { program: live, goodsGroup: "collection" }, filter)),
      };
    };
    return { shop, database, shopId, claim, list, page };
  }

  it("each reward says what it did, and each state how many codes are in it", async () => {
    const { shop, database, shopId, claim, list, page } = await openShop();
    const used = await claim("anna", "five-off", START);
    const withdrawn = await claim("anna", "five-off", START + 1);
    const lapsed = await claim("ben", "five-off", START + 2);
    const ben = await shop.memberId("ben");
    const anna = await shop.memberId("anna");
    const order = { euros: 20, discountCodes: [used], paidAt: START + DAY, placedAt: START + DAY };
    await shop.tell([orderFact("77", customer("anna"), order)], START + DAY);
    const wish = { shopId, memberId: anna, code: withdrawn, reason: "a mistake", actor: "staff" };
    expect(await cancelCode(database, { ...wish, now: START + DAY })).toEqual({ ok: true });
    await advanceMembers(database, shopId, [ben], START + 30 * DAY);

    const { rewards, counts } = await page();
    expect(rewards[0]).toMatchObject({
      rewardId: "five-off",
      claimed: 3,
      given: 0,
      open: 0,
      used: 1,
      lapsed: 2,
    });
    expect(rewards[0]).toMatchObject({ pointsSpent: 100, usedMinor: 500 });
    expect(rewards[2]?.offer).toMatchObject({ isOnlyGiven: true, stock: null });
    expect(counts).toMatchObject({ used: 1, revoked: 1, expired: 1, released: 0, issued: 0 });
    const expired = await list({ state: "expired" });
    expect(expired.codes.map(({ code, memberId }) => [code, memberId])).toEqual([[lapsed, ben]]);
    expect((await list({ state: "released" })).codes).toEqual([]);
    expect((await list({ state: "used" })).codes[0]).toMatchObject({ code: used, orderName: "#77" });
  });

  it("a reward is switched off in the draft, which begins as what is live, and counts once it is published", async () => {
    const { database, shopId, page } = await openShop();
    const live = async () => {
      const home = await readShop(database, shopId);
      return home === null ? null : home.liveVersion;
    };
    const wish = { shopId, liveVersion: await live(), actor: "staff", now: START };
    const unknown = await switchReward(database, { ...wish, rewardId: "none", enabled: false });
    expect(unknown).toEqual({ ok: false, refusal: "reward_unknown" });
    expect((await adminProgram(database, shopId, 1)).draft).toBeNull();
    const off = await switchReward(database, { ...wish, rewardId: "five-off", enabled: false });
    expect(off).toEqual({ ok: true, revision: 1 });
    const { draft } = await adminProgram(database, shopId, 1);
    assert(draft !== null, "there is a draft");
    expect((await page()).rewards[0]?.offer).toMatchObject({ isEnabled: true, isGivable: true });
    const document: unknown = JSON.parse(draft.text);
    expect(await publishProgram(database, { ...wish, document, effectiveAt: null })).toMatchObject({
      ok: true,
    });
    expect((await page()).rewards.map(({ offer }) => offer?.isEnabled)).toEqual([false, true, true]);
    const on = await switchReward(database, {
      ...wish,
      liveVersion: await live(),
      rewardId: "five-off",
      enabled: true,
    });
    expect(on).toMatchObject({ ok: true });
  });

  it("codes are found by code, member, order, reward and days of the shop, and a page follows the other", async () => {
    const { claim, list, shop } = await openShop();
    const first = await claim("anna", "five-off", START);
    const second = await claim("ben", "five-off", START);
    const third = await claim("ben", "course", START + DAY);
    await shop.tell([orderFact("1042", customer("anna"), { euros: 9, discountCodes: [first] })]);
    const found = async (asked: Readonly<Record<string, string>>) =>
      (await list(asked)).codes.map(({ code }) => code).sort();
    expect(await found({ search: first.slice(2, 9).toLowerCase() })).toEqual([first]);
    expect(await found({ search: "#1042" })).toEqual([first]);
    expect(await found({ search: "BEN ÖZ" })).toEqual([second, third].sort());
    expect(await found({ search: "ben@example" })).toEqual([second, third].sort());
    expect(await found({ reward: "course" })).toEqual([third]);
    expect(await found({ from: "2026-01-06" })).toEqual([third]);
    expect(await found({ until: "2026-01-05" })).toEqual([first, second].sort());
    expect(await found({ from: "2026-01-06", until: "2026-01-05" })).toEqual([]);
    expect(await found({ from: "no day" })).toHaveLength(3);

    const seen: string[] = [];
    for (let after: string | null = ""; after !== null;) {
      const next: Awaited<ReturnType<typeof list>> = await list(after === "" ? {} : { after }, 1);
      seen.push(...next.codes.map(({ code }) => code));
      after = next.next;
    }
    expect(seen).toEqual([third, ...[first, second].sort().reverse()]);
  });

  it("the file has every code of the list, with how it stands", async () => {
    const { database, shopId, claim } = await openShop();
    const code = await claim("ben", "five-off", START);
    const filter = readCodeFilter(new URLSearchParams({ after: "0~A" }), BERLIN);
    const text = await codesFile(database, shopId, filter, { digits: 2, timezone: BERLIN });
    const [headings, line, ...rest] = text.trim().split("\n");
    expect(headings?.split(",")).toHaveLength(14);
    expect(line).toContain(`${code},issued,,five-off,redemption,`);
    expect(line).toContain(
      ",Ben Öz,ben@example.com,100,0,5.00,2026-01-05T12:00:00+01:00,2026-01-16T00:00:00+01:00,",
    );
    expect(rest).toEqual([]);
  });

  it("who waits longest is handed over to first, with a note; a declined one costs nothing", async () => {
    const { shop, database, shopId, claim, list, page } = await openShop();
    const later = await claim("anna", "course", START + DAY);
    const first = await claim("ben", "course", START);
    const before = await page();
    expect(before.waiting.map(({ code }) => code)).toEqual([first, later]);
    expect(before.rewards[1]?.offer?.stock).toEqual({ stock: 2, left: 0 });
    expect(await rewardsNearlyEmpty(database, shopId, before.live)).toMatchObject([
      { id: "course", left: 0 },
    ]);

    const by = { shopId, actor: "staff", now: START + 2 * DAY };
    const given = {
      ...by,
      memberId: await shop.memberId("ben"),
      code: first,
      note: "to his sister Eva",
      key: "k1",
    };
    expect(await fulfilExperience(database, given)).toEqual({ ok: true });
    expect(await fulfilExperience(database, given)).toEqual({ ok: true });
    const kept = {
      ...by,
      memberId: await shop.memberId("anna"),
      code: later,
      reason: "fully booked",
      key: "k2",
    };
    expect(await declineExperience(database, kept)).toEqual({ ok: true });
    const after = await page();
    expect(after.waiting).toEqual([]);
    expect(after.rewards[1]).toMatchObject({ used: 1, lapsed: 1, pointsSpent: 200 });
    expect(after.rewards[1]?.offer?.stock).toEqual({ stock: 2, left: 1 });
    const { codes } = await list({ reward: "course" });
    expect(codes.map((code) => [conditionOf(code), code.stateReason])).toEqual([
      ["declined", "fully booked"],
      ["fulfilled", "to his sister Eva"],
    ]);
    expect(await shop.member("anna")).toMatchObject({ available: 1000, held: 0 });
    expect(await shop.member("ben")).toMatchObject({ available: 800, held: 0 });
    expect(await shop.contradiction()).toBeNull();
  });
});
