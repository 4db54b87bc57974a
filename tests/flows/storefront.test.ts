import { afterEach, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { confirmCode } from "#app/commands/codes/confirm-code.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { joinProgram } from "#app/commands/members/join-program.ts";
import { leaveProgram } from "#app/commands/members/leave-program.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import type { Database } from "#app/db/client.ts";
import type { OrderRefund } from "#app/domain/event.ts";
import { storefrontEstimate } from "#app/queries/storefront/storefront-estimate.ts";
import { memberEntries } from "#app/queries/members/member-entries.ts";
import { wordingsOf } from "#app/queries/members/wordings.ts";
import { storefrontExplanation } from "#app/queries/storefront/storefront-explanation.ts";
import { storefrontHistory } from "#app/queries/storefront/storefront-history.ts";
import { storefrontShopper } from "#app/queries/storefront/storefront-shop.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import type { StorefrontMember, StorefrontState } from "#storefront/state.ts";
import { nextStep } from "#storefront/wording/next-step.ts";
import { clubDocument, customer, order } from "#tests/fixtures/club.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const DAY = 86_400_000;
const start = Date.parse("2026-03-02T09:00:00Z");

const opened: TestDatabase[] = [];
afterEach(async () => {
  for (const test of opened.splice(0)) await test.drop();
});

async function openShop(kind: (typeof databaseKinds)[number]) {
  const test = await openTestDatabase(kind);
  opened.push(test);
  const { database } = test;
  const shopId = await installed(database, "kiezcafe.myshopify.com");
  const published = await publishProgram(database, {
    shopId,
    document: clubDocument,
    effectiveAt: null,
    actor: "test",
    now: start,
  });
  expect(published.ok).toBe(true);
  return { database, shopId };
}

async function installed(database: Database, shopKey: string): Promise<number> {
  const shop = { platform: "shopify", shopKey, name: "Kiezcafé", currency: "EUR", timezone: "Europe/Berlin" };
  const { shopId } = await installShop(database, { ...shop, locale: "en", scopes: [], now: start });
  return shopId;
}

async function look(database: Database, shopId: number, customerId: string | null, now: number) {
  const shopper = customerId === null ? null : await storefrontShopper(database, shopId, customerId);
  const state = await storefrontState(database, shopId, { customerId, language: null }, now);
  if (state === null) throw new Error("the shop has a program");
  return { state, shopper };
}

function memberOf(state: StorefrontState): StorefrontMember {
  if (state.viewer.kind !== "member") throw new Error(`expected a member, found ${state.viewer.kind}`);
  return state.viewer;
}

describe.each(databaseKinds)("the shop front on a %s database", (kind) => {
  it("shows a guest the program and nothing of anybody", async () => {
    const { database, shopId } = await openShop(kind);
    const { state } = await look(database, shopId, null, start);
    expect(state.viewer).toEqual({ kind: "guest" });
    expect(state.program.worth).toEqual({ points: 100, valueMinor: 100 });
    expect(state.program.rewards.map(({ claim }) => claim)).toEqual([null, null, null]);
    expect(state.program.ways.map(({ id }) => id)).toEqual(["spend", "join"]);
  });

  it("shows nothing of a program that neither earns nor gives", async () => {
    const { database } = await openShop(kind);
    const quiet = await installed(database, "quiet.myshopify.com");
    expect(await storefrontState(database, quiet, { customerId: null, language: null }, start)).toBeNull();
  });

  it("shows a member balance, worth, tier, progress, what is next and why", async () => {
    const { database, shopId } = await openShop(kind);
    const at = start + DAY;
    await applyFacts(database, shopId, [{ type: "customer", at, customer: customer("7"), joined: true }], at);
    const paid = { type: "order", at, customer: customer("7"), order: order("1042", 15_400, at) } as const;
    await applyFacts(database, shopId, [paid], at);
    const { state, shopper } = await look(database, shopId, "7", at);
    const member = memberOf(state);

    expect(member).toMatchObject({ firstName: "Anna", available: 184, worthMinor: 184, pending: 0 });
    expect(member.tier).toMatchObject({ name: "Bronze", metric: 15_400, percent: 77 });
    expect(member.tier?.next).toEqual({ levelId: "silver", missing: 4600 });
    expect(nextStep(state, null)).toMatchObject({ kind: "claim", reward: { id: "one-off" } });
    expect(state.program.rewards.map(({ id, claim }) => [id, claim])).toEqual([
      ["one-off", { ok: true }],
      ["ten-off", { ok: false, reason: "points", missing: 816 }],
      ["ship", { ok: false, reason: "tier" }],
    ]);
    expect(state.program.ways.map(({ id, done }) => [id, done])).toEqual([
      ["spend", false],
      ["join", true],
    ]);

    const [earned, joined] = member.history.entries;
    expect(earned).toMatchObject({ kind: "order_earned", points: 154, subject: "#1042", units: 2 });
    expect(joined).toMatchObject({ kind: "activity", points: 30, subject: "join" });
    const why = await storefrontExplanation(
      database,
      { shopId, memberId: shopper?.memberId ?? "", language: null },
      earned?.key ?? "",
    );
    expect(why?.reasons[0]).toMatchObject({
      what: "goods",
      amountMinor: 15_400,
      points: 154,
      rate: { points: 1, perMinor: 100, multiplier: "1" },
    });
  });

  it("says which product earned what, where the shop told what it is called", async () => {
    const { database, shopId } = await openShop(kind);
    const at = start + DAY;
    const told = order("1042", 15_400, at);
    const lines = told.lines.map((line) => ({ ...line, title: "Sidamo 250 g" }));
    const paid = { type: "order", at, customer: customer("7"), order: { ...told, lines } } as const;
    await applyFacts(database, shopId, [paid], at);
    const { state, shopper } = await look(database, shopId, "7", at);
    const memberId = shopper?.memberId ?? "";
    const key = memberOf(state).history.entries[0]?.key ?? "";
    const why = await storefrontExplanation(database, { shopId, memberId, language: null }, key);
    expect(why?.reasons[0]).toMatchObject({
      what: "goods_named",
      text: "Sidamo 250 g",
      amountMinor: 15_400,
      points: 154,
    });
    const wordings = await wordingsOf(database, shopId);
    const { entries } = await memberEntries(database, shopId, memberId, { before: null, wordings });
    expect(entries[0]?.words.en.details[0]).toBe("Sidamo 250 g: 154 Bohnen for €154.00 (1 per €1.00)");
  });

  it("says in the history what a refund took back, and what was kept", async () => {
    const { database, shopId } = await openShop(kind);
    const at = start + DAY;
    const refund: OrderRefund = {
      id: "r1",
      at,
      amountMinor: 5000,
      lines: [{ line: "1", quantity: 1, amountMinor: null }],
      shippingMinor: 0,
    };
    for (const refunds of [[], [refund]]) {
      const fact = {
        type: "order",
        at,
        customer: customer("7"),
        order: order("1042", 10_000, at, refunds),
      } as const;
      await applyFacts(database, shopId, [fact], at);
    }
    const { state, shopper } = await look(database, shopId, "7", at);
    const [reduced] = memberOf(state).history.entries;
    expect(reduced).toMatchObject({ kind: "order_reduced", points: -50, reason: "refund", subject: "#1042" });
    const why = await storefrontExplanation(
      database,
      { shopId, memberId: shopper?.memberId ?? "", language: null },
      reduced?.key ?? "",
    );
    expect(why?.reasons.map(({ what }) => what)).toEqual(["kept", "before", "now", "from_available"]);
    expect(why?.reasons[0]).toMatchObject({ amountMinor: 5000, ofMinor: 10_000 });
  });

  it("shows a claimed code as being made until the platform has made it, then open", async () => {
    const { database, shopId } = await openShop(kind);
    const now = start + DAY;
    await applyFacts(
      database,
      shopId,
      [{ type: "order", at: now, customer: customer("7"), order: order("1042", 12_000, now) }],
      now,
    );
    const { shopper } = await look(database, shopId, "7", now);
    const memberId = shopper?.memberId ?? "";
    const claimed = await claimReward(database, {
      shopId,
      memberId,
      rewardId: "one-off",
      points: null,
      actor: null,
      key: "k1",
      now,
    });
    if (!claimed.ok) throw new Error(claimed.message);
    const making = memberOf((await look(database, shopId, "7", now)).state);
    expect(making).toMatchObject({
      available: 50,
      codes: [{ code: claimed.code, state: "making", valueMinor: 100 }],
    });
    await confirmCode(database, { shopId, memberId, code: claimed.code, reference: null, now });
    const open = memberOf((await look(database, shopId, "7", now)).state);
    expect(open.codes).toMatchObject([{ state: "open", points: 100 }]);
    expect(open.history.entries[0]).toMatchObject({
      kind: "reward_held",
      points: -100,
      reward: { valueMinor: 100 },
    });
  });

  it("shows what has fallen due even before the worker has recorded it", async () => {
    const { database, shopId } = await openShop(kind);
    const at = start + DAY;
    const expiring = { ...clubDocument, expiry: { kind: "perLot", months: 1 } };
    await publishProgram(database, { shopId, document: expiring, effectiveAt: null, actor: "test", now: at });
    const paid = { type: "order", at, customer: customer("7"), order: order("1042", 12_000, at) } as const;
    await applyFacts(database, shopId, [paid], at);
    const soon = memberOf((await look(database, shopId, "7", at + DAY)).state);
    expect(soon.expiring?.points).toBe(150);
    const late = memberOf((await look(database, shopId, "7", at + 60 * DAY)).state);
    expect(late).toMatchObject({ available: 0, expiring: null });
  });

  it("estimates what a cart would earn with the member's own factor, and changes nothing", async () => {
    const { database, shopId } = await openShop(kind);
    const at = start + DAY;
    const paid = { type: "order", at, customer: customer("7"), order: order("1042", 20_000, at) } as const;
    await applyFacts(database, shopId, [paid], at);
    const lines = [{ product: "p1", variant: "v1", quantity: 3, totalHundredths: 4000, giftCard: false }];
    const { shopper } = await look(database, shopId, "7", at);
    const before = await database.query("SELECT count(*) AS entries FROM ledger_transaction");
    const member = await storefrontEstimate(
      database,
      { shopId, memberId: shopper?.memberId ?? null, language: null },
      lines,
      at,
    );
    expect(member).toMatchObject({ points: 50, multiplier: "1.25" });
    const visitor = { shopId, memberId: null, language: null };
    expect(await storefrontEstimate(database, visitor, lines, at)).toMatchObject({ points: 40 });
    expect(await database.query("SELECT count(*) AS entries FROM ledger_transaction")).toEqual(before);
  });

  it("pages through the history without losing or repeating an entry", async () => {
    const { database, shopId } = await openShop(kind);
    const at = start + DAY;
    for (let number = 1; number <= 30; number += 1) {
      const fact = {
        type: "order",
        at,
        customer: customer("7"),
        order: order(String(number), 1000, at),
      } as const;
      await applyFacts(database, shopId, [fact], at);
    }
    const { state, shopper } = await look(database, shopId, "7", at);
    const seen = memberOf(state).history.entries.map(({ subject }) => subject);
    let { before } = memberOf(state).history;
    while (before !== null) {
      const page = await storefrontHistory(
        database,
        { shopId, memberId: shopper?.memberId ?? "", language: null },
        before,
        at,
      );
      seen.push(...page.entries.map(({ subject }) => subject));
      before = page.before;
    }
    expect(seen).toEqual([...Array.from({ length: 30 }, (_, index) => `#${String(30 - index)}`), "join"]);
  });

  it("lets a customer join, leave and come back", async () => {
    const { database, shopId } = await openShop(kind);
    const stranger = await look(database, shopId, "9", start);
    expect(stranger.state.viewer).toEqual({ kind: "stranger", firstName: null });
    const { memberId } = await joinProgram(database, { shopId, customer: customer("9"), now: start });
    expect(memberOf((await look(database, shopId, "9", start)).state).available).toBe(30);
    await leaveProgram(database, { shopId, memberId, now: start + DAY });
    expect((await look(database, shopId, "9", start + DAY)).state.viewer.kind).toBe("stranger");
    await joinProgram(database, { shopId, customer: customer("9"), now: start + 2 * DAY });
    expect((await look(database, shopId, "9", start + 2 * DAY)).state.viewer.kind).toBe("member");
  });

  it("never shows one shop's entries to a member of another", async () => {
    const { database, shopId } = await openShop(kind);
    const other = await installed(database, "other.myshopify.com");
    const { memberId } = await joinProgram(database, { shopId, customer: customer("7"), now: start });
    const { state } = await look(database, shopId, "7", start);
    const key = memberOf(state).history.entries[0]?.key ?? "";
    expect(await storefrontExplanation(database, { shopId, memberId, language: null }, key)).not.toBeNull();
    expect(
      await storefrontExplanation(database, { shopId: other, memberId, language: null }, key),
    ).toBeNull();
    expect(
      (await storefrontHistory(database, { shopId: other, memberId, language: null }, null, start)).entries,
    ).toEqual([]);
    expect((await storefrontShopper(database, other, "7")).memberId).toBeNull();
  });
});
