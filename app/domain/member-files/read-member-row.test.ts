import { describe, expect, test } from "vitest";
import { noQuestions, noteQuestions } from "./find-questions.ts";
import type { ReadingPlan, RowProblem } from "./member-row.ts";
import { sayProblem } from "./problem-words.ts";
import { readMemberRow } from "./read-member-row.ts";

const TODAY = "2026-05-01";
const PLAN: ReadingPlan = {
  mapping: ["email", "customer_id", "full_name", "points", "expires_on", "tier", "tier_until", "birthday"],
  pointSigns: null,
  dayOrder: null,
  tiers: { gold: "gold", basic: null },
};
const EMPTY = ["", "", "", "", "", "", "", ""];

/** The cells of a line of which only some differ from nothing. */
function cells(said: Readonly<Record<number, string>>): string[] {
  return EMPTY.map((_, index) => said[index] ?? "");
}

const read = (said: Readonly<Record<number, string>>, plan = PLAN) => readMemberRow(cells(said), plan, TODAY);

describe("a line of a file", () => {
  test("says who, how many points until when, which tier until when, and the birthday", () => {
    const said = {
      0: " Anna@Example.COM ",
      1: "gid://shopify/Customer/77",
      2: "Anna von Berg",
      3: "1 200",
      4: "31.12.2026",
      5: " GOLD ",
      6: "2026-12-31",
      7: "27.05.1990",
    };
    expect(read(said)).toEqual({
      row: {
        customerId: "77",
        email: "anna@example.com",
        firstName: "Anna",
        lastName: "von Berg",
        points: 1200,
        lots: [{ points: 1200, expiresOn: "2026-12-31" }],
        levelId: "gold",
        levelUntil: "2026-12-31",
        birthday: "1990-05-27",
      },
      problems: [],
    });
  });

  test("a tier that is left out by the merchant is no problem, and a name in a cell that was made safe is itself", () => {
    const { row, problems } = read({ 0: "a@example.com", 2: "'=Anna", 5: "Basic", 6: "2026-12-31" });
    expect(row).toMatchObject({
      firstName: "=Anna",
      levelId: null,
      levelUntil: null,
      points: null,
      lots: [],
    });
    expect(problems).toEqual([]);
  });

  test.each<[Readonly<Record<number, string>>, string]>([
    [{}, "nobody"],
    [{ 0: "anna" }, "email_unreadable"],
    [{ 0: "anna@x" }, "email_unreadable"],
    [{ 0: "a@b.de, c@d.de" }, "email_unreadable"],
    [{ 1: "7", 3: "1.500" }, "points_ambiguous"],
    [{ 1: "7", 3: "viel" }, "points_unreadable"],
    [{ 1: "7", 3: "12,5" }, "points_fraction"],
    [{ 1: "7", 3: "-3" }, "points_negative"],
    [{ 1: "7", 3: "5", 4: "03/04/2026" }, "expires_ambiguous"],
    [{ 1: "7", 3: "5", 4: "2026-04-30" }, "expired_already"],
    [{ 1: "7", 3: "5", 4: "bald" }, "expires_unreadable"],
    [{ 1: "7", 5: "Platin" }, "tier_unknown"],
    [{ 1: "7", 5: "Gold", 6: "2026-04-30" }, "tier_until_past"],
    [{ 1: "7", 7: "x" }, "birthday_unreadable"],
    [{ 1: "7".repeat(101) }, "customer_id_too_long"],
  ])("%j is not taken over: %s", (said, kind) => {
    expect(read(said).problems.map((problem) => problem.kind)).toEqual([kind]);
  });

  test("all that is wrong with a line is said at once", () => {
    const { problems } = readMemberRow(["anna", "", "", "x"], PLAN, TODAY);
    expect(problems.map(({ kind }) => kind)).toEqual([
      "cells_differ",
      "email_unreadable",
      "points_unreadable",
    ]);
  });

  test("points with ends of their own must come to the balance", () => {
    const plan: ReadingPlan = { ...PLAN, mapping: ["email", "points", "lots"] };
    const listed = "100 until 2026-12-31; 20 forever";
    expect(readMemberRow(["a@b.de", "120", listed], plan, TODAY)).toMatchObject({
      row: {
        points: 120,
        lots: [
          { points: 100, expiresOn: "2026-12-31" },
          { points: 20, expiresOn: null },
        ],
      },
      problems: [],
    });
    expect(readMemberRow(["a@b.de", "130", listed], plan, TODAY).problems).toEqual([
      { kind: "lots_unequal", points: 130, sum: 120 },
    ]);
  });
});

test("what only the merchant can say is asked once for the file, with the first cell that asks for it", () => {
  const questions = noQuestions();
  const lines = [
    { 3: "320", 4: "31/12/2026", 5: "Gold", 7: "05/27" },
    { 3: "1.500", 4: "03/04/2026", 5: "gold ", 7: "05/06" },
    { 3: "2.500", 5: "Silber" },
  ];
  for (const line of lines) noteQuestions(questions, cells(line), PLAN.mapping);
  expect(questions).toEqual({
    pointSigns: "1.500",
    dayOrder: "03/04/2026",
    tiers: new Map([
      ["gold", "Gold"],
      ["silber", "Silber"],
    ]),
  });
});

test.each(["en", "de"] as const)("every problem says in words what to fix: %s", (language) => {
  const value = "x7";
  const kinds = [
    ...[
      "email_unreadable",
      "customer_id_too_long",
      "points_ambiguous",
      "points_unreadable",
      "points_fraction",
    ],
    ...["points_negative", "points_too_large", "expires_ambiguous", "expires_unreadable", "expired_already"],
    ...[
      "lots_unreadable",
      "tier_unknown",
      "tier_until_ambiguous",
      "tier_until_unreadable",
      "tier_until_past",
    ],
    ...["birthday_ambiguous", "birthday_unreadable"],
  ] as Extract<RowProblem, { value: string }>["kind"][];
  const sentences = kinds.map((kind) => sayProblem({ kind, value }, language));
  for (const sentence of sentences) expect(sentence).toMatch(/x7.*\.$/u);
  const others: RowProblem[] = [
    { kind: "cells_differ", cells: 3, columns: 5 },
    { kind: "nobody" },
    { kind: "repeated", line: 12 },
    { kind: "has_left" },
    { kind: "erased" },
    { kind: "lots_unequal", points: 1, sum: 2 },
  ];
  const all = [...sentences, ...others.map((problem) => sayProblem(problem, language))];
  expect(new Set(all).size).toBeGreaterThan(20);
});
