// The whole of it: a page that shares the engine and never draws has no such function, and must still build.
import * as hashing from "node:crypto";

/**
 * A number from 0 up to 1 drawn from a text: the first 8 hex digits of its SHA-256 ÷ 2³². The same
 * text draws the same number everywhere and always, so nobody can pick and `replay` agrees with live.
 */
export function drawFrom(text: string): number {
  return parseInt(hashing.createHash("sha256").update(text).digest("hex").slice(0, 8), 16) / 2 ** 32;
}

/** Which entry a draw falls on, by cumulated weights in their order. */
export function drawByWeight(text: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const drawn = drawFrom(text) * sum;
  let below = 0;
  for (const [index, weight] of weights.entries()) {
    below += weight;
    if (drawn < below) return index;
  }
  return weights.length - 1;
}
