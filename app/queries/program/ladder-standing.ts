import type { Statements } from "#app/db/database.ts";
import { countMembers } from "#app/db/members/members-in-turn.ts";
import { qualifyingSums } from "#app/db/members/qualifying-sums.ts";
import { addMonths, startOfYear, type Instant } from "#app/domain/calendar.ts";
import type { Tiers } from "#app/domain/program/program.ts";

/** So many members are looked at: enough to place any threshold, and read in a moment. */
const LOOKED_AT = 5_000;

export interface LadderStanding {
  /** What each of those looked at has towards a level today, in the metric's unit. */
  readonly values: readonly number[];
  readonly members: number;
}

/** How the shop's own customers stand today by a metric and a window. */
export async function ladderStanding(
  statements: Statements,
  shopId: number,
  { metric, window }: Pick<Tiers, "metric" | "window">,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Promise<LadderStanding> {
  const after = windowStart(window, now, zone);
  return {
    values: await qualifyingSums(statements, shopId, { metric, after, atMost: LOOKED_AT }),
    members: await countMembers(statements, shopId),
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
