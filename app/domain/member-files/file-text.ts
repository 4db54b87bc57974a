/** How the letters of a file are written as bytes. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What stands between the cells of a line. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** How many bytes of a file are enough to tell how it is written. */
export const HEAD_BYTES = 64 * 1024;

/**
 * How a file is written, by its first bytes. `isUtf8`: whether all of it can be read so; a file that
 * cannot is taken for what spreadsheets on Windows write.
 */
export function detectEncoding(head: Uint8Array, isUtf8: boolean): Encoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  let [even, odd] = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > head.length / 8 && odd > even * 4) return "utf-16le";
  if (even > head.length / 8 && even > odd * 4) return "utf-16be";
  return isUtf8 ? "utf-8" : "windows-1252";
}

/** What separates the cells: what stands most often outside quotes in the line with the names of the columns. */
export function detectSeparator(text: string): Separator {
  const seen: string[] = [];
  let isQuoted = false;
  for (const sign of text.trimStart()) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "\n" || sign === "\r")) break;
    else if (!isQuoted) seen.push(sign);
  }
  const countOf = (separator: Separator) => seen.filter((sign) => sign === separator).length;
  return SEPARATORS.reduce((best, sign) => (countOf(sign) > countOf(best) ? sign : best));
}
