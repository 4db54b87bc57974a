import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleOrder } from "./example-order.ts";
import { plainExample, type ExampleWish } from "./example-wish.ts";
import { parseProgram } from "./document/parse-program.ts";
import type { Program } from "./program.ts";

const AT = Date.UTC(2026, 4, 4, 10);

function program(document: object): Program {
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    ...document,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.program;
}

const spend = { id: "spend", kind: "spend", points: 1, per: "1.00" };

test("the example order earns what a real one would", () => {
  const example = exampleOrder(program({ earning: { rules: [spend] } }), AT, "en");
  expect(example.lines).toEqual([{ name: "example", quantity: 2, unitPriceMinor: 2490, marks: [] }]);
  expect(example.points).toBe(49);
  expect(example.earned[0]?.title).toContain("49 points");
});

test("a rule for particular goods gets a line it is about", () => {
  const rules = [spend, { ...spend, id: "new", stack: "bonus", lines: { tags: ["new", "fresh"] } }];
  const example = exampleOrder(program({ earning: { rules } }), AT, "en");
  expect(example.lines[1]).toEqual({ name: "example", quantity: 1, unitPriceMinor: 1250, marks: ["new"] });
  expect(example.points).toBe(49 + 12 + 13);
});

test("the example may be of another member, with a discount, and partly sent back", () => {
  const tiers = {
    levels: [
      { id: "bronze", from: "0" },
      { id: "gold", from: "500.00", multiplier: 2 },
    ],
  };
  const first = { id: "first", kind: "order", points: 50, order: { first: true } };
  const club = program({ earning: { rules: [spend, first] }, tiers });
  const wish = { ...plainExample(club), quantity: 3, unitPriceMinor: 1_000 };
  const pointsOf = (more: Partial<ExampleWish>) =>
    exampleOrder(club, AT, "en", { wish: { ...wish, ...more } }).points;
  expect(pointsOf({})).toBe(30 + 50);
  expect(pointsOf({ orderedBefore: true })).toBe(30);
  expect(pointsOf({ orderedBefore: true, levelId: "gold" })).toBe(60);
  expect(pointsOf({ orderedBefore: true, discountMinor: 1_000 })).toBe(20);
  expect(pointsOf({ orderedBefore: true, returned: 1 })).toBe(20);
  expect(pointsOf({ orderedBefore: true, returned: 9 })).toBe(0);
  expect(exampleOrder(club, AT, "en", { wish: { ...wish, returned: 1 } }).earned).toHaveLength(2);
});

test("a program without rules shows an order that earns nothing", () => {
  expect(exampleOrder(program({ earning: { rules: [] } }), AT, "de").points).toBe(0);
});

test.each(["JPY", "KWD"])("the example has a plausible price in %s", (currency) => {
  const rules = [{ ...spend, per: "1" }];
  const [line] = exampleOrder(program({ currency, earning: { rules } }), AT, "en").lines;
  expect(line?.unitPriceMinor).toBe(currency === "JPY" ? 2_490 : 24_900);
});

const STARTERS = new URL("./starters/", import.meta.url);

test.each(readdirSync(STARTERS))("the ready-made program %s has an example in both languages", (name) => {
  const parsed = parseProgram(JSON.parse(readFileSync(new URL(name, STARTERS), "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  expect(exampleOrder(parsed.program, AT, "en").lines.length).toBeGreaterThan(0);
  expect(exampleOrder(parsed.program, AT, "de").points).toBe(exampleOrder(parsed.program, AT, "en").points);
});
