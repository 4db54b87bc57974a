import { describe, expect, it } from "vitest";
import { translateLine } from "#app/cli/translate-line.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { replayOutput } from "#app/domain/replay/results/output.ts";
import { finishReplay, replayLine } from "#app/domain/replay/run-replay.ts";
import { startReplay } from "#app/domain/replay/replay.ts";
import type { ReplayCase } from "./replay-cases/case.ts";
import { basisCases } from "./replay-cases/basis.ts";
import { claimsCases } from "./replay-cases/claims.ts";
import { decisionsCases } from "./replay-cases/decisions.ts";
import { earningCases } from "./replay-cases/earning.ts";
import { ecwidLinesCases } from "./replay-cases/ecwid-lines.ts";
import { editsCases } from "./replay-cases/edits.ts";
import { expiryCases } from "./replay-cases/expiry.ts";
import { laterLimitsCases } from "./replay-cases/later-limits.ts";
import { levelsCases } from "./replay-cases/levels.ts";
import { limitsCases } from "./replay-cases/limits.ts";
import { partlyPaidCases } from "./replay-cases/partly-paid.ts";
import { refundsCases } from "./replay-cases/refunds.ts";
import { returnsCases } from "./replay-cases/returns.ts";
import { rewardsCases } from "./replay-cases/rewards.ts";
import { rulesCases } from "./replay-cases/rules.ts";
import { shopifyLinesCases } from "./replay-cases/shopify-lines.ts";
import { spentPointsCases } from "./replay-cases/spent-points.ts";
import { tiersCases } from "./replay-cases/tiers.ts";
import { timeCases } from "./replay-cases/time.ts";

interface Output {
  readonly members: readonly (Record<string, unknown> & {
    id: string;
    available: number;
    pending: number;
    debt: number;
    earned: number;
    spent: number;
    expired: number;
  })[];
  readonly totals: Record<string, number>;
  readonly rejected: readonly { line: number; reason: string }[];
}

function run(given: ReplayCase): Output {
  const parsed = parseProgram(given.program);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const replay = startReplay(parsed.program, {
    stopAt: given.at === undefined ? null : parseInstant(given.at),
    translateLine,
    onTransaction: null,
  });
  given.events.forEach((event, index) => {
    replayLine(replay, JSON.stringify(event), index + 1);
  });
  const end = finishReplay(replay);
  return JSON.parse([...replayOutput(replay, end)].join("")) as Output;
}

const replayCases = [
  ...basisCases,
  ...claimsCases,
  ...decisionsCases,
  ...earningCases,
  ...ecwidLinesCases,
  ...editsCases,
  ...expiryCases,
  ...laterLimitsCases,
  ...levelsCases,
  ...limitsCases,
  ...partlyPaidCases,
  ...refundsCases,
  ...returnsCases,
  ...rewardsCases,
  ...rulesCases,
  ...shopifyLinesCases,
  ...spentPointsCases,
  ...tiersCases,
  ...timeCases,
];

describe("the program contract, worked out by hand", () => {
  it.each(replayCases.map((one) => [one.title, one] as const))("%s", (_title, one) => {
    const output = run(one);
    for (const [id, wanted] of Object.entries(one.expect)) {
      const member = output.members.find((candidate) => candidate.id === id);
      expect(member, `member ${id}`).toMatchObject(wanted);
    }
    const ids = output.members.map(({ id }) => id);
    for (const id of one.absent ?? []) expect(ids).not.toContain(id);
    if (one.totals !== undefined) expect(output.totals).toMatchObject(one.totals);
    const rejected = one.rejected ?? [];
    expect(output.rejected.map(({ line }) => line)).toEqual(rejected.map(({ line }) => line));
    expect(output.rejected).toMatchObject(rejected);
    for (const member of output.members) {
      const { earned, spent, expired, available, pending, debt } = member;
      expect(earned - spent - expired, `balance of ${member.id}`).toBe(available + pending - debt);
    }
    const outstanding = output.members.reduce(
      (sum, { available, pending, debt }) => sum + available + pending - debt,
      0,
    );
    expect(output.totals["outstanding"]).toBe(outstanding);
  });
});
