import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveJourneys } from "#app/commands/journeys/save-journeys.ts";
import { askForConsents } from "#app/commands/messages/ask-for-consents.ts";
import { chooseMails } from "#app/commands/messages/choose-mails.ts";
import { shopsToAskForConsents } from "#app/db/messages/consents-to-ask.ts";
import { readConsents } from "#app/db/messages/consents.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { type ConsentWord, standingConsent } from "#app/domain/messages/consent.ts";
import { answerQuestions } from "#app/jobs/questions/answer-questions.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { STORE } from "#tests/support/ecwid-bench.ts";
import { at, join, journey, mail } from "#tests/support/journey-story.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { EcwidShop } from "./ecwid-shop.ts";
import { JourneyShop } from "./journey-shop.ts";
import { customer, DAY, PlainShop, START } from "./plain-shop.ts";
import { ShopifyShop } from "./shopify-shop.ts";

const newsletter = {
  earning: {
    rules: [
      { id: "sub", kind: "activity", activity: "newsletter_subscribed", points: 30 },
      { id: "unsub", kind: "activity", activity: "newsletter_unsubscribed", points: -20 },
    ],
  },
};

const HOUR = DAY / 24;
type Said = Pick<ConsentWord, "granted" | "recordOf"> & { readonly hour: number };

function consentOf(id: string, { granted, hour, recordOf }: Said): ShopFact {
  const said = { channel: "email", granted, at: START + hour * HOUR, recordOf } as const;
  return { type: "consent", at: START, customer: { id, email: null }, consents: [said] };
}

describe.each(databaseKinds)("what shops tell of consent, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const marketing = async (shop: { shopId: number }, memberId: string, on: TestDatabase = opened) =>
    (await readConsents(on.database, shop.shopId, memberId, "email")).marketing;

  it("stands the same in whatever order and however often it is told", async () => {
    const shop = await PlainShop.open(opened.database);
    const told = fc.record({
      granted: fc.boolean(),
      hour: fc.integer({ min: -5, max: 0 }),
      recordOf: fc.constantFrom(null, "7"),
    });
    const histories = fc
      .array(told, { minLength: 2, maxLength: 6 })
      .chain((words) =>
        fc.tuple(
          fc.constant(words),
          fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 }),
        ),
      );
    for (const [words, shuffled] of fc.sample(histories, { seed: 7, numRuns: 6 })) {
      const id = randomUUID();
      await shop.tell([{ type: "customer", at: START, customer: customer(id), joined: true }]);
      for (const said of shuffled) await shop.deliver([consentOf(id, said)]);
      await shop.settle();
      const stands = standingConsent(
        words.map(({ hour, ...said }) => ({ ...said, at: START + hour * HOUR })),
      );
      expect(await marketing(shop, await shop.memberId(id))).toBe(stands);
    }
  });

  it("yields to a later word on our own page, and comes back with a newer decision only", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    await shop.tell([{ type: "customer", at: START, customer: customer("anna"), joined: true }]);
    const memberId = await shop.memberId("anna");
    const own = (granted: boolean, hour: number) =>
      chooseMails(database, {
        ...{ shopId, memberId, wanted: { marketing: granted }, source: "preferences", wording: "News" },
        now: START + hour * HOUR,
      });
    const standing = () => marketing(shop, memberId);
    await shop.tell([consentOf("anna", { granted: true, hour: -9, recordOf: null })]);
    expect(await standing()).toBe(true);
    await own(false, -5);
    await shop.tell([consentOf("anna", { granted: true, hour: -7, recordOf: null })]);
    await shop.tell([consentOf("anna", { granted: true, hour: -1, recordOf: "anna" })]);
    expect(await standing()).toBe(false);
    await shop.tell([consentOf("anna", { granted: true, hour: -1, recordOf: null })]);
    expect(await standing()).toBe(true);
    const words = await rowsOf(
      database,
      "SELECT source, granted, wording, record_of FROM message_consent WHERE shop_id = $1 ORDER BY at, consent_id",
      [shopId],
    );
    expect(words).toEqual([
      { source: "shop", granted: true, wording: null, record_of: null },
      { source: "shop", granted: true, wording: null, record_of: null },
      { source: "preferences", granted: false, wording: "News", record_of: null },
      { source: "shop", granted: true, wording: null, record_of: "anna" },
      { source: "shop", granted: true, wording: null, record_of: null },
    ]);
  });

  it("is subscribing and unsubscribing, each counted once, and triggers what waits for it", async () => {
    const live = await JourneyShop.open(opened, {
      program: newsletter,
      segments: {},
      journeys: [journey("off", { on: "unsubscribed" }, { purpose: "service", steps: [mail("off")] })],
    });
    const { shop } = live;
    await live.tell(join(at("2026-01-06"), { id: "m7", email: "m7@example.com" }));
    const now = Date.parse(at("2026-01-07"));
    const hours = (now - START) / HOUR;
    const tell = async (granted: boolean, hour: number) => {
      for (let time = 0; time < 2; time += 1)
        await shop.tell(
          [consentOf("m7", { granted, hour: hours + hour, recordOf: null })],
          now + hour * HOUR,
        );
    };
    await tell(true, 1);
    expect(await shop.member("m7")).toMatchObject({ available: 30 });
    await tell(false, 2);
    expect(await shop.member("m7")).toMatchObject({ available: 10 });
    await tell(true, 1.5);
    expect(await shop.member("m7")).toMatchObject({ available: 10 });
    expect(await live.messages()).toEqual([expect.stringContaining("m7 off 0 email off")]);
  });

  it("follows whom it is about into a merge, stands in their record, and goes with an erasure", async () => {
    const shop = await PlainShop.open(opened.database);
    const { database, shopId } = shop;
    const yes = { granted: true, hour: -1, recordOf: null };
    for (const id of ["anna", "ben"])
      await shop.tell([{ type: "customer", at: START, customer: customer(id), joined: true }]);
    await shop.tell([consentOf("anna", yes), consentOf("nobody", yes)]);
    expect((await shop.inboxStates()).at(-1)).toMatchObject({
      state: "done",
      reason: "the customer is no member",
    });
    await shop.tell([
      { type: "customers_merged", at: START, keptCustomerId: "ben", endedCustomerId: "anna" },
    ]);
    const memberId = await shop.memberId("ben");
    expect(await marketing(shop, memberId)).toBe(true);
    expect(await memberRecord(database, shopId, memberId)).toMatchObject({
      consents: [{ channel: "email", granted: true, source: "shop" }],
    });
    await shop.tell([
      { type: "customer_redacted", at: START, customer: { id: "ben", email: null } },
      consentOf("ben", { ...yes, hour: 1 }),
    ]);
    expect(await rowsOf(database, "SELECT 1 FROM message_consent WHERE shop_id = $1", [shopId])).toEqual([]);
  });

  it("comes of Shopify's own topics, for mails and for text messages", async () => {
    const shop = await ShopifyShop.open(kind, [], newsletter);
    const { customerId } = await shop.control.createCustomer({ shop: SHOP, email: "anna@example.com" });
    await shop.control.setMarketing({ shop: SHOP, customerId, state: "subscribed" });
    await shop.control.setMarketing({ shop: SHOP, customerId, channel: "sms", state: "pending" });
    await shop.hear();
    const member = await shop.member(customerId);
    expect(member.available).toBe(30);
    const consents = (channel: "email" | "sms") =>
      readConsents(shop.database, shop.shopId, member.member_id, channel);
    expect(await consents("email")).toEqual({ marketing: true, service: null });
    expect(await consents("sms")).toEqual({ marketing: false, service: null });
    await shop.control.setMarketing({ shop: SHOP, customerId, state: "unsubscribed" });
    await shop.hear();
    expect(await consents("email")).toEqual({ marketing: false, service: null });
    expect((await shop.member(customerId)).available).toBe(10);
    await shop.close();
  });

  it("comes of Ecwid's customers and of what is ticked at its checkout", async () => {
    const shop = await EcwidShop.open(kind, newsletter);
    const store = STORE;
    const lines = [{ title: "Coffee", price: "50.00" }];
    const { customerId } = await shop.control.createCustomer({
      ...{ store, email: "anna@example.com", acceptMarketing: false },
    });
    await shop.control.placeOrder({ store, customerId, lines });
    await shop.hear();
    const { member_id: memberId } = await shop.member(customerId);
    const standing = async () =>
      (await readConsents(shop.database, shop.shopId, memberId, "email")).marketing;
    expect(await standing()).not.toBe(true);
    const later = Date.now() + 2_000;
    await shop.control.placeOrder({ store, customerId, lines, acceptMarketing: true, at: later });
    await shop.hear();
    expect(await standing()).toBe(true);
    await chooseMails(shop.database, {
      ...{ shopId: shop.shopId, memberId, wanted: { marketing: false } },
      ...{ source: "one_click", wording: null, now: later + 2_000 },
    });
    await shop.control.updateCustomer({ store, customerId, name: "Anna Neu", at: later + 5_000 });
    await shop.hear();
    expect(await standing()).toBe(false);
    for (const acceptMarketing of [false, true]) {
      const changedAt = later + (acceptMarketing ? 9_000 : 7_000);
      await shop.control.updateCustomer({ store, customerId, acceptMarketing, at: changedAt });
      await shop.hear();
      expect(await standing()).toBe(acceptMarketing);
    }
    await shop.close();
  });

  it.each([
    [
      "Shopify",
      async () => {
        const shop = await ShopifyShop.open(kind, []);
        const { customerId } = await shop.control.createCustomer({ shop: SHOP, email: "anna@example.com" });
        await shop.control.setMarketing({ shop: SHOP, customerId, state: "subscribed", deliver: false });
        await shop.hear();
        return { shop, customerId };
      },
    ],
    [
      "Ecwid",
      async () => {
        const shop = await EcwidShop.open(kind);
        const agreed = { store: STORE, email: "anna@example.com", acceptMarketing: true, deliver: false };
        const { customerId } = await shop.control.createCustomer(agreed);
        const lines = [{ title: "Coffee", price: "50.00" }];
        await shop.control.placeOrder({ store: STORE, customerId, lines });
        await shop.hear();
        return { shop, customerId };
      },
    ],
  ])("given before we were there is asked for once, at %s", async (_, open) => {
    const { shop, customerId } = await open();
    const { database, shopId, platform } = shop;
    const { member_id: memberId } = await shop.member(customerId);
    expect((await readConsents(database, shopId, memberId, "email")).marketing).toBe(null);
    expect(await shopsToAskForConsents(database)).toEqual([]);
    const hello = { ...journey("hello", { on: "joined" }, { steps: [mail("welcome")] }), enabled: true };
    const saved = await saveJourneys(database, { shopId, document: [hello], actor: "test", now: Date.now() });
    expect(saved).toEqual({ ok: true });
    expect(await shopsToAskForConsents(database)).toEqual([shopId]);
    await askForConsents(database, shopId, Date.now());
    expect(await shopsToAskForConsents(database)).toEqual([]);
    await answerQuestions({ database, findPlatform: () => platform, now: Date.now }, shopId);
    expect(await rowsOf(database, "SELECT 1 FROM shop_question WHERE shop_id = $1", [shopId])).toEqual([]);
    await shop.hear();
    expect((await readConsents(database, shopId, memberId, "email")).marketing).toBe(true);
    await shop.close();
  });
});
