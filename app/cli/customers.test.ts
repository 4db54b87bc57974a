import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { order, program } from "#tests/support/replay-story.ts";

const folder = mkdtempSync(join(tmpdir(), "regulars-customers-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

function customers(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["tools/run-bundled.mjs", "app/cli/customers.ts", "--events", "-", ...args],
    { input, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

const lines = [
  order("1", { id: "m1", email: "m1@example.com" }, "20.00"),
  order("2", { email: "Guest@Example.com" }, "10.00"),
  order("3", { id: "m1" }, "5.00", "2026-01-06T10:00:00+01:00", { currency: "USD" }),
];
const history = lines.map((line) => JSON.stringify(line)).join("\n");
const segments = file("segments.json", {
  format: "regulars.segments/1",
  segments: [{ id: "big", where: { fact: "purchases.value", atLeast: "40" } }],
});

describe("npm run customers", { timeout: 60_000 }, () => {
  test("prints everybody with facts and segments, and what it refused", () => {
    const answer = customers(history, "--segments", segments);
    expect(answer).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(answer.stdout)).toMatchObject({
      at: "2026-01-06T09:00:00+00:00",
      shop: { window: { revenue: "60.00", orders: 2, customers: 2 }, sinceLaunch: null },
      models: { purchases: null, money: null },
      customers: [
        { id: "guest:guest@example.com", facts: { "purchases.value": "20.00" }, segments: [] },
        { id: "m1", facts: { "purchases.value": "40.00", "points.earned": 0 }, segments: ["big"] },
      ],
      rejected: [{ line: 3, reason: "the order is in USD, the program counts in EUR" }],
    });
  });

  test("with a program points are known, and zone and currency are its own", () => {
    const answer = customers(history, "--program", file("program.json", program));
    expect(JSON.parse(answer.stdout)).toMatchObject({
      at: "2026-01-06T10:00:00+01:00",
      shop: { window: { points: { opening: 0, earned: 60, closing: 60 } } },
      customers: [{}, { id: "m1", facts: { "points.available": 40, "points.earned": 40 } }],
      rejected: [{ line: 3 }],
    });
  });

  test("one customer's facts are printed with how they came about", () => {
    const { stdout } = customers(history, "--facts", "m1");
    expect(stdout).toContain('purchases.value = "40.00"\n    What is left of the goods');
    expect(stdout).toContain("1 paid 2026-01-05: goods 40.00, kept 40.00 and 2 units; a purchase");
    expect(customers(history, "--facts", "m9")).toEqual({
      status: 1,
      stdout: "",
      stderr: "there is no customer m9 in this history\n",
    });
  });

  test("as CSV, a customer a line; as a table, for the eye", () => {
    const csv = customers(history, "--as", "csv").stdout.split("\n");
    expect(csv[0]).toMatch(/^id,email,purchases\.count,/);
    expect(csv).toHaveLength(4);
    expect(customers(history, "--as", "table").stdout).toContain("revenue");
  });

  test("the segments that are shipped can be asked for by name", () => {
    const { stdout } = customers(history, "--segments", "ready-made");
    expect(JSON.parse(stdout)).toMatchObject({ customers: [{ segments: ["new", "active"] }, { id: "m1" }] });
  });

  test("nothing told is nobody", () => {
    expect(JSON.parse(customers("").stdout)).toEqual({
      at: null,
      shop: null,
      models: { purchases: null, money: null },
      customers: [],
      rejected: [],
    });
  });

  test.each([
    [
      "a line of the wrong form stops it with its number",
      `${history}\n{`,
      [],
      "line 4: this is not valid JSON\n",
    ],
    ["a wrong zone", history, ["--timezone", "+01:00"], '--timezone: found "+01:00"'],
    ["a wrong day", history, ["--from", "2026-02-30"], '--from: found "2026-02-30"'],
    [
      "a window that ends before it begins",
      history,
      ["--from", "2026-02-02", "--to", "2026-02-01"],
      "--from: a day",
    ],
    [
      "a segment that asks for what there is not",
      history,
      [
        "--segments",
        file("wrong.json", {
          format: "regulars.segments/1",
          segments: [{ id: "a", where: { segment: "b" } }],
        }),
      ],
      'segments[0].where.segment: found "b", allowed: the id of a segment of this document',
    ],
  ])("%s", (_, input, args, problem) => {
    const answer = customers(input, ...args);
    expect(answer).toMatchObject({ status: 1, stdout: "" });
    expect(answer.stderr).toContain(problem);
  });
});
