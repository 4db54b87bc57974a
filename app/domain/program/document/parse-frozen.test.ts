import { expect, test } from "vitest";
import { parseFrozen } from "./parse-frozen.ts";
import { parseProgram } from "./parse-program.ts";

const document = (name: string, tags: string[]) => ({
  format: "regulars.program/1",
  name,
  currency: "EUR",
  timezone: "Europe/Berlin",
  pointsName: { one: "<b>", other: "<b>s" },
  earning: { rules: [{ id: "s", kind: "spend", points: 1, per: "1.00", lines: { tags } }] },
});

test("a name that was published when < was allowed is read, and nothing else of the document changes", () => {
  const frozen = document("Tea <3", ["a<b"]);
  expect(parseProgram(frozen).ok).toBe(false);
  const parsed = parseFrozen(frozen);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  expect(parsed.document.name).toBe("Tea ‹3");
  expect(parsed.document.earning.rules[0]).toMatchObject({ lines: { tags: ["a<b"] } });
});

test("what was never allowed is refused as before", () => {
  expect(parseFrozen({ ...document("Tea", []), currency: "XYZ1" }).ok).toBe(false);
});
