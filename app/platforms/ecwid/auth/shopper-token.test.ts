import { describe, expect, it } from "vitest";
import { issueShopperToken, readShopperToken } from "./shopper-token.ts";
import { verifyVisit } from "./verify-visit.ts";

const KEY = Buffer.alloc(32, 1);
const OLD = Buffer.alloc(32, 2);
const NOW = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const anna = { storeId: "1003", customerId: "17" };

const bearer = (token: string) => `Bearer ${token}`;

describe("a shopper's token", () => {
  const token = issueShopperToken(anna, [KEY], NOW);

  it("names store and customer for an hour, also while a new key spreads", () => {
    expect(readShopperToken(token, [KEY], NOW + HOUR - 1)).toEqual(anna);
    expect(readShopperToken(issueShopperToken(anna, [OLD], NOW), [KEY, OLD], NOW)).toEqual(anna);
    expect(readShopperToken(token, [KEY], NOW + HOUR)).toBeNull();
  });

  it("made with another key, changed, cut or made up says nothing", () => {
    const [form = "", body = "", signature = ""] = token.split(".");
    const other = Buffer.from(JSON.stringify({ store: "1003", customer: "18", until: NOW + HOUR }));
    for (const bad of [
      issueShopperToken(anna, [OLD], NOW),
      `${form}.${other.toString("base64url")}.${signature}`,
      `${form}.${body}.`,
      `${form}.${body}`,
      `other.${body}.${signature}`,
      `${token}.more`,
      "",
    ]) {
      expect(readShopperToken(bad, [KEY], NOW)).toBeNull();
    }
  });

  it("of another store is refused, and not taken for a stranger", () => {
    expect(verifyVisit("1003", bearer(token), [KEY], NOW)).toMatchObject({ customerId: "17" });
    expect(verifyVisit("1004", bearer(token), [KEY], NOW)).toMatchObject({ ok: false, status: 401 });
    expect(verifyVisit("1003", "Bearer 17", [KEY], NOW)).toMatchObject({ ok: false, status: 401 });
    expect(verifyVisit("1003", "17", [KEY], NOW)).toMatchObject({ ok: false, status: 401 });
  });

  it("is not needed for what anybody may see, and a store has a number", () => {
    expect(verifyVisit("1003", null, [KEY], NOW)).toEqual({ ok: true, shopKey: "1003", customerId: null });
    expect(verifyVisit("1003/../1004", null, [KEY], NOW)).toMatchObject({ ok: false, status: 400 });
  });
});
