import { parseDay } from "../calendar.ts";
import type { LotToCarry } from "./member-row.ts";

const PART = /^(\d{1,13}) (?:until (\d{4}-\d{2}-\d{2})|(forever))$/;

/** Points with their ends as the app's own file has them: `120 until 2026-06-30; 50 forever`. */
export function writeLotsCell(
  lots: readonly { readonly points: number; readonly expiresOn: string | null }[],
): string {
  return lots
    .map(({ points, expiresOn }) =>
      expiresOn === null ? `${String(points)} forever` : `${String(points)} until ${expiresOn}`,
    )
    .join("; ");
}

/** The same, read; null where it is anything else. */
export function parseLotsCell(cell: string): LotToCarry[] | null {
  const lots: LotToCarry[] = [];
  for (const part of cell.split(";")) {
    const [, points, day] = PART.exec(part.trim()) ?? [];
    if (points === undefined) return null;
    if (day !== undefined && parseDay(day) === null) return null;
    lots.push({ points: Number(points), expiresOn: day ?? null });
  }
  return lots;
}
