import { expect, test } from "vitest";
import { parseProgram } from "../../program/document/parse-program.ts";
import { hasLiveSource, rulesWithoutSource } from "./live-activities.ts";

test("only activities that something reports are promised; the others are named before publishing", () => {
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "UTC",
    earning: {
      rules: [
        { id: "spend", kind: "spend", points: 1, per: "1.00" },
        { id: "welcome", kind: "activity", activity: "join", points: 20 },
        { id: "review", kind: "activity", activity: "review", points: 20 },
        { id: "off", kind: "activity", activity: "survey", points: 20, enabled: false },
      ],
    },
  });
  if (!parsed.ok) throw new Error("the program is right");
  const { program } = parsed;
  expect(program.rules.filter(hasLiveSource).map(({ id }) => id)).toEqual(["spend", "welcome"]);
  expect(rulesWithoutSource(program).map(({ id }) => id)).toEqual(["review"]);
});
