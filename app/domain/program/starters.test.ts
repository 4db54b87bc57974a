import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseProgram } from "./parse-program.ts";

const folder = new URL("./starters/", import.meta.url);

describe("ready-made programs", () => {
  test("there is one each for a café, fashion, beauty, travel and a paid club", () => {
    expect(readdirSync(folder).sort()).toEqual([
      "beauty.json",
      "cafe.json",
      "fashion.json",
      "paid-vip.json",
      "travel.json",
    ]);
  });

  test.each(readdirSync(folder))("%s is a valid program", (file) => {
    const parsed = parseProgram(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    expect(parsed).toMatchObject({ ok: true });
  });
});
