import { openDatabase } from "#app/db/client.ts";
import { migrate } from "#app/db/migrate.ts";

/** Brings the database to what this version of the app needs. Safe to run again, and by several at once. */
const database = await openDatabase();
try {
  const applied = await migrate(database);
  const words = applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}.`;
  process.stdout.write(`${words}\n`);
} finally {
  await database.close();
}
