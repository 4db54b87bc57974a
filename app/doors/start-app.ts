import type { Server } from "node:http";
import { bringUpToDate } from "#app/commands/members/bring-up-to-date.ts";
import { database } from "#app/db/client.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { serverEnv } from "#app/env.server.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { describeError, log, logWhatNobodyCaught } from "#app/log.server.ts";
import {
  findPlatform,
  isStorefrontOrigin,
  shopAskedFor,
  shopperProof,
  verifyStorefrontVisit,
  webhookDoors,
} from "#app/platforms/registry.server.ts";
import { createFront } from "./front.ts";
import { createHealthDoor } from "./health-door.ts";
import { loadPages } from "./load-pages.ts";
import { createSeenDoor } from "./seen-door.ts";
import { createShopperDoor } from "./shopper-door.ts";
import { createStorefrontDoor } from "./storefront-door.ts";
import { createWebhookDoor } from "./webhook-door.ts";

/** How long requests under way may take once the process is asked to stop. */
const DRAIN_LIMIT_MS = 10_000;

/** Opens the data, starts the server (and the worker, where it lives here), and stops all of it in turn. */
export async function startApp(): Promise<void> {
  logWhatNobodyCaught();
  const { HOST, PORT, NODE_ENV, WORKER } = serverEnv();
  const data = await database();
  const pages = await loadPages(NODE_ENV);
  let stopping = false;
  const health = createHealthDoor({
    isStopping: () => stopping,
    askDatabase: () => data.query("SELECT 1"),
  });
  const inbox = createInboxWriter(data);
  const server = createFront({
    webhooks: new Map(
      webhookDoors.map(({ address, verify }) => [
        address,
        createWebhookDoor({ verify, inbox, now: Date.now }),
      ]),
    ),
    storefront: createStorefrontDoor({
      verify: verifyStorefrontVisit,
      database: data,
      bringUpToDate: (shopId, memberId, now) => bringUpToDate(data, shopId, [memberId], now),
      now: Date.now,
    }),
    seen: createSeenDoor({ verify: verifyStorefrontVisit, database: data, now: Date.now }),
    shoppers: createShopperDoor({ database: data, ...shopperProof, now: Date.now }),
    shopAskedFor,
    isStorefrontOrigin,
    health,
    pages,
  });
  await listen(server, PORT, HOST);
  const worker =
    WORKER === "inline" ? await startWorker({ database: data, findPlatform, now: Date.now }) : null;

  onceAskedToStop(async () => {
    stopping = true;
    await drain(server);
    await pages.close();
    await worker?.stop();
    await data.close();
  });
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  log.info("listening", { host, port: bound });
}

/** Takes no more connections, lets requests under way end, drops what outlives the limit. */
async function drain(server: Server): Promise<void> {
  const limit = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_LIMIT_MS);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
  clearTimeout(limit);
}

function onceAskedToStop(stop: () => Promise<void>): void {
  let asked = false;
  const handle = (signal: NodeJS.Signals): void => {
    // A second signal of an impatient person ends the process as it would any other.
    if (asked) process.exit(1);
    asked = true;
    log.info("stopping", { signal });
    stop().then(
      () => {
        log.info("stopped");
        process.exit(0);
      },
      (error: unknown) => {
        log.warn("stop_failed", { reason: describeError(error) });
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", handle);
  process.on("SIGINT", handle);
}
