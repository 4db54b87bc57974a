import { describe, expect, it } from "vitest";
import { type MailLink, readLink, signLink } from "./signed-link.ts";

const NOW = Date.parse("2026-02-05T12:00:00Z");
const OLD = { id: "k1", bytes: Buffer.alloc(32, 1) };
const NEW = { id: "k2", bytes: Buffer.alloc(32, 2) };
const OUT: MailLink = { kind: "unsubscribe", shopId: 3, memberId: "17", messageId: "m1", expiresAt: null };

describe("a link of a mail", () => {
  it("says whose it is, and is read years later where it never ends", () => {
    expect(readLink(signLink(OUT, [OLD]), NOW + 20 * 365 * 86_400_000, [OLD])).toEqual(OUT);
  });

  it("is read while another key has come before the one that signed it, and not once that is gone", () => {
    const token = signLink(OUT, [OLD]);
    expect(readLink(token, NOW, [NEW, OLD])).toEqual(OUT);
    expect(readLink(token, NOW, [NEW])).toBeNull();
  });

  it("ends when it says", () => {
    const token = signLink({ ...OUT, kind: "go", expiresAt: NOW }, [OLD]);
    expect(readLink(token, NOW - 1, [OLD])).not.toBeNull();
    expect(readLink(token, NOW, [OLD])).toBeNull();
  });

  it("is nobody's once anything of it was changed", () => {
    const token = signLink(OUT, [OLD]);
    const [content = "", signature = ""] = token.split(".");
    const other = Buffer.from(JSON.stringify(["unsubscribe", 3, "18", "m1", null])).toString("base64url");
    for (const changed of [
      `${other}.${signature}`,
      content,
      `${content}.`,
      `${content}.${signature}.x`,
      `${content}.${signature.slice(0, -2)}`,
      "",
      "x".repeat(2_000),
    ]) {
      expect(readLink(changed, NOW, [OLD])).toBeNull();
    }
  });
});
