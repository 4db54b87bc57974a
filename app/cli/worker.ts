import { openDatabase } from "#app/db/client.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { logError, logWhatNobodyCaught } from "#app/log.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";

/** The worker as a process of its own, beside web processes that run with WORKER=separate. */
logWhatNobodyCaught();
const database = await openDatabase();
const worker = await startWorker({ database, findPlatform, now: Date.now });

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  worker
    .stop()
    .then(() => database.close())
    .then(
      () => process.exit(0),
      (error: unknown) => {
        logError("stop_failed", error);
        process.exit(1);
      },
    );
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
