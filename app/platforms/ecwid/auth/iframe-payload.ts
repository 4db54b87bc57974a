import { createDecipheriv } from "node:crypto";
import { z } from "zod";
import { parseBody } from "../../parse-body.ts";
import { id } from "../fields.ts";

const IV_BYTES = 16;
const KEY_BYTES = 16;
const MOST_CHARACTERS = 8_192;
const HEX = /^(?:[0-9a-f]{2})+$/iu;

/** What Ecwid's admin says of the store that opens the app. Nothing proves it: who reads it asks the store. */
export interface OpenedPayload {
  readonly storeId: string;
  readonly accessToken: string;
  readonly language: string;
  /**
   * What it can be known again by: the first block behind the IV. Whoever changes the IV changes what the
   * block says and not the block; whoever changes the block loses the store. Null: in hexadecimal digits it
   * is the same at every opening, and says the token to whoever sees it.
   */
  readonly mark: string | null;
}

const payloadBody = z.object({
  store_id: id,
  access_token: z.string().min(1).max(512),
  lang: z.string().max(20).default("en"),
});

/**
 * Both forms an app may be registered for: encrypted with the app's secret (AES-128-CBC, the IV in front,
 * base64 for addresses), or the JSON in hexadecimal digits. Null is all that is said of a bad one, whatever
 * is bad about it: padding, form or content.
 */
export function openPayload(text: string, clientSecret: string): OpenedPayload | null {
  if (text.length > MOST_CHARACTERS) return null;
  const json = HEX.test(text) ? Buffer.from(text, "hex") : decrypt(text, clientSecret);
  if (json === null) return null;
  const parsed = payloadBody.safeParse(parseBody(json.toString("utf8")));
  if (!parsed.success) return null;
  const { store_id: storeId, access_token: accessToken, lang: language } = parsed.data;
  return { storeId, accessToken, language, mark: HEX.test(text) ? null : markOf(text) };
}

function markOf(text: string): string {
  return Buffer.from(text, "base64url")
    .subarray(IV_BYTES, 2 * IV_BYTES)
    .toString("base64url");
}

function decrypt(text: string, clientSecret: string): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length <= IV_BYTES || (bytes.length - IV_BYTES) % IV_BYTES !== 0) return null;
  const key = Buffer.from(clientSecret, "utf8").subarray(0, KEY_BYTES);
  if (key.length < KEY_BYTES) return null;
  try {
    const decipher = createDecipheriv("aes-128-cbc", key, bytes.subarray(0, IV_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
