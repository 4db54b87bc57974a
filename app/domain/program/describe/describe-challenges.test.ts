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
      "**Kinds**: **3 verschiedene Warenarten** im Monat bringen ab **2** **20 Bohnen**, **Becher**, für Mitglieder mit dem Kundentag „vip“, mit dem Abzeichen **Entdecker**.",
    ],
    [
      {
        ...{ id: "streak", kind: "streak", every: "week", length: 4, give: { points: 9 }, repeat: true },
        ...{ goal: { count: "purchases", atLeast: 1 }, enabled: false },
      },
      "Switched off: **Streak**: **1 order** a week, **4** weeks on end, bring **9 Bohnen**, each time again.",
      "Abgeschaltet: **Streak**: **1 Bestellung** in der Woche, **4** Wochen in Folge, bringen **9 Bohnen**, jedes Mal wieder.",
    ],
    [
      {
        ...{ id: "card", kind: "stamps", per: 10, stampsPerOrder: 4, lines: { types: ["coffee"] } },
        ...{ give: { reward: "mug" }, optIn: true },
      },
      "**Card**: **10 items** (goods of the type “coffee”) bring **Becher**, at most **4** an order, for those who take part.",
      "**Card**: **10 Artikel** (Artikel der Art „coffee“) bringen **Becher**, höchstens **4** je Bestellung, nur für alle, die mitmachen.",
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
