import { describe, expect, it } from "vitest";
import { describeJourney, describeSteps } from "#app/domain/journeys/describe/describe-journey.ts";
import { journeyWords } from "#app/domain/journeys/describe/journey-words.ts";
import { parseJourney } from "#app/domain/journeys/parse-journeys.ts";
import { compiled, smallest } from "#tests/support/program-documents.ts";

const program = compiled({
  ...smallest,
  tiers: {
    metric: "spend",
    levels: [
      { id: "silver", name: "Silver", from: "0" },
      { id: "gold", name: "Gold", from: "500" },
    ],
  },
  rewards: [{ id: "back-10", kind: "percentOff", percent: 10, cost: 100, name: "10 % off" }],
});
const around = { program, segments: new Map([["vips", { kind: "all" as const, of: [] }]]) };
const names = { segment: () => "VIPs", letter: () => "Win back" };
const words = (language: "en" | "de") => journeyWords({ program, language, goodsGroup: "collection", names });

function said(parts: object, language: "en" | "de"): string {
  const document = { format: "regulars.journey/1", id: "x", trigger: { on: "joined" }, steps: [], ...parts };
  const parsed = parseJourney(document, around);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return describeJourney(parsed.value, words(language)).join(" ").replaceAll("**", "");
}

const mail = { send: { channel: "email", template: "lapsed" } };

describe("a journey reads as a sentence", () => {
  it.each([
    [
      {
        trigger: { on: "tier_lost", levels: ["gold"] },
        again: { afterDays: 180 },
        stopWhen: ["purchase"],
        holdout: 10,
        steps: [mail, { wait: { days: 7, at: "10:00" } }, { give: { reward: "back-10" } }],
      },
      "When somebody loses Gold: Send Win back, then wait 7 days, then until 10:00, then give 10 % off as a code of their own. Again no sooner than after 180 days. It ends as soon as they have bought. 10 % get nothing of it, to compare with.",
      "Wenn jemand Gold verliert: Win back schicken, dann 7 Tage und dann bis 10:00 warten, dann 10 % off als eigenen Code geben. Frühestens wieder nach 180 Tagen. Es endet, sobald jemand gekauft hat. 10 % bekommen nichts davon, zum Vergleich.",
    ],
    [
      {
        trigger: { on: "purchase", nth: 1, minSubtotal: "50.00", lines: { tags: ["new"] } },
        where: { segment: "vips" },
        again: "once",
        steps: [{ give: { points: -20 } }],
      },
      "When somebody buys goods tagged “new” for the first time for at least €50.00 and if in the segment “VIPs”: Take 20 points at most. Once for each member.",
      "Wenn jemand zum 1. Mal Artikel mit dem Tag „new“ für mindestens 50,00 € kauft und wenn im Segment „VIPs“: Höchstens 20 Punkte nehmen. Einmal je Mitglied.",
    ],
    [
      {
        trigger: { on: "lapsed", days: 60 },
        steps: [
          {
            choose: [
              { share: 70, steps: [mail] },
              { share: 30, steps: [] },
            ],
          },
        ],
      },
      "When somebody has not bought for 60 days: Take one of 2 ways by lot: 70 %, 30 %. Every time.",
      "Wenn jemand 60 Tage lang nichts gekauft hat: Einen von 2 Wegen auslosen: 70 %, 30 %. Jedes Mal.",
    ],
  ])("%j", (parts, english, german) => {
    expect(said(parts, "en").replaceAll("\u00a0", " ")).toBe(english);
    expect(said(parts, "de").replaceAll("\u00a0", " ")).toBe(german);
  });

  it("says each step by its place, and of one that is wrong that it is", () => {
    const steps = [mail, { wait: {} }, { choose: [{ share: 100, steps: [{ wait: { hours: 1 } }] }] }];
    expect(describeSteps({ steps }, around, words("en"))).toEqual({
      "steps[0]": "Send **Win back**",
      "steps[1]": null,
      "steps[2]": "Take one of 1 ways by lot: **100 %**",
      "steps[2].choose[0].steps[0]": "Wait **1 hour**",
    });
  });
});
