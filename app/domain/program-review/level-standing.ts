import { pointsWorth, valueOf } from "../program/points-worth.ts";
import type { Program } from "../program/program.ts";

/** How the customers who were looked at stand on the ladder of a program. */
export interface LevelStanding {
  readonly levelId: string;
  /** Those whose highest level it would be. */
  readonly people: number;
  /** What entering it would give all of them once, in minor units; null where points are worth no money. */
  readonly welcomeMinor: number | null;
  /** What its factor adds for what they bought within the window; null where it cannot be told. */
  readonly extraMinor: number | null;
}

/**
 * Puts customers on the levels by what they have towards them today. `values`: of each customer, in the
 * metric's unit.
 */
export function standOnLevels(program: Program, values: readonly number[]): LevelStanding[] {
  const levels = program.tiers?.levels ?? [];
  const worth = pointsWorth(program);
  return levels.map((level, place) => {
    const next = levels[place + 1];
    const there = values.filter((value) => value >= level.from && (next === undefined || value < next.from));
    const sum = there.reduce((all, value) => all + value, 0);
    const points = extraPoints(program, sum, level.multiplier);
    return {
      levelId: level.id,
      people: there.length,
      welcomeMinor: worth === null ? null : valueOf(level.entryPoints * there.length, worth),
      extraMinor: worth === null || points === null ? null : valueOf(points, worth),
    };
  });
}

/** By the base rule for all goods, where what counts is money; rounded down. */
function extraPoints(
  { tiers, rules }: Program,
  sumMinor: number,
  { num, den }: { readonly num: bigint; readonly den: bigint },
): number | null {
  if (num === den) return 0;
  const base = rules.find(
    (rule) => rule.kind === "spend" && rule.enabled && rule.stack === "base" && rule.lines === null,
  );
  if (tiers?.metric !== "spend" || base?.kind !== "spend") return null;
  const extra = (BigInt(sumMinor) * BigInt(base.points) * (num - den)) / (BigInt(base.perMinor) * den);
  return extra > 0n ? Number(extra) : 0;
}
