import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startReview } from "#app/commands/program-review/start-review.ts";
import { saveDraft } from "#app/commands/program/save-draft.ts";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import { assert } from "#app/domain/assert.ts";
import { READY_MADE_DOCUMENT } from "#app/domain/customers/segments/shop-segments.ts";
import { advanceMember } from "#app/domain/engine.ts";
import type { ShopFact } from "#app/domain/event.ts";
import type { ReviewResult } from "#app/domain/program-review/review-result.ts";
import { tellEngineInParts } from "#app/domain/replay/tell-engine.ts";
import { advanceReview } from "#app/jobs/program-review/review-programs.ts";
import { adminReview } from "#app/queries/program-review/admin-review.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { startReplay } from "./both-books.ts";
import { customer, DAY, orderFact, orderLine, PlainShop, refund, START } from "./plain-shop.ts";

const NOW = START + 330 * DAY;
const BY = { actor: "shopify:user:1", now: NOW };

function programFor(...segments: readonly string[]) {
  return {
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: {
      rules: [
        { id: "spend", kind: "spend", points: 1, per: "1.00" },
        ...segments.map((id) => ({
          ...{ id: `for-${id}`, kind: "order", points: 1_000, member: { segments: [id] } },
        })),
      ],
    },
    rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 500 }],
    challenges: [
      {
        ...{ id: "each", every: "month", goal: { count: "purchases", atLeast: 1 } },
        ...{ give: { points: 7 }, member: { segments } },
      },
    ],
  };
}

interface Bought {
  readonly who: string;
  readonly day: number;
  readonly euros: number;
  /** Days after which half of it came back; null: it was kept. */
  readonly backAfter: number | null;
}

const histories = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 11 }).map((number) => `c${String(number)}`),
    day: fc.integer({ min: 0, max: 300 }),
    euros: fc.integer({ min: 1, max: 20 }).map((tens) => tens * 10),
    backAfter: fc.constantFrom(null, null, 3, 40),
  }),
  { minLength: 30, maxLength: 50 },
);

describe.each(databaseKinds)("a dry run of rules that ask for segments, on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function seen(shop: PlainShop) {
    const known = await adminShop(shop.database, "shopify", shop.shopKey);
    assert(known !== null, "the shop is known");
    return adminReview(shop.database, known);
  }

  async function draft({ database, shopId }: PlainShop, document: unknown): Promise<void> {
    const text = JSON.stringify(document);
    const base = { expectedRevision: null, baseVersion: null };
    const saved = await saveDraft(database, { shopId, text, ...base, ...BY });
    assert(saved.ok, "the draft is saved");
  }

  async function dryRun(shop: PlainShop): Promise<ReviewResult> {
    const { database, shopId } = shop;
    expect(await startReview(database, { shopId, ...BY })).toEqual({ ok: true });
    await advanceReview({ database, now: () => NOW }, shopId);
    const { result } = await seen(shop);
    assert(result !== null, "the dry run is done");
    return result;
  }

  it("gives exactly what a replay of the same history gives, whatever the lists of last night say", async () => {
    const document = programFor("new", "dormant", "inactive");
    let forSegments = 0;
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const live = await PlainShop.open(opened.database);
        await live.tell(
          told(history).map(({ fact }) => fact),
          NOW,
        );
        const { database, shopId } = live;
        await database.query("UPDATE member SET segments = '{dormant,new,inactive}' WHERE shop_id = $1", [
          shopId,
        ]);
        await draft(live, document);
        const { after, orders } = await dryRun(live);
        const replayed = replay(document, history);
        expect({ orders, ...after }).toMatchObject({ orders: history.length, ...replayed });
        if (replayed.earned > 10_000) forSegments += 1;
      }),
      { numRuns: 3 },
    );
    expect(forSegments).toBeGreaterThan(0);
  });

  it("asks what is found among all customers by the last scoring, and nobody is in it before the first", async () => {
    const shop = await PlainShop.open(opened.database);
    const names = Array.from({ length: 10 }, (_, index) => `c${String(index)}`);
    await shop.tell(
      names.map((name, index) => {
        const paidAt = NOW - (100 + index) * DAY;
        const euros = (10 - index) * 10;
        const lines = [{ ...orderLine("1", euros), costMinor: euros * 60 }];
        return orderFact(name, customer(name), { euros, lines, placedAt: paidAt, paidAt });
      }),
      NOW,
    );
    const again = { placedAt: NOW - DAY, paidAt: NOW - DAY, euros: 1 };
    await shop.tell(
      [orderFact("more", customer("c0"), again), orderFact("less", customer("c9"), again)],
      NOW,
    );
    await draft(shop, programFor("premium"));
    expect((await dryRun(shop)).after.earned).toBe(552);
    await scoreCustomers(shop.database, shop.shopId, () => NOW);
    expect((await dryRun(shop)).after.earned).toBe(552 + 1_000 + 7);
    const { standing, groups } = await seen(shop);
    expect(standing).toEqual({ scoredAt: NOW });
    // All of them, as no model is fitted on ten: what remains is what their unit costs say, and what they would be given.
    const cheap = { predictedMinor: null, marginMinor: 22_000, costedMinor: 55_000 };
    const givenMinor = Math.round((1_559 * 365) / 109);
    expect(groups[0]).toEqual({ id: "*", name: null, customers: 10, ...cheap, givenMinor });
    expect(groups.find(({ id }) => id === "premium")).toMatchObject({ customers: 2, marginMinor: 7_600 });
  });
});

/** A history as it is told: each order as it is paid, and again as half of it comes back. */
function told(history: readonly Bought[]): { readonly at: number; readonly fact: ShopFact }[] {
  const facts = history.flatMap(({ who, day, euros, backAfter }, index) => {
    const paidAt = START + day * DAY + index * 60_000;
    const stateAt = (at: number, refunds: ReturnType<typeof refund>[]) => ({
      at,
      fact: orderFact(
        `o${String(index)}`,
        customer(who),
        { euros, placedAt: paidAt, paidAt, updatedAt: at, refunds },
        at,
      ),
    });
    if (backAfter === null) return [stateAt(paidAt, [])];
    const backAt = paidAt + backAfter * DAY;
    return [stateAt(paidAt, []), stateAt(backAt, [refund("r", euros / 2, backAt)])];
  });
  return facts.sort((a, b) => a.at - b.at);
}

function replay(document: unknown, history: readonly Bought[]) {
  const { books, people, asker } = startReplay(document, READY_MADE_DOCUMENT);
  for (const { at, fact } of told(history)) {
    for (const transaction of books.journal.transactions.splice(0)) asker.add(transaction);
    asker.tell({ type: "fact", at, fact, person: null, seen: null, cart: null });
    tellEngineInParts(books, people, fact, at);
  }
  let [earned, outstanding] = [0, 0];
  for (const { id } of books.members.values()) {
    advanceMember(books, id, NOW);
    const balance = books.members.get(id)?.balance;
    assert(balance !== undefined, "who is advanced is there");
    earned += balance.earned;
    outstanding += balance.available + balance.pending - balance.debt;
  }
  return { earned, outstanding };
}
