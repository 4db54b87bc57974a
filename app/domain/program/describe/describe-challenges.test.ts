import { describe, expect, test } from "vitest";
import { parseProgram } from "../document/parse-program.ts";
import { describeProgram, type ProgramPart } from "./describe-program.ts";

function sentences(document: object, part: ProgramPart, language: "en" | "de"): readonly string[] {
  const parsed = parseProgram({
    format: "regulars.program/1",
    ...{ name: "Club", currency: "EUR", timezone: "Europe/Berlin", earning: { rules: [] } },
    pointsName: { one: "Bohne", other: "Bohnen" },
    rewards: [{ id: "mug", name: "Becher", kind: "freeProduct", products: ["p1"], cost: 5 }],
    ...document,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const parts = describeProgram(parsed.program, language, "collection");
  return parts.find((described) => described.part === part)?.sentences ?? [];
}

describe("a challenge reads as one sentence", () => {
  test.each([
    [
      {
        ...{ id: "kinds", every: "month", goal: { count: "types", atLeast: 3 }, badge: "Entdecker" },
        ...{ steps: [{ at: 2, points: 20 }], give: { reward: "mug" }, member: { tags: ["vip"] } },
      },
      "**Kinds**: **3 different kinds of goods** a month bring **20 Bohnen** at **2**, **Becher**, for members tagged “vip”, with the badge **Entdecker**.",
      "**Kinds**: **3 verschiedene Warenarten** im Monat bringen **20 Bohnen** bei **2**, **Becher**, für Mitglieder mit dem Kundentag „vip“, mit dem Abzeichen **Entdecker**.",
    ],
    [
      {
        ...{ id: "streak", kind: "streak", every: "week", length: 4, give: { points: 9 }, repeat: true },
        ...{ goal: { count: "purchases", atLeast: 1 }, enabled: false },
      },
      "Switched off: **Streak**: **1 order** a week, **4** weeks on end, brings **9 Bohnen**, each time again.",
      "Abgeschaltet: **Streak**: **1 Bestellung** in der Woche, **4** Wochen in Folge, bringt **9 Bohnen**, jedes Mal wieder.",
    ],
    [
      {
        ...{ id: "card", kind: "stamps", per: 10, stampsPerOrder: 4, lines: { types: ["coffee"] } },
        ...{ give: { reward: "mug" }, optIn: true },
      },
      "**Card**: **10 items** (goods of the type “coffee”) bring **Becher**, at most **4** an order, for those who take part.",
      "**Card**: **10 Artikel** (Artikel der Art „coffee“) bringen **Becher**, höchstens **4** je Bestellung, nur für alle, die mitmachen.",
    ],
    [
      {
        ...{ id: "fifth", kind: "surprise", everyWeeks: 5, from: "2026-01-05" },
        ...{
          goal: { count: "purchases", atLeast: 1 },
          oneOf: [{ points: 20, weight: 3 }, { reward: "mug" }],
        },
      },
      "**Fifth**: every **5** weeks from 5 January 2026 the first order brings **20 Bohnen** or **Becher**, drawn by lot.",
      "**Fifth**: jede **5.** Woche ab dem 5. Januar 2026 bringt die erste Bestellung **20 Bohnen** oder **Becher**, ausgelost.",
    ],
    [
      {
        ...{ id: "weekly", kind: "surprise", everyWeeks: 1, from: "2026-01-05", oneOf: [{ points: 20 }] },
        goal: { count: "value", atLeast: "50.00" },
      },
      "**Weekly**: every week from 5 January 2026 the first order with **€50.00** spent brings **20 Bohnen**, drawn by lot.",
      "**Weekly**: jede Woche ab dem 5. Januar 2026 bringt die erste Bestellung mit **50,00 €** Einkauf **20 Bohnen**, ausgelost.",
    ],
    [
      { id: "badge", every: "year", goal: { count: "purchases", atLeast: 5 }, badge: "Fünf" },
      "**Badge**: **5 orders** a year, with the badge **Fünf**.",
      "**Badge**: **5 Bestellungen** im Jahr, mit dem Abzeichen **Fünf**.",
    ],
  ])("%#", (challenge, english, german) => {
    expect(sentences({ challenges: [challenge] }, "challenges", "en")).toEqual([english]);
    expect(sentences({ challenges: [challenge] }, "challenges", "de")).toEqual([german]);
  });
});

test("a paid membership says how long it lasts and what it brings", () => {
  const benefits = { multiplier: 2, entryPoints: 100, monthly: { points: 11 }, rewards: ["mug"] };
  const document = {
    memberships: [{ id: "vip", name: "VIP", products: ["p"], months: 1, graceDays: 3, benefits }],
  };
  expect(sentences(document, "memberships", "en")).toEqual([
    "**VIP** lasts **1 month** and **3 days** of grace for each one bought: **2×** Bohnen, **100 Bohnen** to begin with, every month **11 Bohnen**, **Becher**.",
  ]);
  expect(sentences(document, "memberships", "de")).toEqual([
    "**VIP** gilt **1 Monat** und **3 Tage** Frist je gekauftem Stück: **2-fache** Bohnen, **100 Bohnen** zum Einstieg, jeden Monat **11 Bohnen**, **Becher**.",
  ]);
});
