import { describe, expect, test } from "vitest";
import { NO_SEGMENTS } from "../customers/segments/segments.ts";
import { parseProgram } from "../program/document/parse-program.ts";
import type { Program } from "../program/program.ts";
import { imaginedOrder } from "../earning/orders/imagined-order.ts";
import type { OrderState } from "../event.ts";
import type { ReviewFinding } from "./finding.ts";
import { reviewPeople } from "./review-people.ts";
import { reviewResult } from "./review-result.ts";
import { emptyTally } from "./review-tally.ts";
import type { ReviewedPerson } from "./tell-past.ts";

const ASKED = { segments: NO_SEGMENTS, standing: null };
const DAY = 86_400_000;
const NOW = Date.parse("2026-06-01T12:00:00+02:00");

function program(more: Record<string, unknown>): Program {
  const head = { format: "regulars.program/1", name: "Club", currency: "EUR", timezone: "Europe/Berlin" };
  const parsed = parseProgram({ ...head, earning: { rules: [SPEND] }, ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.program;
}

const SPEND = { id: "spend", kind: "spend", points: 1, per: "1.00" };
const FIVE_OFF = { id: "five", kind: "amountOff", value: "5.00", cost: 500 };

/** 60 customers, each with a year of two orders of 40 € with shipping, half a year apart; half of the goods on sale. */
function people(): ReviewedPerson[] {
  return Array.from({ length: 60 }, (_, index) => {
    const id = String(index + 1);
    return {
      ...{
        id,
        memberId: id,
        email: `p${id}@example.org`,
        birthday: null,
        customerId: id,
        earlier: [],
        objects: false,
        listedIn: [],
        joinedAt: null,
        excludedByHand: false,
      },
      tags: index < 3 ? ["staff"] : [],
      orders: [order(`${id}-1`, 350), order(`${id}-2`, 170)],
    };
  });
}

function order(id: string, daysAgo: number): OrderState {
  const line = (lineId: string, tags: readonly string[]) => ({
    ...{ id: lineId, product: "p", variant: null, quantity: 1, unitPriceMinor: 2_000, discountMinor: 0 },
    ...{ taxMinor: 0, giftCard: false, tags, collections: [], vendor: "", kind: "" },
  });
  const lines = [line("1", []), line("2", ["sale"])];
  return { ...imaginedOrder(id, lines, "EUR", NOW - daysAgo * DAY), shippingMinor: 490 };
}

function found(more: Record<string, unknown>): readonly ReviewFinding[] {
  const after = program(more);
  const tally = emptyTally();
  reviewPeople(tally, { before: null, after, ...ASKED }, people(), NOW);
  return reviewResult({ before: null, after }, tally, NOW).findings;
}

const rules = (...list: unknown[]) => ({ earning: { rules: list } });
const of = (id: string, kind = "rule") => ({ kind, id });
const tiers = (from: string) => ({
  tiers: {
    levels: [
      { id: "all", name: "All", from: "0" },
      { id: "top", name: "Top", from },
    ],
  },
});

describe("a dry run finds", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>[]]>([
    ["nothing where there is nothing", { rewards: [FIVE_OFF] }, []],
    [
      "a threshold hardly anybody reaches, and one that many would",
      tiers("500.00"),
      [
        {
          kind: "level_out_of_reach",
          levelId: "top",
          reached: 0,
          people: 60,
          within: null,
          reachableFrom: 8_000,
        },
      ],
    ],
    ["nothing in a threshold that is reached", tiers("80.00"), []],
    [
      "points that expire before the next purchase",
      { expiry: { kind: "perLot", months: 3 } },
      [{ kind: "expiry_before_next_purchase", expiryDays: 90, medianDays: 180, purchases: 60 }],
    ],
    ["nothing in points that outlast it", { expiry: { kind: "perLot", months: 12 } }, []],
    [
      "goods that shoppers are not told of",
      rules(SPEND, { id: "sale", kind: "item", points: 5, lines: { tags: ["sale"] } }),
      [{ kind: "goods_untold", of: of("sale"), orders: 120 }],
    ],
    [
      "nothing where a name tells",
      rules(SPEND, { id: "sale", kind: "item", name: "On sale goods", points: 5, lines: { tags: ["sale"] } }),
      [],
    ],
    [
      "people who are not told that they are meant",
      rules(SPEND, { id: "team", kind: "order", points: 5, member: { tags: ["staff"] } }),
      [{ kind: "people_untold", of: of("team"), orders: 6 }],
    ],
    [
      "a rule that nothing reports, whether it gives or takes",
      rules(SPEND, { id: "bye", kind: "activity", activity: "wrong_answer", points: -20 }),
      [{ kind: "without_source", of: of("bye"), activity: "wrong_answer" }],
    ],
    [
      "money rewards that give less for the same points",
      { rewards: [FIVE_OFF, { id: "two", kind: "amountOff", value: "2.00", cost: 500 }] },
      [{ kind: "reward_overpriced", of: of("two", "reward"), priceMinor: 500, worthMinor: 200, by: "value" }],
    ],
    [
      "a percentage that is worth less on the average order",
      { rewards: [FIVE_OFF, { id: "ten", kind: "percentOff", percent: 5, cost: 500 }] },
      [
        {
          kind: "reward_overpriced",
          of: of("ten", "reward"),
          worthMinor: 200,
          by: "average_order",
          averageMinor: 4_000,
        },
      ],
    ],
    [
      "free shipping that costs more than shipping",
      { rewards: [FIVE_OFF, { id: "ship", kind: "freeShipping", cost: 1_000 }] },
      [{ kind: "reward_overpriced", of: of("ship", "reward"), priceMinor: 1_000, worthMinor: 490 }],
    ],
    [
      "what an exception keeps from earning",
      rules({ ...SPEND, name: "Everything else", lines: { not: { tags: ["sale"] } } }),
      [{ kind: "exclusion_hidden", of: of("spend"), exceptMinor: 240_000, goodsMinor: 480_000 }],
    ],
    [
      "people who are excluded",
      { earning: { rules: [SPEND], exclude: { customerTags: ["staff"] } } },
      [{ kind: "people_excluded", excluded: 3, people: 60 }],
    ],
    [
      "what is over",
      rules(SPEND, { id: "old", kind: "order", points: 5, when: { to: "2026-01-01T00:00:00+01:00" } }),
      [{ kind: "over", of: of("old") }],
    ],
    [
      "a rule that held for no order",
      rules(SPEND, { id: "typo", kind: "order", points: 5, order: { discountCodes: ["TYPO"] } }),
      [{ kind: "never_applied", of: of("typo"), orders: 120 }],
    ],
    [
      "a base rule that another always goes before",
      rules({ ...SPEND, priority: 5 }, { id: "second", kind: "spend", points: 2, per: "1.00" }),
      [{ kind: "always_behind", of: of("second"), byRuleId: "spend", lines: 240 }],
    ],
    [
      "two base rules for the same goods, where nothing says which goes first",
      rules(
        { id: "sale", name: "Sale", kind: "spend", points: 2, per: "1.00", lines: { tags: ["sale"] } },
        SPEND,
      ),
      [{ kind: "often_behind", of: of("spend"), byRuleId: "sale", lines: 120 }],
    ],
    [
      "two bonus rules that add up",
      rules(
        SPEND,
        { id: "one", kind: "spend", stack: "bonus", points: 1, per: "1.00" },
        { id: "two", kind: "spend", stack: "bonus", points: 1, per: "1.00" },
      ),
      [{ kind: "add_up", of: of("one"), withRuleId: "two", lines: 240 }],
    ],
  ])("%s", (_title, more, expected) => {
    expect(found(more)).toEqual(expected.map((one) => expect.objectContaining(one) as unknown));
  });

  test("half a year of orders judges a threshold of a year by half of it, and a month not at all", () => {
    const after = program(tiers("500.00"));
    const tally = emptyTally();
    const lately = people().map((person) => ({ ...person, orders: person.orders.slice(1) }));
    reviewPeople(tally, { before: null, after, ...ASKED }, lately, NOW);
    const findings = (now: number) => reviewResult({ before: null, after }, tally, now).findings;
    const within = { days: 170, from: 23_288 };
    expect(findings(NOW)).toMatchObject([{ levelId: "top", reached: 0, within, reachableFrom: 8_500 }]);
    expect(findings(NOW - 140 * DAY)).toEqual([]);
  });
});

test("rewards that a challenge gives are counted with those of tiers", () => {
  const goal = { count: "purchases", atLeast: 1 };
  const challenges = [{ id: "each", every: "year", goal, give: { reward: "five" } }];
  const after = program({ challenges, rewards: [FIVE_OFF] });
  const tally = emptyTally();
  reviewPeople(tally, { before: null, after, ...ASKED }, people(), NOW);
  const { gifts } = reviewResult({ before: null, after }, tally, NOW).after;
  expect(gifts).toEqual([{ rewardId: "five", count: expect.any(Number) }]);
  expect(gifts[0]?.count).toBeGreaterThanOrEqual(60);
});

test("it comes to the same in whatever parts the customers are looked at", () => {
  const after = program({ ...tiers("80.00"), rewards: [FIVE_OFF] });
  const before = program({});
  const [whole, parts] = [emptyTally(), emptyTally()];
  reviewPeople(whole, { before, after, ...ASKED }, people(), NOW);
  for (const person of people()) reviewPeople(parts, { before, after, ...ASKED }, [person], NOW);
  expect(parts).toEqual(whole);
});
