import { csvLine } from "#app/domain/csv.ts";

/** A table as the address of a file to download. */
export function csvAddress(rows: readonly (readonly (string | number)[])[]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(rows.map(csvLine).join(""))}`;
}
