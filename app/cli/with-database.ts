import { openDatabase, type Database } from "#app/db/client.ts";
import { isMigrated } from "#app/db/migrate.ts";

/** Runs a command on the database and ends the process with the exit code that it answers. */
export async function withDatabase(run: (database: Database) => Promise<number>): Promise<void> {
  const database = await openDatabase();
  try {
    process.exitCode = (await isMigrated(database)) ? await run(database) : complain(NOT_MIGRATED);
  } finally {
    await database.close();
  }
}

const NOT_MIGRATED =
  "This database has no tables yet: run `npm run migrate`, or name the one you mean with DATABASE_URL or DATA_DIR.\n";

export function complain(text: string): number {
  process.stderr.write(text);
  return 1;
}
