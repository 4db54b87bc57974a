import { describe, expect, test } from "vitest";
import { detectEncoding, detectSeparator } from "./file-text.ts";
import { parseLotsCell, writeLotsCell } from "./lots-cell.ts";
import { parseDayCell } from "./parse-day-cell.ts";
import { isAmbiguousNumber, parsePointsCell } from "./parse-points-cell.ts";

describe("a cell of points", () => {
  test.each([
    ["320", 320],
    ["", null],
    ["0", 0],
    ["-0", 0],
    ["+12", 12],
    ["320.00", 320],
    ["320,0", 320],
    ["1 500", 1500],
    ["1\u202f500", 1500],
    ["12'500.00", 12500],
    ["1.234.567", 1234567],
    ["1,234,567.00", 1234567],
    ["1.234,00", 1234],
    ["0.000", 0],
    ["12.5", "points_fraction"],
    ["1.234,50", "points_fraction"],
    ["-5", "points_negative"],
    ["many", "points_unreadable"],
    ["1.23.456", "points_unreadable"],
    ["1,234,56", "points_unreadable"],
    ["1e5", "points_unreadable"],
    ["9999999999999", "points_too_large"],
    ["1.500", "points_ambiguous"],
    ["12,000", "points_ambiguous"],
  ])("%s comes to %s where nothing was asked", (cell, points) => {
    const parsed = parsePointsCell(cell, null);
    expect(parsed.ok ? parsed.points : parsed.problem).toBe(points);
  });

  test.each([
    ["1.500", "thousands", 1500],
    ["1.500", "decimals", "points_fraction"],
    ["12.000", "decimals", 12],
    ["12.000", "thousands", 12000],
    ["12,000", "thousands", 12000],
  ] as const)("%s is read as the merchant says: %s", (cell, signs, points) => {
    const parsed = parsePointsCell(cell, signs);
    expect(parsed.ok ? parsed.points : parsed.problem).toBe(points);
  });

  test("only one sign with three digits behind it is asked about", () => {
    const asked = ["1.500", "1,500", "1500", "1.50", "1.234.567", "0.500", "1 500"].filter(isAmbiguousNumber);
    expect(asked).toEqual(["1.500", "1,500"]);
  });
});

describe("a cell with a day", () => {
  test.each([
    ["2026-12-31", null, "2026-12-31"],
    ["2026-12-31T23:59:59Z", null, "2026-12-31"],
    ["2026/1/5", null, "2026-01-05"],
    ["31.12.2026", null, "2026-12-31"],
    ["3. 4. 2026", null, "2026-04-03"],
    ["31/12/2026", null, "2026-12-31"],
    ["12/31/2026", null, "2026-12-31"],
    ["04/04/2026", null, "2026-04-04"],
    ["03/04/2026", null, "day_ambiguous"],
    ["03/04/2026", "day_first", "2026-04-03"],
    ["03/04/2026", "month_first", "2026-03-04"],
    ["May 27, 2026", null, "2026-05-27"],
    ["27. Mai 2026", null, "2026-05-27"],
    ["3 März 2026", null, "2026-03-03"],
    ["31/31/2026", null, "day_unreadable"],
    ["29.02.2026", null, "day_unreadable"],
    ["soon", null, "day_unreadable"],
    ["0000-00-00", null, null],
    ["", null, null],
  ] as const)("%s (%s) is %s", (cell, order, day) => {
    const parsed = parseDayCell(cell, order);
    expect(parsed.ok ? parsed.day : parsed.problem).toBe(day);
  });

  test.each([
    ["05/27", null, "--05-27"],
    ["--05-27", null, "--05-27"],
    ["27.5.", null, "--05-27"],
    ["05/06", null, "day_ambiguous"],
    ["05/06", "month_first", "--05-06"],
    ["1004-05-27", null, "--05-27"],
    ["02/29", null, "--02-29"],
    ["1990-05-27", null, "1990-05-27"],
  ] as const)("a birthday may come without a year: %s (%s) is %s", (cell, order, day) => {
    const parsed = parseDayCell(cell, order, true);
    expect(parsed.ok ? parsed.day : parsed.problem).toBe(day);
  });
});

test("points with ends of their own are read as they are written", () => {
  const lots = [
    { points: 120, expiresOn: "2026-06-30" },
    { points: 50, expiresOn: null },
  ];
  expect(writeLotsCell(lots)).toBe("120 until 2026-06-30; 50 forever");
  expect(parseLotsCell(writeLotsCell(lots))).toEqual(lots);
  expect(["120", "120 until 2026-13-01", "x forever", ""].map(parseLotsCell)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

describe("how a file is written", () => {
  const bytes = (text: string, encoding: "utf16le" | "utf8" | "latin1") => Buffer.from(text, encoding);

  test.each([
    ["UTF-8", bytes("email;Grüße", "utf8"), true, "utf-8"],
    ["UTF-8 with a mark", bytes("\ufeffemail", "utf8"), true, "utf-8"],
    ["UTF-16 with a mark", bytes("\ufeffemail,points", "utf16le"), false, "utf-16le"],
    ["UTF-16 without one", bytes("email,points", "utf16le"), true, "utf-16le"],
    ["UTF-16 the other way round", bytes("email,points", "utf16le").swap16(), true, "utf-16be"],
    ["what spreadsheets on Windows write", bytes("email;Grüße", "latin1"), false, "windows-1252"],
  ] as const)("%s", (_, head, isUtf8, encoding) => {
    expect(detectEncoding(head, isUtf8)).toBe(encoding);
  });

  test.each([
    ["email,points\n", ","],
    ["email;points;name, first\n", ";"],
    ["email\tpoints\n", "\t"],
    ["email|points\n", "|"],
    ['"a;b;c",points,tier\n', ","],
    ["email\n1;2;3", ","],
  ])("%j is separated by %j", (text, separator) => {
    expect(detectSeparator(text)).toBe(separator);
  });
});
