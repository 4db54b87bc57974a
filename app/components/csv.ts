/** A table as the address of a file to download. */
export function csvAddress(rows: readonly (readonly (string | number)[])[]): string {
  const text = rows.map((row) => row.map(cell).join(",")).join("\n");
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}

/** A text that a spreadsheet would take for a formula is kept a text: names come from shoppers. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const plain = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\n\r]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
