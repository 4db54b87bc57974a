// A generator of Prisma's: `prisma generate` runs it and tells it over standard input what the schema
// says. It writes each table as a zod object, named as SQL names it, so that a row read by SQL is parsed
// by what schema.prisma says and by nothing else. Prisma's protocol: a line of JSON in, one out on stderr.
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** As the drivers give them (app/db/column-values.ts): 64-bit figures as numbers, moments as milliseconds or, out of JSON, as text. */
const PARSED_BY = {
  Int: "z.int()",
  BigInt: "z.int()",
  DateTime: "instant",
  String: "z.string()",
  Boolean: "z.boolean()",
  Json: "z.unknown()",
};

/** Prisma has no list that may be missing: here one without a default is. */
function columnOf({ name, dbName, type, isList, isRequired, hasDefaultValue }) {
  const one = PARSED_BY[type];
  if (one === undefined)
    throw new Error(`prisma/generate-tables.mjs does not know the type ${type} of ${name}`);
  const all = isList ? `z.array(${one})` : one;
  return `    ${dbName ?? name}: ${(isList ? hasDefaultValue : isRequired) ? all : `${all}.nullable()`},`;
}

function tableOf({ name, dbName, fields }) {
  const columns = fields.filter(({ kind }) => kind === "scalar").map(columnOf);
  return `  ${dbName ?? name}: z.object({\n${columns.join("\n")}\n  }),`;
}

function generate({ generator, dmmf }) {
  const tables = dmmf.datamodel.models.map(tableOf);
  const text = `// Written by prisma/generate-tables.mjs from prisma/schema.prisma: change that, not this.
import { z } from "zod";
import { instant } from "../column-values.ts";

/** Every table's row, by the names SQL has for them. */
export const tables = {\n${tables.join("\n")}\n};\n`;
  writeFileSync(generator.output.value, text);
  return null;
}

const ANSWERS = {
  getManifest: () => ({ manifest: { prettyName: "tables", defaultOutput: "tables.ts" } }),
  generate,
};

createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, method, params } = JSON.parse(line);
  const answer = (said) => process.stderr.write(`${JSON.stringify({ jsonrpc: "2.0", id, ...said })}\n`);
  try {
    answer({ result: ANSWERS[method](params) });
  } catch (error) {
    answer({ error: { code: -32000, message: error.message, data: { stack: error.stack } } });
  }
});
