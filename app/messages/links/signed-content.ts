import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import type { EncryptionKey } from "#app/env.server.ts";

const LONGEST = 1_000;
const KEY_BYTES = 32;

/** Something a link says, signed for one purpose: it opens nothing elsewhere. */
export function signContent(said: unknown, purpose: string, keys: readonly EncryptionKey[]): string {
  const [key] = keys;
  if (key === undefined) throw new Error("There is no key to sign links with.");
  const content = Buffer.from(JSON.stringify(said)).toString("base64url");
  return `${content}.${signature(content, purpose, key).toString("base64url")}`;
}

/** Null: nobody of us signed it. A key that is no longer current still opens its links. */
export function readContent(token: string, purpose: string, keys: readonly EncryptionKey[]): unknown {
  if (token.length > LONGEST) return null;
  const [content = "", signed = "", ...rest] = token.split(".");
  const given = Buffer.from(signed, "base64url");
  const isOurs = keys.some((key) => {
    const expected = signature(content, purpose, key);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs || rest.length > 0) return null;
  return parseCleanJson(Buffer.from(content, "base64url").toString("utf8"));
}

/** A key of its own for each purpose. */
function signature(content: string, purpose: string, { bytes }: EncryptionKey): Buffer {
  const key = Buffer.from(hkdfSync("sha256", bytes, "", purpose, KEY_BYTES));
  return createHmac("sha256", key).update(content).digest();
}
