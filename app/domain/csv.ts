/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^'*[=+\-@\t\r]/;
const MARKED = /^'+[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/;

/** Cells as a line of a CSV file, each quoted where it must be and safe in a spreadsheet. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(",")}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const safe = safeCell(typeof value === "string" ? value : JSON.stringify(value));
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A text that a spreadsheet would run is marked with an apostrophe and stays a text: names come from
 * shoppers. One that looks marked already is marked once more, so that every text comes back as it was.
 */
function safeCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as it was before it was made safe. */
export function withoutMark(text: string): string {
  return MARKED.test(text) ? text.slice(1) : text;
}
