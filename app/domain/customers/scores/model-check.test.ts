import { describe, expect, test } from "vitest";
import { sameChance } from "#tests/support/made-up-customers.ts";
import { startOfDayNumber } from "../../calendar.ts";
import { assert } from "../../assert.ts";
import { CustomersRun } from "../run-customers.ts";
import { NO_SEGMENTS } from "../segments/segments.ts";
import { PLAIN_LIFETIME } from "./lifetime-value.ts";
import { checkModel, type ModelCheckRow } from "./model-check.ts";

const FIRST = Date.UTC(2025, 0, 1) / 86_400_000;
const DAYS = 200;
const SPLIT = FIRST + 150;
const DAY_MS = 86_400_000;
const settings = { zone: "UTC", digits: 2 };

/** The days on which each buys: at a rate of their own, until they leave after one of their purchases. */
function madeUpDays(people: number): number[][] {
  const chance = sameChance(3);
  return Array.from({ length: people }, (_, person) => {
    const meanGap = 8 + 30 * chance();
    const leaving = 0.15 * chance();
    const days = [person === 0 ? 0 : Math.floor(chance() * 100)];
    for (let day = days[0] ?? 0; chance() > leaving;) {
      day += 1 - Math.log(chance()) * meanGap;
      if (day >= DAYS) break;
      days.push(Math.floor(day));
    }
    return [...new Set(days)];
  });
}

function customersWho(bought: readonly (readonly number[])[]) {
  const lines = bought.flatMap((days, person) => days.map((day) => ({ day, person })));
  const run = new CustomersRun({
    ...{ program: null, zone: "UTC", currency: "EUR", stopAt: null },
    translateLine: () => ({ ok: false, reason: "no platform here" }),
  });
  lines
    .sort((a, b) => a.day - b.day)
    .forEach(({ day, person }, index) => {
      const at = new Date((FIRST + day) * DAY_MS).toISOString();
      const order = {
        id: String(index),
        currency: "EUR",
        placedAt: at,
        paidAt: at,
        lines: [{ id: "1", product: "p", quantity: 1, unitPrice: "5.00" }],
        member: { id: `c${String(person)}` },
      };
      run.line(JSON.stringify({ at, type: "order", order }), index + 1);
    });
  const report = run.finish({
    settings: { ...PLAIN_LIFETIME, rfmWithin: null },
    segmentsFor: () => NO_SEGMENTS,
    windowAt: () => null,
  });
  assert(report !== null && run.rejected.length === 0, "all of it is read");
  return report.customers;
}

function checked(bought: readonly (readonly number[])[]) {
  const check = checkModel(customersWho(bought), startOfDayNumber(FIRST + DAYS, "UTC"), settings);
  assert(check !== null, "so many are enough");
  return check;
}

describe("a model checked by a shop's own past", () => {
  const at = startOfDayNumber(FIRST + DAYS, "UTC");
  const bought = madeUpDays(300);
  const check = checked(bought);

  test("has learnt from the first three quarters of the days, and counts the purchase days of the rest", () => {
    expect(check).toMatchObject({ fittedOn: SPLIT, to: SPLIT + 50 });
    const learnt = bought.filter(([first]) => (first ?? DAYS) < 150);
    const sum = (of: (row: ModelCheckRow) => number) => check.rows.reduce((all, row) => all + of(row), 0);
    expect(check.customers).toBe(learnt.length);
    expect(sum(({ customers }) => customers)).toBe(learnt.length);
    expect(sum(({ actual }) => actual)).toBe(learnt.flat().filter((day) => day >= 150).length);
    expect(check.rows.map(({ x }) => x)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("expects about what came where people buy as it supposes, more of those who came back more", () => {
    const expected = check.rows.reduce((all, row) => all + row.expected, 0);
    const actual = check.rows.reduce((all, row) => all + row.actual, 0);
    expect(Math.abs(expected / actual - 1)).toBeLessThan(0.15);
    const each = check.rows.map((row) => row.expected / row.customers);
    expect(each.at(-1)).toBeGreaterThan(each[1] ?? Number.NaN);
  });

  test("knows nothing of the days it is asked for", () => {
    const other = checkModel(
      customersWho(bought.map((days) => days.filter((day) => day < 150))),
      at,
      settings,
    );
    expect(other?.rows.map(({ expected }) => expected)).toEqual(check.rows.map(({ expected }) => expected));
    expect(other?.rows.every(({ actual }) => actual === 0)).toBe(true);
  });

  test("is none where too few have come back, or nothing was bought", () => {
    expect(checkModel(customersWho(bought.slice(0, 40)), at, settings)).toBeNull();
    expect(checkModel([], at, settings)).toBeNull();
  });
});
