import { createHash } from "node:crypto";

/** What a text that was read of a shop is known by: read again unchanged, it is the same delivery. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
