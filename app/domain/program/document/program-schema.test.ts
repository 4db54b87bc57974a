import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { programSchema } from "./document.ts";
import { parseProgram } from "./parse-program.ts";

const docs = new URL("../../../../docs/", import.meta.url);
const page = () => readFileSync(new URL("program.md", docs), "utf8");

describe("the published documentation of the program document", () => {
  test("the JSON Schema is made from the definition the code validates with", async () => {
    // After a change to the document: npx vitest run -u app/domain/program
    const schema = await format(JSON.stringify(programSchema()), { parser: "json", printWidth: 110 });
    await expect(schema).toMatchFileSnapshot(fileURLToPath(new URL("program.schema.json", docs)));
  });

  test("the complete example is a valid program", () => {
    const example = /```json\n([\s\S]*?)\n```/.exec(page())?.[1];
    expect(example).toBeDefined();
    expect(parseProgram(JSON.parse(example!))).toMatchObject({ ok: true });
  });

  test("the page names every field of the document", () => {
    const missing = [...propertyNames(programSchema())].filter((name) => !page().includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });
});

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function propertyNames(schema: unknown): Set<string> {
  const names = new Set<string>();
  if (!isObject(schema)) return names;
  for (const [key, value] of Object.entries<unknown>({ ...schema })) {
    const own = key === "properties" && isObject(value) ? Object.keys(value) : [];
    for (const name of [...own, ...propertyNames(value)]) names.add(name);
  }
  return names;
}
