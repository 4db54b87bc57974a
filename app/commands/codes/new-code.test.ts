import { expect, it } from "vitest";
import { newCode } from "./new-code.ts";

const made = Array.from({ length: 2_000 }, () => newCode(""));

it("a code is readable: no 0, O, 1 or I, in groups", () => {
  for (const code of made) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{3}$/);
});

it("a code has at least 60 random bits: every place takes every sign, and none comes twice", () => {
  expect(new Set(made).size).toBe(made.length);
  const bare = made.map((code) => code.replaceAll("-", ""));
  const signsAt = Array.from({ length: 13 }, (_, place) => new Set(bare.map((signs) => signs[place])).size);
  expect(signsAt.reduce((bits, signs) => bits + Math.log2(signs), 0)).toBeGreaterThanOrEqual(60);
  expect(signsAt).toEqual(Array.from({ length: 13 }, () => 32));
});

it("a prefix stands in front of a whole code, however many are made", () => {
  const codes = Array.from({ length: 500 }, () => newCode("KAFFEE"));
  for (const code of codes)
    expect(code).toMatch(/^KAFFEE-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{3}$/);
  expect(new Set(codes).size).toBe(codes.length);
});
