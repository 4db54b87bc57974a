import { rotateSecrets } from "#app/db/credentials.ts";
import { withDatabase } from "./with-database.ts";

/** Seals every secret anew that an older key still holds. Run after a new key was put first. */
await withDatabase(async (database) => {
  process.stdout.write(`Sealed anew: ${String(await rotateSecrets(database))} secrets.\n`);
  return 0;
});
