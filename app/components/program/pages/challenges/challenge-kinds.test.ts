import { describe, expect, test } from "vitest";
import { isRecord, valueAt } from "#app/domain/program/document/document-path.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { notLiveYet } from "#app/domain/program/document/only-in-replay.ts";
import { programDocument } from "#app/domain/program/document/document.ts";
import { CHALLENGE_VARIANTS, GOAL_COUNTS } from "../../forms/challenge-forms.ts";
import { asChallengeKind } from "./as-challenge-kind.ts";
import { asGoal } from "./goal-fields.tsx";
import { readyMade } from "./ready-made.ts";

const MONDAY = "2026-01-05";

function programOf(challenge: unknown) {
  return {
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules: [] },
    rewards: [{ id: "mug", kind: "freeProduct", products: ["1"], cost: 5 }],
    challenges: [challenge],
  };
}

function errorsOf(challenge: unknown): readonly unknown[] {
  const parsed = parseProgram(programOf(challenge));
  return parsed.ok ? [] : parsed.errors;
}

describe("the ready-made challenges", () => {
  const grounds = (["en", "de"] as const).flatMap((language) =>
    [null, "mug"].map((reward) => ({ language, tags: true, reward, monday: MONDAY })),
  );
  const all = grounds.flatMap((ground) =>
    readyMade(ground).map(
      ({ stem, begin }) => [`${stem} ${ground.language}`, { id: stem, ...begin }] as const,
    ),
  );

  test.each(all)("%s can be published as it is", (_, challenge) => {
    expect(errorsOf(challenge)).toEqual([]);
    expect(notLiveYet(programDocument.parse(programOf(challenge)))).toEqual([]);
  });

  test("ask for the goods where goods carry no tags, and for nothing else", () => {
    const ground = { language: "en", tags: false, reward: null, monday: MONDAY } as const;
    const wrong = readyMade(ground).flatMap(({ stem, begin }) =>
      errorsOf({ id: stem, ...begin }).map((error) => valueAt(error, ["path"])),
    );
    expect(wrong).toEqual(["challenges[0].goal.lines.collections", "challenges[0].lines.collections"]);
  });
});

describe("a challenge that becomes another kind", () => {
  const kinds = readyMade({ language: "en", tags: true, reward: "mug", monday: MONDAY }).flatMap(
    ({ stem, begin }) => CHALLENGE_VARIANTS.map((variant) => ({ stem, begin, variant })),
  );

  test.each(kinds.map((one) => [`${one.stem} as ${one.variant.value}`, one] as const))(
    "%s is a challenge, and keeps its name and its goods",
    (_, { begin, variant }) => {
      const before = { id: "one", optIn: true, ...begin };
      const became = asChallengeKind(before, variant);
      const whole = variant.value === "surprise" && isRecord(became) ? { ...became, from: MONDAY } : became;
      expect(errorsOf(whole)).toEqual([]);
      const goods = (of: unknown) => valueAt(of, ["lines"]) ?? valueAt(of, ["goal", "lines"]);
      expect(goods(became)).toEqual(goods(before));
      expect(became).toMatchObject({ id: "one", kind: variant.value, optIn: true, name: begin["name"] });
    },
  );
});

describe("a goal that counts something else", () => {
  const pairs = GOAL_COUNTS.flatMap((from) => GOAL_COUNTS.map((to) => ({ from, to })));

  test.each(pairs.map((pair) => [`${pair.from.value} to ${pair.to.value}`, pair] as const))(
    "%s is a goal",
    (_, { from, to }) => {
      const lines = from.value === "activities" ? {} : { lines: { tags: ["new"] } };
      const goal = asGoal({ ...from.begin, ...lines }, to);
      expect(errorsOf({ id: "one", every: "week", goal, give: { points: 1 } })).toEqual([]);
    },
  );
});
