import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";
import { readContent, signContent } from "./signed-content.ts";

/**
 * Where a link of a mail leads, and whose it is. `unsubscribe` and `preferences` never expire: whoever wants out
 * is let out. `go` leads into the shop.
 */
export interface MailLink {
  readonly kind: "preferences" | "unsubscribe" | "go";
  readonly shopId: number;
  readonly memberId: string;
  readonly messageId: string;
  readonly expiresAt: Instant | null;
}

const SIGNED = z.tuple([
  z.literal(["preferences", "unsubscribe", "go"]),
  z.int().positive(),
  z.string().regex(/^\d{1,19}$/u),
  z.string(),
  z.int().nullable(),
]);

const PURPOSE = "regulars links in mails";

export function signLink(
  { kind, shopId, memberId, messageId, expiresAt }: MailLink,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): string {
  return signContent([kind, shopId, memberId, messageId, expiresAt], PURPOSE, keys);
}

/** Null: nobody of us signed it, or its time is over. A key that is no longer current still opens its links. */
export function readLink(
  token: string,
  now: Instant,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): MailLink | null {
  const said = SIGNED.safeParse(readContent(token, PURPOSE, keys));
  if (!said.success) return null;
  const [kind, shopId, memberId, messageId, expiresAt] = said.data;
  if (expiresAt !== null && expiresAt <= now) return null;
  return { kind, shopId, memberId, messageId, expiresAt };
}
