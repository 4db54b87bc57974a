import { createCipheriv, randomBytes } from "node:crypto";

const KEY_BYTES = 16;

/** What the admin tells the app it opens. */
export interface Opening {
  readonly store_id: number;
  readonly lang: string;
  readonly access_token: string;
  readonly view_mode: "PAGE";
}

/** AES-128-CBC with the first bytes of the app's secret, a fresh IV in front, in base64 for addresses. */
export function encryptedPayload(opening: Opening, clientSecret: string): string {
  const iv = randomBytes(KEY_BYTES);
  const cipher = createCipheriv("aes-128-cbc", Buffer.from(clientSecret).subarray(0, KEY_BYTES), iv);
  const text = cipher.update(JSON.stringify(opening), "utf8");
  return Buffer.concat([iv, text, cipher.final()]).toString("base64url");
}

/** As an app without enhanced security gets it: plain, in hexadecimal digits. */
export function plainPayload(opening: Opening): string {
  return Buffer.from(JSON.stringify(opening), "utf8").toString("hex");
}
