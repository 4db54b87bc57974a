import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { HOSTED } from "#tests/support/hosted-page.ts";
import { PICTURE_BYTES, PICTURES } from "#tests/support/pictures.ts";

const IMAGES = "docs/images";

const pages = [
  "README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));
const pictures = pages.flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/gu)].map(
    ([, words = "", path = ""]) => ({
      page,
      words,
      file: join(dirname(page), path),
      name: relative(IMAGES, join(dirname(page), path)).replace(/\.png$/u, ""),
    }),
  ),
);
const shownIn = (page: string): string[] =>
  pictures.filter((one) => one.page === page).map(({ name }) => name);

describe("the pictures of the docs", () => {
  it.each(pictures)("$file, named in $page, is there, light, and told in words", ({ file, words }) => {
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).size).toBeLessThanOrEqual(PICTURE_BYTES);
    expect(words.length).toBeGreaterThan(10);
  });

  it("are all taken by a browser test, and all shown", () => {
    const tests = readdirSync("tests/browser").filter((name) => name.endsWith("s.test.ts"));
    const sources = tests.map((name) => readFileSync(`tests/browser/${name}`, "utf8")).join("\n");
    for (const name of PICTURES) expect(sources).toContain(`"${name}"`);
    const kept = readdirSync(IMAGES).map((name) => name.replace(/\.png$/u, ""));
    expect(kept.sort()).toEqual(PICTURES);
    expect([...new Set(pictures.map(({ name }) => name))].sort()).toEqual(PICTURES);
  });
});

describe("every surface has a picture where merchants read of it", () => {
  const blocks = readdirSync("extensions/regulars-theme/blocks").map((name) =>
    name.replace(/\.liquid$/u, ""),
  );

  it.each(blocks)("the theme's %s in surfaces.md", (block) => {
    expect(shownIn("docs/surfaces.md")).toContain(block);
  });

  it.each([...Object.keys(HOSTED), "flow"])("%s in surfaces-extensions.md", (surface) => {
    expect(shownIn("docs/surfaces-extensions.md")).toContain(surface);
  });
});
