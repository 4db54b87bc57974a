import type { SqlValue, Statements } from "#app/db/database.ts";

/** The rows of a statement, as the test that wrote them says they are. The app itself parses: `readRows`. */
export async function rowsOf<Row extends object>(
  statements: Statements,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<Row[]> {
  return (await statements.query(sql, values)) as Row[];
}
