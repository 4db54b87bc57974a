import { describe, expect, test } from "vitest";
import { parseProgram } from "../program/parse-program.ts";
import type { Explanation } from "./explanation.ts";
import { renderExplanation } from "./render-explanation.ts";

const parsed = parseProgram({
  format: "regulars.program/1",
  name: "Kiezcafé Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  pointsName: { one: "Bohne", other: "Bohnen" },
  earning: {
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "mugs", kind: "item", points: 25 },
    ],
  },
  tiers: { levels: [{ id: "silver", name: "Silber", from: "0" }] },
  rewards: [{ id: "five-off", name: "5 € Rabatt", kind: "amountOff", value: "5.00", cost: 500 }],
});

/** Intl writes blanks that do not break; the tables below are written with ordinary ones. */
function render(why: Explanation, language: "en" | "de") {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { title, details } = renderExplanation(why, parsed.program, language);
  return [title, ...details].map((text) => text.replaceAll("\u00a0", " "));
}

const earned: Explanation = {
  kind: "order_earned",
  orderId: "1001",
  orderName: "#1001",
  lines: [
    {
      lineId: "1",
      basisMinor: 4010,
      rate: "1/100",
      multiplier: "5/4",
      rules: [
        { ruleId: "spend", points: 50 },
        { ruleId: "mugs", points: 25 },
      ],
    },
    { lineId: "2", basisMinor: 0, rate: "", multiplier: "1", rules: [] },
  ],
  orderRules: [{ ruleId: "first", points: 1 }],
  exactPoints: "6101/80",
  points: 76,
  tierId: "silver",
  cutBy: ["cap"],
  availableAt: Date.UTC(2026, 0, 19, 9),
  expiresAt: Date.UTC(2027, 0, 31, 23),
};

const reduced: Explanation = {
  kind: "order_reduced",
  orderId: "1001",
  orderName: null,
  reason: "refund",
  keptBasisMinor: 750,
  fullBasisMinor: 1500,
  target: 7,
  before: 15,
  fromPending: 0,
  fromLot: 5,
  fromOtherLots: 0,
  toDebt: 3,
  writtenOff: 0,
};

describe("why an entry was posted", () => {
  test("an order's points are told line by line, with rate, multiplier, rounding, limits and dates", () => {
    expect(render(earned, "en")).toEqual([
      "Order #1001: 76 Bohnen",
      "spend: 50 Bohnen for €40.10 on line 1, 1 per €1.00 × 5/4",
      "mugs: 25 Bohnen for line 1, 25 each",
      "first: 1 Bohne for the order",
      "Exactly 6101/80 points, rounded down once for the whole order",
      'Cut to what the limit "cap" left',
      "Judged as Silber",
      "Can be spent from 19 January 2026",
      "Valid until 31 January 2027",
    ]);
    expect(render(earned, "de")).toEqual([
      "Bestellung #1001: 76 Bohnen",
      "spend: 50 Bohnen für 40,10 € in Position 1, 1 je 1,00 € × 5/4",
      "mugs: 25 Bohnen für Position 1, 25 je Stück",
      "first: 1 Bohne für die Bestellung",
      "Genau 6101/80 Punkte, für die ganze Bestellung einmal abgerundet",
      "Gekürzt auf das, was die Grenze „cap“ noch zuließ",
      "Berechnet mit Status Silber",
      "Einlösbar ab 19. Januar 2026",
      "Gültig bis 31. Januar 2027",
    ]);
  });

  test("what a return took is told with what was kept and where it was taken from", () => {
    expect(render(reduced, "en")).toEqual([
      "Order 1001 came back in part or whole, so 8 Bohnen of its 15 went back too",
      "€7.50 of €15.00 was kept, which earns 7 Bohnen",
      "5 Bohnen from what was left of this order's points",
      "Already spent, so taken from the next points: 3 Bohnen",
    ]);
    expect(render(reduced, "de")).toEqual([
      "Bestellung 1001 ging ganz oder teilweise zurück, mit ihr 8 Bohnen von 15",
      "Behalten: 7,50 € von 15,00 €, das bringt 7 Bohnen",
      "5 Bohnen aus dem Rest der Punkte dieser Bestellung",
      "Schon eingelöst und mit den nächsten verrechnet: 3 Bohnen",
    ]);
  });

  const activity = { kind: "activity", key: null, rules: [], cutBy: [], expiresAt: null } as const;
  const code = { code: "C1", rewardId: "five-off", points: 500 };
  test.each<[Explanation, string, string]>([
    [
      { kind: "order_restored", orderId: "1", orderName: null, reason: "uncancelled", target: 5, before: 0 },
      "Order 1 was reopened, so it earns 5 Bohnen instead of 0",
      "Bestellung 1 ist wieder offen und bringt nun 5 Bohnen statt 0",
    ],
    [
      { ...activity, activity: "link_click", points: 5, wanted: 5 },
      "Link click gave 5 Bohnen",
      "link click: 5 Bohnen gutgeschrieben",
    ],
    [
      { ...activity, activity: "unsubscribed", points: -7, wanted: -20 },
      "Unsubscribed took 7 Bohnen",
      "unsubscribed: 7 Bohnen abgezogen",
    ],
    [
      { ...activity, activity: "review", points: 0, wanted: 20 },
      "Review gave nothing",
      "review: keine Punkte",
    ],
    [
      { kind: "matured", cause: "order:1", points: 1, expiresAt: null },
      "1 Bohne from order 1 can be spent now",
      "Jetzt einlösbar: 1 Bohne aus Bestellung 1",
    ],
    [
      { kind: "debt_offset", cause: "order:2", points: 3, debtLeft: 0 },
      "3 Bohnen from order 2 made up for points an earlier return still owed",
      "Mit 3 Bohnen aus Bestellung 2 ausgeglichen, was nach einer Rückgabe noch offen war",
    ],
    [
      { kind: "reward_held", ...code },
      "500 Bohnen for 5 € Rabatt, code C1",
      "500 Bohnen für 5 € Rabatt, Code C1",
    ],
    [
      { kind: "reward_released", ...code, reason: "expired" },
      "5 € Rabatt (code C1) was not used in time: 500 Bohnen came back",
      "5 € Rabatt (Code C1) wurde nicht rechtzeitig eingelöst, wieder da: 500 Bohnen",
    ],
    [
      { kind: "reward_used", ...code, orderId: "7" },
      "5 € Rabatt (code C1) was used in order 7",
      "5 € Rabatt (Code C1) eingelöst in Bestellung 7",
    ],
    [
      { kind: "reward_used", ...code, orderId: null },
      "5 € Rabatt (code C1) was used",
      "5 € Rabatt (Code C1) eingelöst",
    ],
    [
      { kind: "reward_returned", ...code, orderId: "7", shareNum: "1", shareDen: "2" },
      "Order 7, paid with code C1, came back in part or whole: 500 Bohnen spent on it came back too",
      "Bestellung 7 mit Code C1 ging ganz oder teilweise zurück, wieder da sind von den eingelösten: 500 Bohnen",
    ],
    [
      { kind: "expired", cause: "order:1", points: 5, mode: "perLot" },
      "5 Bohnen from order 1 expired",
      "5 Bohnen aus Bestellung 1 verfallen",
    ],
    [
      { kind: "reinstated", cause: "order:1", points: 5, reason: "asked" },
      "5 Bohnen that had expired were given back: asked",
      "Verfallene 5 Bohnen wieder gutgeschrieben: asked",
    ],
    [
      { kind: "adjusted", points: -5, reason: "test" },
      "The shop took 5 Bohnen: test",
      "5 Bohnen vom Shop abgezogen: test",
    ],
    [
      { kind: "tier_entry", levelId: "silver", points: 100 },
      "100 Bohnen for reaching Silber",
      "100 Bohnen zum Erreichen von Silber",
    ],
    [
      { kind: "merged", fromMemberId: "a", toMemberId: "b", points: 5 },
      "5 Bohnen moved from a to b, who are the same person",
      "5 Bohnen von a zu b übertragen: es ist dieselbe Person",
    ],
  ])("%o", (why, english, german) => {
    expect(render(why, "en")[0]).toBe(english);
    expect(render(why, "de")[0]).toBe(german);
  });

  test("a negative activity that found too little says that nothing is owed", () => {
    expect(render({ ...activity, activity: "unsubscribed", points: -7, wanted: -20 }, "en")[1]).toBe(
      "No more than there was could be taken; nothing is owed for it",
    );
  });
});
