import { expect, it } from "vitest";
import { parseJourneys } from "#app/domain/journeys/parse-journeys.ts";
import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { journey } from "#tests/support/journey-story.ts";

const parsed = parseProgram({
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [] },
  rewards: [
    { id: "gift", kind: "percentOff", percent: 10 },
    { id: "slide", kind: "amountOff", variable: { points: 100, value: "1.00" } },
  ],
});

function errorsIn(document: unknown): string[] {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const answer = parseJourneys(document, { program: parsed.program, segments: new Map() });
  return answer.ok ? [] : answer.errors.map(renderDocumentError);
}

const j = (more: object, trigger: object = { on: "joined" }) => [journey("j", trigger, more)];
const arm = (share: number) => ({ share, steps: [] });

it.each<[string, unknown, string]>([
  ["an unknown field", j({ title: "x" }), "[0].title: found"],
  ["an unknown field of a trigger", j({}, { on: "joined", days: 3 }), "[0].trigger.days: found 3"],
  ["an unknown trigger", j({}, { on: "moon" }), "[0].trigger.on: found"],
  ["an unknown step", j({ steps: [{ sned: {} }] }), "[0].steps[0].sned: found"],
  ["an unknown field of a step", j({ steps: [{ wait: { weeks: 1 } }] }), "[0].steps[0].wait.weeks: found 1"],
  [
    "an unknown field deep in a choice",
    j({ steps: [{ choose: [{ share: 100, steps: [{ give: { point: 1 } }] }] }] }),
    "[0].steps[0].choose[0].steps[0].give.point: found 1",
  ],
  [
    "two things in one step",
    j({ steps: [{ wait: { days: 1 }, give: { points: 1 } }] }),
    "[0].steps[0]: found",
  ],
  [
    "an unknown channel",
    j({ steps: [{ send: { channel: "fax", template: "t" } }] }),
    "[0].steps[0].send.channel: found",
  ],
  ["an unknown fact", j({ where: { fact: "shoe.size", is: 1 } }), "[0].where.fact: found"],
  ["an unknown segment", j({ where: { segment: "x" } }), "[0].where.segment: found"],
  [
    "an unknown segment of a trigger",
    j({}, { on: "segment_left", segment: "x" }),
    "[0].trigger.segment: found",
  ],
  [
    "an unknown fact of a step",
    j({ steps: [{ only: { not: { fact: "x", is: 1 } } }] }),
    "[0].steps[0].only.not.fact: found",
  ],
  ["an unknown reward", j({ steps: [{ give: { reward: "x" } }] }), "[0].steps[0].give.reward: found"],
  [
    "a reward nobody picks the points of",
    j({ steps: [{ give: { reward: "slide" } }] }),
    "[0].steps[0].give.reward: found",
  ],
  ["an unknown level", j({}, { on: "tier_lost", levels: ["gold"] }), "[0].trigger.levels[0]: found"],
  ["an unknown challenge", j({}, { on: "challenge_done", id: "x" }), "[0].trigger.id: found"],
  [
    "points and a reward",
    j({ steps: [{ give: { reward: "gift", points: 5 } }] }),
    "[0].steps[0].give: found",
  ],
  [
    "products without a reward",
    j({ steps: [{ give: { points: 5, products: "most_bought" } }] }),
    "[0].steps[0].give.products: found",
  ],
  ["a wait for nothing", j({ steps: [{ wait: {} }] }), "[0].steps[0].wait: found {}"],
  ["a time that is none", j({ steps: [{ wait: { at: "9:00" } }] }), "[0].steps[0].wait.at: found"],
  [
    "shares that are not 100 together",
    j({ steps: [{ choose: [arm(50), arm(49)] }] }),
    "[0].steps[0].choose: found",
  ],
  [
    "a share that is no whole percentage",
    j({ steps: [{ choose: [arm(50.5), arm(49.5)] }] }),
    "[0].steps[0].choose[0].share: found 50.5",
  ],
  ["a holdout above 50", j({ holdout: 51 }), "[0].holdout: found 51, allowed: at most 50"],
  [
    "a holdout of a service",
    j({ purpose: "service", holdout: 10 }),
    "[0].holdout: found 10, allowed: nothing",
  ],
  ["again in other words", j({ again: "daily" }), "[0].again: found"],
  [
    "a subtotal finer than the currency",
    j({}, { on: "purchase", minSubtotal: "1.001" }),
    "[0].trigger.minSubtotal: found",
  ],
  ["the same id twice", [...j({}), ...j({})], "[1].id: found"],
  [
    "another format",
    [{ ...journey("j", { on: "joined" }), format: "regulars.journey/2" }],
    "[0].format: found",
  ],
  ["an unknown field of the file", { journeys: [], journey: [] }, "journey: found []"],
  ["an unknown setting", { settings: { quiet: 1 }, journeys: [] }, "settings.quiet: found 1"],
  [
    "what is wrong in a file with settings",
    { journeys: j({ holdout: -1 }) },
    "journeys[0].holdout: found -1",
  ],
])("refuses %s with its path", (_, document, error) => {
  expect(errorsIn(document)).toContainEqual(expect.stringContaining(error));
});

it("reads a list, and a file with any of its settings", () => {
  expect(errorsIn(j({}))).toEqual([]);
  expect(errorsIn({ journeys: j({}) })).toEqual([]);
  expect(
    errorsIn({
      settings: { frequency: { count: 1 } },
      journeys: j({ name: "J", holdout: 50, again: { afterDays: 1 } }),
    }),
  ).toEqual([]);
});
