const FIRST = 10;

/**
 * The next round figure above a threshold and below the next one, in the unit of the document: "200" before "500" has
 * "300". Null: it is no figure, or no whole one lies between.
 */
export function thresholdAbove(from: string, next: string | null): string | null {
  const low = Number(from);
  const high = next === null ? Number.POSITIVE_INFINITY : Number(next);
  if (from.trim() === "" || !(low >= 0) || Number.isNaN(high)) return null;
  const reach = low > 0 ? low : Math.min(high, FIRST);
  for (let size = 10 ** Math.floor(Math.log10(reach)); size >= 1; size /= 10) {
    const round = (Math.floor(low / size) + 1) * size;
    if (round < high) return String(round);
  }
  return null;
}
