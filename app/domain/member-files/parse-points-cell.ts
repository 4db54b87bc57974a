/** What a single point or comma before three digits means: `1.500` is one thousand five hundred, or one and a half. */
export const POINT_SIGNS = ["thousands", "decimals"] as const;
export type PointSigns = (typeof POINT_SIGNS)[number];

export type PointsCell =
  | { readonly ok: true; readonly points: number | null }
  | { readonly ok: false; readonly problem: PointsProblem };

export type PointsProblem =
  "points_ambiguous" | "points_unreadable" | "points_fraction" | "points_negative" | "points_too_large";

const PLAIN = /^[+-]?\d+$/;
/** Blanks and apostrophes between groups of three say thousands and nothing else. */
const SPACED = /^[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?=$|[.,])/u;
const ONE_SIGN_THREE_DIGITS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const GROUPED = /^[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/;
const GROUPED_WITH_DECIMALS = /^([+-]?\d{1,3}(?:([.,])\d{3})+)([.,])(\d+)$/;
const DECIMALS = /^([+-]?\d+)[.,](\d+)$/;

/** What a balance can be at most: far above any, and exact. */
const MOST_POINTS = 1_000_000_000_000;

/** Reads a cell of points as people and programs write whole numbers. Empty: nothing is said. Never guesses. */
export function parsePointsCell(cell: string, signs: PointSigns | null): PointsCell {
  const text = cell.trim();
  if (text === "") return { ok: true, points: null };
  if (isAmbiguousNumber(text) && signs === null) return { ok: false, problem: "points_ambiguous" };
  const parts = partsOf(text, signs);
  if (parts === null) return { ok: false, problem: "points_unreadable" };
  const [whole, decimals] = parts;
  if (/[1-9]/.test(decimals)) return { ok: false, problem: "points_fraction" };
  const points = Number(whole);
  if (points < 0) return { ok: false, problem: "points_negative" };
  return points > MOST_POINTS
    ? { ok: false, problem: "points_too_large" }
    : { ok: true, points: points === 0 ? 0 : points };
}

/** Whether a number can be read in two ways: `1.500`, `12,000`. */
export function isAmbiguousNumber(cell: string): boolean {
  return ONE_SIGN_THREE_DIGITS.test(cell.trim());
}

/** The digits before and behind the sign of decimals. */
function partsOf(text: string, signs: PointSigns | null): readonly [whole: string, decimals: string] | null {
  const plain = SPACED.test(text) ? text.replace(/[ \u00a0\u2009\u202f'’]/gu, "") : text;
  if (PLAIN.test(plain)) return [plain, ""];
  if (ONE_SIGN_THREE_DIGITS.test(plain) && signs === "thousands") return [plain.replace(/[.,]/, ""), ""];
  if (GROUPED.test(plain)) return [plain.replaceAll(/[.,]/g, ""), ""];
  const grouped = GROUPED_WITH_DECIMALS.exec(plain);
  if (grouped !== null) {
    const [, whole = "", group, sign, decimals = ""] = grouped;
    if (group !== sign) return [whole.replaceAll(/[.,]/g, ""), decimals];
  }
  const [, whole, decimals] = DECIMALS.exec(plain) ?? [];
  return whole === undefined || decimals === undefined ? null : [whole, decimals];
}
