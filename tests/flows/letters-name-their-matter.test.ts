import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepOwedNotices } from "#app/commands/journeys/keep-owed-notices.ts";
import { confirmCode } from "#app/commands/codes/confirm-code.ts";
import { readMessage } from "#app/db/messages/message-rows.ts";
import { readRecipient } from "#app/db/messages/recipients.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { assert } from "#app/domain/assert.ts";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
import { READY_MADE_JOURNEYS, readyMadeDocument } from "#app/domain/journeys/offered/ready-made.ts";
import { renderLetter } from "#app/messages/letter/render-letter.ts";
import { letterToBe } from "#app/queries/messages/letter-facts.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { at, join, journey, line, mail, order, returned } from "#tests/support/journey-story.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { JourneyShop } from "./journey-shop.ts";

const program = {
  expiry: { kind: "perLot", months: 2 },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 1 },
    graceDays: 10,
    levels: [
      { id: "bronze", from: "0", name: "Bronze" },
      { id: "gold", from: "200.00", name: "Gold" },
    ],
  },
  rewards: [
    { id: "ten", kind: "amountOff", value: "10.00", cost: 100, name: "Ten off" },
    { id: "gift", kind: "amountOff", value: "5.00", cost: 90_000, validDays: 10 },
  ],
  challenges: [
    {
      id: "card",
      every: "year",
      name: "Coffee card",
      goal: { count: "purchases", atLeast: 3 },
      give: { points: 1 },
    },
  ],
  memberships: [{ id: "vip", products: ["vip"], months: 1, graceDays: 3, benefits: {} }],
};

/** The code that ends was given by another journey than the one that writes of it. */
const giving = journey(
  "giving",
  { on: "date", at: at("2026-01-08") },
  { steps: [{ give: { reward: "gift" } }] },
);
/** The notices that are owed come on by themselves. */
const offered = READY_MADE_JOURNEYS.filter((id) => !isOwedNotice(id)).map((id) => ({
  ...readyMadeDocument(id),
  purpose: "service",
}));
const links = { shop: null, preferences: "https://x.example/p", unsubscribe: "https://x.example/u" };

describe.each(databaseKinds)("a letter of a journey, on the %s database", (kind) => {
  let opened: TestDatabase;
  let live: JourneyShop;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const own = journey("lost", { on: "tier_lost" }, { purpose: "service", steps: [mail("tier-lost")] });
    live = await JourneyShop.open(opened, { program, segments: {}, journeys: [...offered, giving, own] });
    await keepOwedNotices(live.shop.database, live.shop.shopId, Date.parse(at("2026-01-05")));
    const member = { id: "m1", email: "m1@example.com" };
    await live.tell(join(at("2026-01-06"), member));
    await live.tell(order("o1", at("2026-01-07"), { member, price: "250.00" }));
    await live.tell(order("o2", at("2026-01-09"), { member, price: "40.00" }));
    await confirmGiven();
    await live.tell(order("o3", at("2026-01-10"), { member, price: "10.00", product: "vip" }));
    await live.tell(line("consent", at("2026-01-11"), { email: true }));
    await live.tell(line("consent", at("2026-01-12"), { email: false }));
    const other = { id: "m2", email: "m2@example.com" };
    await live.tell(join(at("2026-01-13"), other));
    await live.tell(order("o4", at("2026-01-14"), { member: other, price: "170.00" }));
    const refunds = [returned(at("2026-01-20"), "r1")];
    await live.tell(
      order("o2", at("2026-01-09"), {
        member,
        price: "40.00",
        told: at("2026-01-20"),
        more: { refunds, updatedAt: at("2026-01-20") },
      }),
    );
    await live.workUntil(Date.parse(at("2027-01-07")));
  });
  afterAll(() => opened.drop());

  /** The shop has made the code. */
  async function confirmGiven(): Promise<void> {
    const { database, shopId } = live.shop;
    const memberId = await live.shop.memberId("m1");
    const codes = "SELECT code FROM reward_code WHERE shop_id = $1 AND state = 'held'";
    for (const { code } of await rowsOf<{ code: string }>(database, codes, [shopId])) {
      const now = Date.parse(at("2026-01-09", "12:00"));
      expect(await confirmCode(database, { shopId, memberId, code, reference: code, now })).toEqual({
        ok: true,
      });
    }
  }

  it("welcome goes on two and five days later", async () => {
    const { database, shopId } = live.shop;
    const rows = await rowsOf<{ template: string }>(
      database,
      `SELECT template FROM message WHERE shop_id = $1 AND journey_id = 'welcome' AND member_id =
         (SELECT member_id FROM member WHERE shop_id = $1 AND customer_id = 'm1') ORDER BY due_at`,
      [shopId],
    );
    expect(rows.map(({ template }) => template)).toEqual(["welcome", "welcome-guide", "welcome-quick-win"]);
  });

  it.each([
    ["points-earned", { points: 250 }, "250"],
    ["reward-in-reach", { rewardId: "ten" }, "Ten off"],
    ["tier-reached", { levelId: "gold" }, "Gold"],
    ["tier-in-grace", { levelId: "gold", endsAt: expect.any(Number) as number }, "Gold"],
    ["tier-lost", { levelId: "gold" }, "Gold"],
    ["points-expiring-30", { points: 250, endsAt: Date.parse(at("2026-03-08", "00:00")) }, "250"],
    ["code-expiring", { code: expect.any(String) as string, endsAt: expect.any(Number) as number }, "valid"],
    ["return-explained", { points: 11 }, "11"],
    ["tier-near", { levelId: "gold" }, "Gold"],
    ["challenge-near", { challengeId: "card" }, "Coffee card"],
    ["challenge-done", { challengeId: "card" }, "Coffee card"],
    ["membership-ending", { endsAt: Date.parse(at("2026-02-11", "00:00")) }, "It holds until"],
    ["big-basket", {}, "big order"],
    ["unsubscribed", {}, "newsletter"],
    ["anniversary", {}, "another year"],
    ["welcome", {}, "Welcome"],
  ])("%s names what it is about", async (journeyId, about, word) => {
    const { database, shopId } = live.shop;
    const rows = await rowsOf<{ message_id: string }>(
      database,
      "SELECT message_id FROM message WHERE shop_id = $1 AND journey_id = $2 ORDER BY written_at LIMIT 1",
      [shopId, journeyId],
    );
    const [row] = rows;
    assert(row !== undefined, `${journeyId} was written`);
    const message = await readMessage(database, shopId, row.message_id);
    const shop = await readShop(database, shopId);
    assert(message !== null && shop !== null, "the message is kept");
    expect(message.about).toEqual(about);
    const recipient = await readRecipient(database, shopId, String(message.member_id));
    assert(recipient !== null, "whom it is written to is there");
    const toBe = await letterToBe(database, shop, { message, recipient }, message.due_at);
    assert(toBe !== null, "there is something to tell");
    const facts = { ...toBe.facts, language: "en" };
    const letter = await renderLetter(message.template, facts, links);
    assert(letter !== null, "there is such a letter");
    const told = `${letter.subject}\n${letter.text}`;
    expect(told).toContain(word);
    if (message.about.code !== undefined) expect(told).toContain(message.about.code);
  });
});
