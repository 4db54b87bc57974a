import { describe, expect, it, vi } from "vitest";
import { describeError, log, strikeOut } from "./log.server.ts";

describe("what is logged", () => {
  it.each([
    ["an address", "no such person: anna@example.com!", "no such person: [e-mail]"],
    ["an address in quotes", 'email "anna@example.com" is taken', 'email "[e-mail]" is taken'],
    ["an address of a shop's own network", "to anna@shop", "to [e-mail]"],
    ["an address in a link", "GET /x?email=anna%40example.com", "GET [e-mail]"],
    ["two of them in one word", "a@b.de@c.de", "[e-mail]@c.de"],
    ["a token", "with shpat_0123abcDEF it", "with [token] it"],
    ["nothing of note", "the shop answers 502", "the shop answers 502"],
  ])("goes without %s", (_, said, kept) => {
    expect(strikeOut(said)).toBe(kept);
  });

  it("is cut, and half an address at the cut goes with it", () => {
    const text = `${"x ".repeat(490)} anna.beispiel@example.com and more of it`;
    for (let limit = 970; limit < 1_010; limit += 1) {
      const kept = strikeOut(text, limit);
      expect(kept).not.toMatch(/ann/);
      expect(kept.length).toBeLessThanOrEqual(limit + 1);
    }
  });

  it("is cut where the text is one single word", () => {
    expect(strikeOut("a".repeat(15_000)).length).toBeLessThan(1_000);
    expect(strikeOut(`${"a".repeat(990)}@example.com`)).not.toContain("@");
  });

  it("keeps no address of an error, nor of a field that is called one", () => {
    const written: string[] = [];
    const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => {
      written.push(String(line));
      return true;
    });
    log.warn("failed", {
      reason: describeError(new Error("anna@example.com")),
      email: "x",
      path: "/a/b@c.de",
    });
    write.mockRestore();
    expect(written.join("")).not.toMatch(/anna|"x"|b@c/);
  });
});
