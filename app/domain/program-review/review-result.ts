import type { Instant } from "../calendar.ts";
import { pointsWorth, valueOf, type PointsWorth } from "../program/points-worth.ts";
import type { Program } from "../program/program.ts";
import { findIdle } from "./find-idle.ts";
import { findUnfair } from "./find-unfair.ts";
import type { ReviewFinding } from "./finding.ts";
import { movedBy, type ReviewTally, type SideTally } from "./review-tally.ts";

/** What a merchant reads of a review. */
export interface ReviewResult {
  readonly people: number;
  readonly orders: number;
  readonly salesMinor: number;
  readonly firstOrderAt: Instant | null;
  readonly lastOrderAt: Instant | null;
  readonly unknownOrders: number;
  /** Null: nobody could earn before. */
  readonly before: ReviewSide | null;
  readonly after: ReviewSide;
  readonly losers: ReviewTally["losers"];
  /** Who ends on another level than by the program there is; null stands for no level. */
  readonly moves: readonly {
    readonly fromLevelId: string | null;
    readonly toLevelId: string | null;
    readonly people: number;
  }[];
  readonly findings: readonly ReviewFinding[];
}

/** What one program would have given. */
export interface ReviewSide {
  readonly earned: number;
  readonly expired: number;
  readonly outstanding: number;
  /** What the points given would buy; null where no reward is worth money. */
  readonly costMinor: number | null;
  readonly gifts: readonly { readonly rewardId: string; readonly count: number }[];
  /** Customers by the level they end on, lowest first; null is no level. */
  readonly levels: readonly { readonly levelId: string | null; readonly people: number }[];
}

export function reviewResult(
  { before, after }: { readonly before: Program | null; readonly after: Program },
  tally: ReviewTally,
  now: Instant,
): ReviewResult {
  const { people, orders, salesMinor, firstOrderAt, lastOrderAt, unknownOrders, losers } = tally;
  const moves = Object.entries(tally.moves).map(([move, count]) => {
    const { fromLevelId, toLevelId } = movedBy(move);
    return { fromLevelId, toLevelId, people: count };
  });
  return {
    people,
    orders,
    salesMinor,
    firstOrderAt,
    lastOrderAt,
    unknownOrders,
    before: before === null ? null : sideOf(before, tally.before, moves, "fromLevelId"),
    after: sideOf(after, tally.after, moves, "toLevelId"),
    losers,
    moves: before === null ? [] : moves.filter(({ fromLevelId, toLevelId }) => fromLevelId !== toLevelId),
    findings: [...findUnfair(after, tally, now), ...findIdle(after, tally, now)],
  };
}

function sideOf(
  program: Program,
  { earned, expired, outstanding, gifts }: SideTally,
  moves: ReviewResult["moves"],
  end: "fromLevelId" | "toLevelId",
): ReviewSide {
  const on = (levelId: string | null) =>
    moves.filter((move) => move[end] === levelId).reduce((sum, { people }) => sum + people, 0);
  const levels = (program.tiers?.levels ?? []).map(({ id }) => ({ levelId: id, people: on(id) }));
  const without = on(null);
  return {
    earned,
    expired,
    outstanding,
    costMinor: costOf(earned, pointsWorth(program)),
    gifts: Object.entries(gifts).map(([rewardId, count]) => ({ rewardId, count })),
    levels: levels.length > 0 && without > 0 ? [{ levelId: null, people: without }, ...levels] : levels,
  };
}

function costOf(points: number, worth: PointsWorth | null): number | null {
  return worth === null ? null : valueOf(Math.max(0, points), worth);
}
