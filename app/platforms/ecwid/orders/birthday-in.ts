import { z } from "zod";
import { localDay } from "#app/domain/calendar.ts";
import { parseDayCell } from "#app/domain/member-files/parse-day-cell.ts";
import { instant } from "../fields.ts";

/** Fields of the merchant's own on a customer. */
export const extrafields = z
  .array(z.object({ title: z.string().nullish(), value: z.string().nullish() }))
  .nullish();

/** Ecwid's customers have no birthday, so a merchant asks for it by a field that is called so. */
const TITLES = new Set([
  ...["birthday", "birth date", "birthdate", "date of birth"],
  ...["geburtstag", "geburtsdatum"],
  ...["anniversaire", "date de naissance", "date d'anniversaire"],
  ...["cumpleaños", "fecha de nacimiento"],
  ...["compleanno", "data di nascita"],
  ...["verjaardag", "geboortedatum"],
]);

/**
 * A customer's birthday, `1990-05-27` or `--05-27`, as a field of the merchant's own says it. Null: none says it so that
 * it can be read in one way only.
 */
export function birthdayIn(fields: z.output<typeof extrafields> & object, timezone: string): string | null {
  for (const { title, value } of fields) {
    if (value == null || title == null || !TITLES.has(called(title))) continue;
    const day = dayOf(value, timezone);
    if (day !== null) return day;
  }
  return null;
}

/** "Date of birth (optional)", "Geburtstag:" and "Anniversaire *" are called as without. */
function called(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("’", "'")
    .replace(/\s*\([^)]*\)/gu, "")
    .replaceAll(/[\s:*]+$/gu, "")
    .trim();
}

const MIDNIGHT = / 00:00:00 \+0000$/u;

/** An instant is a day where the shop is, but midnight by Ecwid's clock is a day as it was typed. */
function dayOf(value: string, timezone: string): string | null {
  const text = value.trim();
  const at = MIDNIGHT.test(text) ? null : instant.safeParse(text);
  const cell = at?.success === true ? localDay(at.data, timezone) : text;
  const read = parseDayCell(cell, null, true);
  return read.ok ? read.day : null;
}
