import { z } from "zod";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { replayOutput } from "#app/domain/replay/results/output.ts";
import { finishReplay, replayLine } from "#app/domain/replay/run-replay.ts";
import { startReplay } from "#app/domain/replay/replay.ts";
import type { Replay, ReplayOptions } from "#app/domain/replay/replay.ts";

/** A small program and the lines of small histories, to replay them in tests. */
export const program = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 500, validDays: 30 }],
} satisfies ProgramDocumentDraft;

export function run(
  lines: readonly object[],
  document: ProgramDocumentDraft = program,
  options: Partial<ReplayOptions> = {},
): Replay {
  const parsed = parseProgram(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const replay = startReplay(parsed.program, {
    stopAt: null,
    translateLine: () => ({ ok: false, reason: "no platform here" }),
    onTransaction: null,
    ...options,
  });
  lines.forEach((line, index) => replayLine(replay, JSON.stringify(line), index + 1));
  return replay;
}

const figures = { earned: z.int(), spent: z.int(), expired: z.int() };
const answerShape = z.object({
  at: z.string().nullable(),
  members: z.array(z.looseObject({ id: z.string(), codes: z.array(z.unknown()), ...figures })),
  totals: z.strictObject({ ...figures, outstanding: z.int() }),
  rejected: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
});

/** What `replay --as json` prints, read. */
export function answer(replay: Replay) {
  return answerShape.parse(JSON.parse([...replayOutput(replay, finishReplay(replay))].join("")));
}

export const day = (date: string, time = "10:00:00") => `2026-${date}T${time}+01:00`;
export const join = (id: string, at = day("01-01")) => ({
  at,
  type: "join",
  member: { id, email: `${id}@example.com` },
});
export const adjust = (id: string, points: number, at = day("01-02")) => ({
  at,
  type: "adjust",
  member: { id },
  points,
  reason: "test",
});
export const redeem = (id: string, code: string, at = day("01-03")) => ({
  at,
  type: "redeem",
  member: { id },
  reward: "five-off",
  as: code,
});
export const order = (id: string, member: object, price: string, at = day("01-05"), more: object = {}) => ({
  at,
  type: "order",
  order: {
    id,
    member,
    currency: "EUR",
    paidAt: day("01-05"),
    lines: [{ id: "1", quantity: 2, unitPrice: price }],
    ...more,
  },
});
