import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ESLint } from "eslint";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A file that breaks one habit of the house, and the rule that must say so. */
const BREACHES: readonly (readonly [
  title: string,
  path: string,
  code: string,
  rule: string,
  says: string,
])[] = [
  [
    "the domain reads no clock through Date.now",
    "app/domain/now.ts",
    "export const at: number = Date.now();",
    "no-restricted-syntax",
    "no clock",
  ],
  [
    "the domain reads no clock through new Date()",
    "app/domain/today.ts",
    "export const at: Date = new Date();",
    "no-restricted-syntax",
    "no clock",
  ],
  [
    "the domain tosses no coin",
    "app/domain/chance.ts",
    "export const luck: number = Math.random();",
    "no-restricted-syntax",
    "no chance",
  ],
  [
    "the environment is read in one file only",
    "app/queries/port.ts",
    'export const port: string | undefined = process.env["PORT"];',
    "no-restricted-syntax",
    "read once",
  ],
  [
    "transfers have one writer, however the statement is written",
    "app/commands/write.ts",
    "export const sql: string = `INSERT INTO transfer (points) VALUES (1)`;",
    "no-restricted-syntax",
    "one writer",
  ],
  [
    "a cast is no parse",
    "app/queries/cast.ts",
    "export const read = (value: unknown): string => value as string;",
    "no-restricted-syntax",
    "do not cast",
  ],
  [
    "a shape that checks nothing is no parse",
    "app/queries/custom.ts",
    'import { z } from "zod";\nexport const name = z.custom<string>();',
    "no-restricted-syntax",
    "a cast",
  ],
  [
    "a missing figure is not zero",
    "app/queries/zero.ts",
    "export const points = (found: number | null): number => found ?? 0;",
    "no-restricted-syntax",
    "not zero",
  ],
  [
    "a missing text is not empty",
    "app/queries/empty.ts",
    'export const name = (found: string | null): string => found || "";',
    "no-restricted-syntax",
    "not an empty text",
  ],
  [
    "no promise floats",
    "app/jobs/floating.ts",
    "const work = (): Promise<void> => Promise.resolve();\nexport const start = (): void => {\n  work();\n};",
    "@typescript-eslint/no-floating-promises",
    "",
  ],
  [
    "a switch names every case",
    "app/queries/case.ts",
    'export function say(state: "open" | "used"): string {\n  switch (state) {\n    case "open":\n      return "o";\n  }\n  return "";\n}',
    "@typescript-eslint/switch-exhaustiveness-check",
    "",
  ],
  [
    "nothing is any",
    "app/queries/any.ts",
    "export const read = (value: any): unknown => value;",
    "@typescript-eslint/no-explicit-any",
    "",
  ],
  [
    "a function has at most 70 lines",
    "app/domain/long.ts",
    `export function long(): void {\n${"  void 0;\n".repeat(75)}}`,
    "max-lines-per-function",
    "",
  ],
  [
    "more than four things have their names",
    "app/queries/many.ts",
    "export function many(a: number, b: number, c: number, d: number, e: number): number {\n  return a + b + c + d + e;\n}",
    "@typescript-eslint/max-params",
    "",
  ],
  ["a file has at most 300 lines", "app/domain/file.ts", "export {};\n".repeat(301), "max-lines", ""],
  ["a route has at most 150 lines", "app/routes/long.ts", "export {};\n".repeat(151), "max-lines", ""],
  ["pages do not print", "app/queries/print.ts", 'console.log("x");\nexport {};', "no-console", ""],
];

let house: string;
let eslint: ESLint;

/** A little house of its own, so that the breaches are nowhere near the real one. */
beforeAll(() => {
  // Among what is built: a run that is killed leaves it where no later one looks.
  mkdirSync("build", { recursive: true });
  house = mkdtempSync(resolve("build/house-"));
  const everything = [
    ...BREACHES.map(([, path, code]) => ({ path, code })),
    { path: "app/domain/good.ts", code: GOOD },
  ];
  for (const { path, code } of everything) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), code);
  }
  const tsconfig = { extends: resolve("tsconfig.json"), include: ["app"], exclude: [] };
  writeFileSync(join(house, "tsconfig.json"), JSON.stringify(tsconfig));
  eslint = new ESLint({
    cwd: house,
    overrideConfigFile: resolve("eslint.config.js"),
    overrideConfig: {
      languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: house } },
    },
  });
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

const GOOD = `const counts = new Map<string, number>();
export const count = (key: string): number => counts.get(key) ?? 0;
export const kinds = ["a", "b"] as const;
export const when = (text: string): number => new Date(text).getTime();
`;

test.each(BREACHES)("%s", async (_, path, __, rule, says) => {
  const [result] = await eslint.lintFiles([path]);
  const fired = result?.messages.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message);
  expect(fired).not.toEqual([]);
  expect(fired?.join("\n")).toContain(says);
});

test("what is right is left alone: a counter that begins at zero, a date that is given, a constant", async () => {
  const [result] = await eslint.lintFiles(["app/domain/good.ts"]);
  expect(result?.messages).toEqual([]);
});
