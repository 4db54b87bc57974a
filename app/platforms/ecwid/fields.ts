import { z } from "zod";

/** An id, which Ecwid writes as a number or as a text; kept as its digits. */
export const id = z.union([z.string().min(1), z.int()]).transform(String);

/** Ecwid's own clock in its answers: "2024-09-04 07:22:09 +0000". */
export const instant = z.string().transform((text, context) => {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text);
  const parsed = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4]}`);
  if (!Number.isNaN(parsed)) return parsed;
  context.addIssue({ code: "custom", message: 'an instant such as "2024-09-04 07:22:09 +0000" is expected' });
  return z.NEVER;
});

/** "2024-09-04 07:22:09 +0000", as Ecwid takes a date. */
export function dateText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} +0000`;
}
