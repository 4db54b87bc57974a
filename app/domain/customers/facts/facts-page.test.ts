import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BEGIN, END, factsTable } from "#tests/support/facts-page.ts";
import { FACTS } from "./facts.ts";

/** Without the blanks that keep its columns under each other. */
const bare = (table: string) => table.replaceAll(/ +/g, " ").replaceAll(/-+/g, "-").trim();

test("the page of facts is the list of facts", () => {
  const page = readFileSync("docs/customers.md", "utf8");
  const table = page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END));
  expect(bare(table)).toBe(bare(factsTable()));
});

test("every fact has its words and its definition in both languages", () => {
  for (const { name, definition } of FACTS) {
    for (const text of [name.en, name.de, definition.en, definition.de]) expect(text).not.toBe("");
    expect(definition.de).not.toBe(definition.en);
  }
});
