import { elementAt } from "../../assert.ts";

/** A function to be maximised, in the logarithms of its parameters. */
export type Objective = (at: readonly number[]) => Slope;

export interface Slope {
  readonly value: number;
  /** By the logarithm of each parameter. */
  readonly gradient: readonly number[];
}

export interface Bounds {
  /** Logarithms. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 300;
const DIFFERENCE = 1e-4;
const LONGEST_STEP = 3;
const SMALLEST_STEP = 1e-9;
/** The likelihood of a hundred thousand customers is a sum whose last digits are noise. */
const NOISE = 1e-13;
const STIFFEST = 1e14;

/**
 * Climbs from `start` to a maximum within the bounds by Newton's steps, made shorter (Levenberg and
 * Marquardt) where they lead nowhere; a parameter at its bound stays there while the slope leads out.
 * It goes on until a step moves nothing, and not until the slope is small: on a long flat ridge that
 * ends at a bound, that is where the maximum is.
 */
export function climb(objective: Objective, start: readonly number[], bounds: Bounds): Maximum {
  let at = start.map((value, index) => within(bounds, index, value));
  let here = objective(at);
  let stiffness = 1e-3;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const free = freeOf(at, here.gradient, bounds);
    if (free.length === 0) break;
    const curvature = curvatureAt(objective, at, free);
    const slope = free.map((index) => elementAt(here.gradient, index));
    const next = tryStep(objective, { at, here, free, curvature, slope, bounds, stiffness });
    if (next === null) break;
    const moved = Math.max(...next.at.map((value, index) => Math.abs(value - elementAt(at, index))));
    at = next.at;
    here = next.here;
    stiffness = Math.max(next.stiffness / 10, 1e-12);
    if (moved < SMALLEST_STEP) break;
  }
  return { at, value: here.value };
}

interface Attempt {
  readonly at: readonly number[];
  readonly here: Slope;
  readonly free: readonly number[];
  readonly curvature: readonly (readonly number[])[];
  readonly slope: readonly number[];
  readonly bounds: Bounds;
  readonly stiffness: number;
}

function tryStep(objective: Objective, attempt: Attempt) {
  const { at, here, free, curvature, slope, bounds } = attempt;
  for (let { stiffness } = attempt; stiffness < STIFFEST; stiffness *= 10) {
    const direction = solve(stiffened(curvature, stiffness), slope);
    if (direction === null) continue;
    const longest = Math.max(...direction.map(Math.abs));
    const scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    const next = [...at];
    free.forEach((index, place) => {
      next[index] = within(bounds, index, elementAt(at, index) + scale * elementAt(direction, place));
    });
    const there = objective(next);
    if (there.value > here.value - NOISE * Math.abs(here.value)) return { at: next, here: there, stiffness };
  }
  return null;
}

function within({ lower, upper }: Bounds, index: number, value: number): number {
  return Math.min(Math.max(value, elementAt(lower, index)), elementAt(upper, index));
}

function freeOf(at: readonly number[], gradient: readonly number[], { lower, upper }: Bounds): number[] {
  return [...at.keys()].filter((index) => {
    const value = elementAt(at, index);
    const slope = elementAt(gradient, index);
    if (value <= elementAt(lower, index)) return slope > 0;
    return value < elementAt(upper, index) || slope < 0;
  });
}

/** Minus the second derivatives, by differences of slopes. */
function curvatureAt(objective: Objective, at: readonly number[], free: readonly number[]): number[][] {
  const rows = free.map((index) => {
    const [up, down] = [DIFFERENCE, -DIFFERENCE].map((difference) => {
      const beside = [...at];
      beside[index] = elementAt(at, index) + difference;
      return objective(beside).gradient;
    });
    return free.map((other) => {
      if (up === undefined || down === undefined) return 0;
      return (elementAt(down, other) - elementAt(up, other)) / (2 * DIFFERENCE);
    });
  });
  return rows.map((row, i) => row.map((entry, j) => (entry + elementAt(elementAt(rows, j), i)) / 2));
}

function stiffened(curvature: readonly (readonly number[])[], stiffness: number): number[][] {
  const largest = Math.max(...curvature.map((row, index) => Math.abs(elementAt(row, index))));
  return curvature.map((row, i) =>
    row.map((entry, j) =>
      i === j ? entry + stiffness * Math.max(Math.abs(entry), largest * 1e-12, Number.MIN_VALUE) : entry,
    ),
  );
}

/** Solves by Cholesky's decomposition; null where the matrix is not positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const size = right.length;
  const lower: number[][] = [];
  for (let i = 0; i < size; i += 1) {
    const row: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      let sum = elementAt(elementAt(matrix, i), j);
      for (let k = 0; k < j; k += 1) {
        sum -= elementAt(row, k) * (j === i ? elementAt(row, k) : elementAt(elementAt(lower, j), k));
      }
      if (i !== j) row.push(sum / elementAt(elementAt(lower, j), j));
      else if (sum > 0) row.push(Math.sqrt(sum));
      else return null;
    }
    lower.push(row);
  }
  const half: number[] = [];
  for (let i = 0; i < size; i += 1) {
    let sum = elementAt(right, i);
    for (let k = 0; k < i; k += 1) sum -= elementAt(elementAt(lower, i), k) * elementAt(half, k);
    half.push(sum / elementAt(elementAt(lower, i), i));
  }
  const solution = half.map(() => 0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = elementAt(half, i);
    for (let k = i + 1; k < size; k += 1) sum -= elementAt(elementAt(lower, k), i) * elementAt(solution, k);
    solution[i] = sum / elementAt(elementAt(lower, i), i);
  }
  return solution;
}
