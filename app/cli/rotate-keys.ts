import { openDatabase } from "#app/db/client.ts";
import { rotateSecrets } from "#app/db/credentials.ts";

/** Seals every secret anew that an older key still holds. Run after a new key was put first. */
const database = await openDatabase();
try {
  process.stdout.write(`Sealed anew: ${String(await rotateSecrets(database))} secrets.\n`);
} finally {
  await database.close();
}
