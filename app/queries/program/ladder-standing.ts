import type { Statements } from "#app/db/database.ts";
import { countMembers } from "#app/db/members/members-in-turn.ts";
import { qualifyingSums } from "#app/db/members/qualifying-sums.ts";
import { addMonths, startOfYear, type Instant } from "#app/domain/calendar.ts";
import { exampleClimb, type LevelStay } from "#app/domain/program/example-climb.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Tiers } from "#app/domain/program/program.ts";
import { standOnLevels, type LevelStanding } from "#app/domain/program-review/level-standing.ts";

/** So many members are looked at: enough to place any threshold, and read in a moment. */
const LOOKED_AT = 5_000;

export interface LadderStanding {
  readonly levels: readonly LevelStanding[];
  /** How many were looked at, of how many. */
  readonly lookedAt: number;
  readonly members: number;
  /** What becomes of a customer who reaches a level now; of each that has to be reached, lowest first. */
  readonly climbs: readonly ExampleClimb[];
}

export interface ExampleClimb {
  readonly levelId: string;
  readonly stays: readonly LevelStay[];
}

/** How the shop's own customers would stand today on the levels of a document; null: it is no program with levels. */
export async function ladderStanding(
  statements: Statements,
  shopId: number,
  document: unknown,
  now: Instant,
): Promise<LadderStanding | null> {
  const parsed = parseProgram(document);
  if (!parsed.ok || parsed.program.tiers === null) return null;
  const { program } = parsed;
  const { metric, window } = parsed.program.tiers;
  const after = windowStart(window, now, program.timezone);
  const values = await qualifyingSums(statements, shopId, { metric, after, atMost: LOOKED_AT });
  return {
    levels: standOnLevels(program, values),
    lookedAt: values.length,
    members: await countMembers(statements, shopId),
    climbs: parsed.program.tiers.levels
      .filter(({ from }) => from > 0)
      .map(({ id }) => ({ levelId: id, stays: exampleClimb(program, id, now) })),
  };
}

function windowStart(window: Tiers["window"], now: Instant, zone: string): Instant | null {
  switch (window.kind) {
    case "lifetime":
      return null;
    case "rolling":
      return addMonths(now, -window.months, zone);
    case "calendarYear":
      return startOfYear(now, zone) - 1;
  }
}
