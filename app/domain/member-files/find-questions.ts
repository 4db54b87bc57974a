import { withoutMark } from "../csv.ts";
import type { ColumnMapping, MemberField } from "./member-field.ts";
import { isAmbiguousDay } from "./parse-day-cell.ts";
import { isAmbiguousNumber } from "./parse-points-cell.ts";
import { tierKey } from "./read-member-row.ts";

/** What only the merchant can say of a file, with the first cell that asks for it. */
export interface FileQuestions {
  pointSigns: string | null;
  dayOrder: string | null;
  /** Names of tiers as they stand in the file, each once. */
  readonly tiers: Map<string, string>;
}

export function noQuestions(): FileQuestions {
  return { pointSigns: null, dayOrder: null, tiers: new Map() };
}

/** More names of tiers than any program has: a column that is no tier's was mapped to it. */
export const MOST_TIERS = 40;

/** Notes what a line leaves open. */
export function noteQuestions(
  questions: FileQuestions,
  cells: readonly string[],
  mapping: ColumnMapping,
): void {
  mapping.forEach((field, index) => {
    const text = cells[index] === undefined ? "" : withoutMark(cells[index]).trim();
    if (text === "") return;
    if (field === "points" && isAmbiguousNumber(text)) questions.pointSigns ??= text;
    if (isDay(field) && isAmbiguousDay(text, field === "birthday")) questions.dayOrder ??= text;
    if (field === "tier" && questions.tiers.size < MOST_TIERS && !questions.tiers.has(tierKey(text))) {
      questions.tiers.set(tierKey(text), text);
    }
  });
}

function isDay(field: MemberField | null): boolean {
  return field === "expires_on" || field === "tier_until" || field === "birthday";
}
