import { describe, expect, it } from "vitest";
import { journeyTexts } from "#app/components/i18n/journeys/journey-texts.ts";
import { letterTexts } from "#app/components/i18n/journeys/letter-texts.ts";
import { LETTER_VARIABLES } from "#app/messages/letter/letter-values.ts";
import { missingSourceOf } from "#app/domain/journeys/offered/live-sources.ts";
import { checkJourneys } from "#app/domain/journeys/parse-journeys.ts";
import { lackedBy, READY_MADE_JOURNEYS, readyMadeDocument } from "#app/domain/journeys/offered/ready-made.ts";
import { READY_MADE_LETTERS } from "#app/domain/journeys/describe/letter-names.ts";
import { compiled, smallest } from "#tests/support/program-documents.ts";

const full = compiled({
  ...smallest,
  expiry: { kind: "perLot", months: 12 },
  tiers: { metric: "spend", levels: [{ id: "base", name: "Base", from: "0" }] },
  rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 100 }],
  challenges: [{ id: "c", every: "week", goal: { count: "units", atLeast: 3 }, give: { points: 1 } }],
  memberships: [{ id: "vip", products: ["vip"], months: 1, graceDays: 3, benefits: {} }],
});

describe.each(READY_MADE_JOURNEYS)("the ready-made journey %s", (id) => {
  it("is a sound journey whose trigger is told live, with a letter that exists", () => {
    const checked = checkJourneys([readyMadeDocument(id)], { program: full, segments: new Map() });
    if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
    const [journey] = checked.value.journeys;
    expect(journey?.enabled).toBe(true);
    expect(missingSourceOf(journey?.trigger.on ?? "browsed")).toBeNull();
    const named = [...JSON.stringify(readyMadeDocument(id)).matchAll(/"template":"([^"]+)"/gu)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, template] of named) expect(READY_MADE_LETTERS).toContain(template);
    expect(lackedBy(id, full)).toBeNull();
  });

  it("is named and told in both languages of the pages", () => {
    for (const { readyMade } of [journeyTexts.en, journeyTexts.de]) {
      expect(readyMade[id].name).not.toBe("");
      expect(readyMade[id].says).toMatch(/\.$/u);
    }
  });
});

it.each([
  ["tier-reached", "tiers"],
  ["tier-in-grace", "tiers"],
  ["tier-lost", "tiers"],
  ["points-expiring-30", "expiry"],
  ["points-expiring-7", "expiry"],
  ["reward-in-reach", "rewards"],
  ["code-expiring", "rewards"],
  ["challenge-near", "challenges"],
  ["challenge-done", "challenges"],
  ["membership-ending", "memberships"],
  ["tier-near", "tiers"],
  ["welcome", null],
] as const)("%s could never begin without %s", (id, need) => {
  expect(lackedBy(id, compiled(smallest))).toBe(need);
});

it("pages tell of every variable of a letter, and of no other", () => {
  for (const { variable } of [letterTexts.en, letterTexts.de])
    expect(Object.keys(variable).sort()).toEqual(Object.keys(LETTER_VARIABLES).sort());
});
