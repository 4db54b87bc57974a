import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";

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

const LONGEST = 1_000;
const KEY_BYTES = 32;

export function signLink(
  { kind, shopId, memberId, messageId, expiresAt }: MailLink,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): string {
  const [key] = keys;
  if (key === undefined) throw new Error("There is no key to sign links with.");
  const content = Buffer.from(JSON.stringify([kind, shopId, memberId, messageId, expiresAt])).toString(
    "base64url",
  );
  return `${content}.${signature(content, key).toString("base64url")}`;
}

/** Null: nobody of us signed it, or its time is over. A key that is no longer current still opens its links. */
export function readLink(
  token: string,
  now: Instant,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): MailLink | null {
  if (token.length > LONGEST) return null;
  const [content = "", signed = "", ...rest] = token.split(".");
  const given = Buffer.from(signed, "base64url");
  const isOurs = keys.some((key) => {
    const expected = signature(content, key);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs || rest.length > 0) return null;
  const said = SIGNED.safeParse(parseCleanJson(Buffer.from(content, "base64url").toString("utf8")));
  if (!said.success) return null;
  const [kind, shopId, memberId, messageId, expiresAt] = said.data;
  if (expiresAt !== null && expiresAt <= now) return null;
  return { kind, shopId, memberId, messageId, expiresAt };
}

/** A key of its own, so that a signature made here opens nothing elsewhere. */
function signature(content: string, { bytes }: EncryptionKey): Buffer {
  const key = Buffer.from(hkdfSync("sha256", bytes, "", "regulars links in mails", KEY_BYTES));
  return createHmac("sha256", key).update(content).digest();
}
