export const REASON_MAX_LENGTH = 200;
/** The app's own limit for one adjustment by hand. */
const POINTS_MAX = 1_000_000;

export interface AdjustmentMistakes {
  readonly points: "pointsWhole" | "pointsNone" | "pointsMany" | null;
  readonly reason: "reasonMissing" | "reasonLong" | null;
}

export type Adjustment =
  | { readonly ok: true; readonly points: number; readonly reason: string }
  | { readonly ok: false; readonly mistakes: AdjustmentMistakes };

/** Whole points other than zero, below or above it, and a reason somebody can read. */
export function readAdjustment(pointsText: string, reasonText: string): Adjustment {
  const points = wholeNumber(pointsText);
  const reason = reasonText.trim();
  const mistakes = { points: pointsMistake(pointsText, points), reason: reasonMistake(reason) };
  if (mistakes.points !== null || mistakes.reason !== null) return { ok: false, mistakes };
  return { ok: true, points, reason };
}

/** Digits with at most a sign before them; NaN where anything else is typed: 1e5, ,5, .5 and 0x10 are none. */
export function wholeNumber(text: string): number {
  const typed = text.trim().replace("−", "-");
  return /^[+-]?\d{1,15}$/u.test(typed) ? Number(typed) : Number.NaN;
}

function pointsMistake(text: string, points: number): AdjustmentMistakes["points"] {
  if (text.trim() === "" || points === 0) return "pointsNone";
  if (!Number.isSafeInteger(points)) return "pointsWhole";
  return Math.abs(points) > POINTS_MAX ? "pointsMany" : null;
}

function reasonMistake(reason: string): AdjustmentMistakes["reason"] {
  if (reason === "") return "reasonMissing";
  return reason.length > REASON_MAX_LENGTH ? "reasonLong" : null;
}
