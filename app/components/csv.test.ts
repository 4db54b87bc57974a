import { expect, test } from "vitest";
import { csvAddress } from "./csv.ts";

const textOf = (address: string) => decodeURIComponent(address.replace(/^data:[^,]*,/u, ""));

test("a table is a file of lines with commas, and what holds one is quoted", () => {
  const rows = [
    ["name", "points"],
    ['Anna "Ana", Berlin', 12],
  ];
  expect(textOf(csvAddress(rows))).toBe('name,points\n"Anna ""Ana"", Berlin",12\n');
});

test("a name that looks like a formula stays a name", () => {
  expect(textOf(csvAddress([["=HYPERLINK(1)", -5]]))).toBe("'=HYPERLINK(1),-5\n");
});
