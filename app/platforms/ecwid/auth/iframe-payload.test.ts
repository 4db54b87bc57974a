import { createCipheriv } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openPayload } from "./iframe-payload.ts";

const SECRET = "0123abcd4567efgh1234567890";
/** Made beforehand with an IV of sevens: {"store_id":1003,"lang":"en","access_token":"secret_x",…}. */
const ENCRYPTED =
  "BwcHBwcHBwcHBwcHBwcHB3HN86DLxIoojH75yaDJDK8IoddIvPMuHnRddJx2H8j1-JAjrtQArYz-iA1TiM9kEqhvF8Pf-JWifOEmrKE_RuBuZWQ8CVFFYnFfuBZedqy95n-IQpW-M_aQ2YZjeRTIVD_fpIf1ofNyoFx0oy4SViU";
const MARK = Buffer.from(ENCRYPTED, "base64url").subarray(16, 32).toString("base64url");
const HEXADECIMAL = Buffer.from(
  JSON.stringify({ store_id: 1003, lang: "en", access_token: "secret_x", view_mode: "PAGE" }),
).toString("hex");

const opened = { storeId: "1003", accessToken: "secret_x", language: "en" };

function encrypt(text: string): string {
  const iv = Buffer.alloc(16, 9);
  const cipher = createCipheriv("aes-128-cbc", SECRET.slice(0, 16), iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]).toString("base64url");
}

describe("what Ecwid's admin says of the store that opens the app", () => {
  it.each([
    ["encrypted", ENCRYPTED, MARK],
    ["in hexadecimal digits", HEXADECIMAL, null],
  ])("%s, is read", (_, payload, mark) => {
    expect(openPayload(payload, SECRET)).toEqual({ ...opened, mark });
  });

  it("has nothing that would prove it: a flipped byte of the IV names another store", () => {
    const bytes = Buffer.from(ENCRYPTED, "base64url");
    bytes[12] = Number(bytes[12]) ^ ("1".charCodeAt(0) ^ "9".charCodeAt(0));
    // So whoever reads it asks that store, which does not know the token.
    const flipped = openPayload(bytes.toString("base64url"), SECRET);
    expect(flipped).toEqual({ ...opened, storeId: "9003", mark: MARK });
  });

  it.each([
    ["nothing", ""],
    ["no base64", "***"],
    ["an IV alone", ENCRYPTED.slice(0, 22)],
    ["a cut text", ENCRYPTED.slice(0, -4)],
    ["another last block, whose padding is wrong", `${ENCRYPTED.slice(0, -6)}AAAAAA`],
    ["what is encrypted and no JSON", encrypt("store_id=1003")],
    ["what names no store", encrypt(JSON.stringify({ access_token: "secret_x" }))],
    ["what has no token", encrypt(JSON.stringify({ store_id: 1003 }))],
    ["more than anybody sends", "A".repeat(10_000)],
  ])("%s is refused with the same word", (_, payload) => {
    expect(openPayload(payload, SECRET)).toBeNull();
  });

  it("read with another secret is refused", () => {
    expect(openPayload(ENCRYPTED, "another-secret-of-somebody")).toBeNull();
  });
});
