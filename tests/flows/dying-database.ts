import type { Database, Statements } from "#app/db/client.ts";

/** A database whose user dies (SIGKILL) before its n-th statement; "never" and other words never come up. */
export function dyingDatabase(real: Database, killAt: string): Database {
  let statements = 0;
  const counted = (inner: Statements): Statements => ({
    query: (sql, values) => {
      statements += 1;
      if (String(statements) === killAt) process.kill(process.pid, "SIGKILL");
      return inner.query(sql, values);
    },
  });
  return {
    ...real,
    prisma: real.prisma,
    query: (sql, values) => counted(real).query(sql, values),
    transaction: (work) => real.transaction((tx) => work(counted(tx))),
  };
}
