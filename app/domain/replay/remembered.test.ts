import { expect, test } from "vitest";
import { day, order, program, run } from "#tests/support/replay-story.ts";
import type { ProgramDocumentDraft } from "../program/document/document.ts";
import { finishReplay } from "./run-replay.ts";
import type { Replay } from "./replay.ts";

/** Limits, caps, levels and expiry: whatever is remembered of an order. */
const full = {
  ...program,
  earning: {
    maturity: { kind: "afterPaid", days: 3 },
    rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00", limit: { per: "day", points: 400 } }],
    caps: [{ points: 100_000, per: "month" }],
  },
  expiry: { kind: "perLot", months: 1 },
  tiers: { metric: "points", levels: [{ id: "gold", from: "10" }] },
} satisfies ProgramDocumentDraft;

const told = (times: number) =>
  Array.from({ length: times }, () =>
    order("1", { id: "m1", email: "m1@example.com" }, "20.00", day("01-06")),
  );

test("an order that is told a hundred times is remembered once", () => {
  expect(remembered(run(told(100), full))).toBe(remembered(run(told(1), full)));
});

/** What a replay holds on to: values, elements of lists, entries of maps and sets. */
function remembered(replay: Replay): number {
  finishReplay(replay);
  const seen = new Set<object>();
  const open: unknown[] = [replay];
  let count = 0;
  while (open.length > 0) {
    const one = open.pop();
    count += 1;
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    if (one instanceof Map) for (const [key, value] of one) open.push(key, value);
    else if (one instanceof Set) for (const element of one) open.push(element);
    for (const value of Object.values(one) as unknown[]) open.push(value);
  }
  return count;
}
