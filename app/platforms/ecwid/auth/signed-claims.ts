import { createHmac, timingSafeEqual } from "node:crypto";
import type { z } from "zod";
import { parseBody } from "../../parse-body.ts";

/**
 * What we say ourselves and want to believe later, without keeping it: the form it has, the claims, and a
 * signature over both. A token of one form is none of another.
 */
export function signClaims(form: string, claims: object, keys: readonly Buffer[]): string {
  const [key] = keys;
  if (key === undefined) throw new Error("There is no key to sign with.");
  const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${form}.${body}.${signatureOf(form, body, key).toString("base64url")}`;
}

/** Null: it is none of ours, of another form, or says something else than it should. */
export function readClaims<Claims>(
  form: string,
  token: string,
  keys: readonly Buffer[],
  shape: z.ZodType<Claims>,
): Claims | null {
  const [said, body, signature, ...rest] = token.split(".");
  if (said !== form || body === undefined || signature === undefined || rest.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const isOurs = keys.some((key) => {
    const expected = signatureOf(form, body, key);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs) return null;
  const read = shape.safeParse(parseBody(Buffer.from(body, "base64url").toString("utf8")));
  return read.success ? read.data : null;
}

/** The same key seals tokens of shops: what it signs here says so, and is of no use elsewhere. */
function signatureOf(form: string, body: string, key: Buffer): Buffer {
  return createHmac("sha256", key).update(`${form} ${body}`, "utf8").digest();
}
