import type { z } from "zod";
import { InvariantViolation } from "#app/domain/assert.ts";
import type { SqlValue, Statements } from "./database.ts";

/**
 * The rows of a statement, each parsed: what is not as `row` says stops the work. `row` is picked from
 * the `tables` that are generated from schema.prisma (`tables.member.pick({ email: true })`), with a shape
 * of its own for what only the statement makes. It is made once, not per call: zod compiles it.
 */
export async function readRows<Row>(
  statements: Statements,
  row: z.ZodType<Row>,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<Row[]> {
  const found = await statements.query(sql, values);
  return found.map((one) => {
    const parsed = row.safeParse(one);
    if (parsed.success) return parsed.data;
    throw new InvariantViolation(`a row is as it is declared: ${wrongOf(parsed.error)} of ${sql}`);
  });
}

/** Where, and what was expected; never what was found, which may be somebody's address. */
function wrongOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}
