import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { translateLine } from "#app/cli/translate-line.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { replayOutput } from "#app/domain/replay/results/output.ts";
import { finishReplay, replayLine } from "#app/domain/replay/run-replay.ts";
import { startReplay } from "#app/domain/replay/replay.ts";

const CASES = join("tests", "fixtures", "cases");

const check = z.strictObject({
  /** The end of the clock; the last event, unless said otherwise. */
  at: z.string().optional(),
  /** Figures of these members. */
  members: z.record(z.string(), z.record(z.string(), z.unknown())),
  absent: z.array(z.string()).default([]),
  codes: z.record(z.string(), z.string()).default({}),
  /** What must not occur anywhere in the answer. */
  nowhere: z.array(z.string()).default([]),
  outstanding: z.int().optional(),
  /** Numbers of the lines that were refused. */
  rejected: z.array(z.int()),
});
const expectedShape = z.strictObject({ title: z.string(), checks: z.array(check).nonempty() });
type Check = z.infer<typeof check>;

const answerShape = z.object({
  members: z.array(
    z.looseObject({ id: z.string(), codes: z.array(z.object({ code: z.string(), state: z.string() })) }),
  ),
  totals: z.object({ outstanding: z.int() }),
  rejected: z.array(z.object({ line: z.int() })),
});

const cases = readdirSync(CASES).flatMap((folder) => {
  const { title, checks } = expectedShape.parse(JSON.parse(textOf(folder, "expected.json")));
  return checks.map((one) => ({ folder, title, end: one.at ?? "the last event", expected: one }));
});

test.each(cases)("$folder: $title, at $end", ({ folder, expected }) => {
  const text = replayed(folder, expected);
  const { members, totals, rejected } = answerShape.parse(JSON.parse(text));
  const known = new Map(members.map((member) => [member.id, member]));
  for (const [id, figures] of Object.entries(expected.members)) expect(known.get(id)).toMatchObject(figures);
  for (const id of expected.absent) expect(known.has(id)).toBe(false);
  const states = new Map(members.flatMap(({ codes }) => codes.map(({ code, state }) => [code, state])));
  for (const [code, state] of Object.entries(expected.codes)) expect(states.get(code)).toBe(state);
  for (const name of expected.nowhere) expect(text).not.toContain(name);
  if (expected.outstanding !== undefined) expect(totals.outstanding).toBe(expected.outstanding);
  expect(rejected.map(({ line }) => line)).toEqual(expected.rejected);
});

/** What `replay` answers, with the clock stopped where the check says. */
function replayed(folder: string, { at }: Check): string {
  const parsed = parseProgram(JSON.parse(textOf(folder, "program.json")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const replay = startReplay(parsed.program, {
    stopAt: at === undefined ? null : parseInstant(at),
    translateLine,
    onTransaction: null,
  });
  textOf(folder, "events.ndjson")
    .trimEnd()
    .split("\n")
    .forEach((line, index) => {
      replayLine(replay, line, index + 1);
    });
  return [...replayOutput(replay, finishReplay(replay))].join("");
}

function textOf(folder: string, name: string): string {
  return readFileSync(join(CASES, folder, name), "utf8");
}
