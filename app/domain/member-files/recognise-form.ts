import { withoutMark } from "../csv.ts";
import { type FileForm, KNOWN_FORMS, USUAL_COLUMNS } from "./file-forms.ts";
import type { ColumnMapping, MemberField } from "./member-field.ts";
import type { DayOrder } from "./parse-day-cell.ts";

export interface RecognisedForm {
  readonly form: FileForm;
  readonly mapping: ColumnMapping;
  readonly dayOrder: DayOrder | null;
}

/** Whose export a file is by the names of its columns, and what each says. Of two columns that say the same the first is read. */
export function recogniseForm(header: readonly string[]): RecognisedForm {
  const names = header.map(columnName);
  const known = KNOWN_FORMS.find(({ tells }) =>
    tells.every((anyOf) => anyOf.some((name) => names.includes(name))),
  );
  const own = new Map<string, MemberField>(Object.entries(known?.columns ?? {}));
  const usual = new Map<string, MemberField>(Object.entries(USUAL_COLUMNS));
  const taken = new Set<MemberField>();
  const mapping = names.map((name) => {
    const field = own.get(name) ?? usual.get(name) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  return { form: known?.form ?? "unknown", mapping, dayOrder: known?.dayOrder ?? null };
}

/** A column's name without case, signs and blanks: `Birthday (MM/DD)` is `birthday mm dd`. */
function columnName(text: string): string {
  return withoutMark(text)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
