import type { HistoryParts, ImportStep } from "./import-step.ts";
import { assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { bookPeople } from "#app/commands/history/book-people.ts";
import { foreseeHistory } from "#app/commands/history/foresee-history.ts";
import { ShopIsGone } from "#app/commands/shops/shop-is-gone.ts";
import type { Database } from "#app/db/client.ts";
import {
  changeImport,
  claimImport,
  type HistoryImport,
  releaseImport,
  shopsWithImports,
} from "#app/db/history/history-import.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { describeError, log, logError } from "#app/log.server.ts";
import { goThroughPeople } from "./go-through-people.ts";
import { readHistory } from "./read-history.ts";
import { ShopRounds } from "../shop-rounds.ts";

const SHOPS_AT_ONCE = 1;
const POLL_EVERY_MS = 2_000;
/** Longer than anything takes between two writes of an import. */
const LEASE_MS = 120_000;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 10 * 60_000;
/** Booking and previewing touch only our own database: what fails so often needs a person. */
const GIVE_UP_AFTER_FAILURES = 12;

export interface HistoryRounds {
  start(): void;
  /** Lets go of an order list that is being read, too: it is read on from there. */
  stop(): Promise<void>;
}

/** Brings on the imports of orders from before the app: reads, finds out what they would give, books. */
export function historyRounds(parts: HistoryParts): HistoryRounds {
  const stopping = new AbortController();
  const rounds = new ShopRounds({
    name: "history",
    atOnce: SHOPS_AT_ONCE,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsWithImports(parts.database, parts.now()),
    work: (shopId) => advanceImport(parts, shopId, stopping.signal),
  });
  return {
    start: () => rounds.start(),
    stop: () => {
      stopping.abort();
      return rounds.stop();
    },
  };
}

/** One round at one shop's import. What fails is tried again, later and later, and says why meanwhile. */
export async function advanceImport(
  parts: HistoryParts,
  shopId: number,
  stopping: AbortSignal,
): Promise<"rested" | "again"> {
  const { database, now } = parts;
  const at = now();
  const run = await claimImport(database, shopId, at, at + LEASE_MS);
  if (run === null) return "rested";
  const shop = await readShop(database, shopId);
  const platform = shop === null ? null : parts.findPlatform(shop.platform);
  if (shop?.status !== "installed" || platform === null) return "rested";
  try {
    const rest = await step({ ...parts, platform, shop, run, leaseMs: LEASE_MS, stopping });
    if (rest === "again") await releaseImport(database, shopId, now());
    return rest;
  } catch (error) {
    if (error instanceof ShopIsGone) return "rested";
    logError("import_failed", error, { shopId, state: run.state });
    await postpone(database, shopId, run, { reason: describeError(error), now: now() });
    return "rested";
  }
}

async function step(parts: ImportStep): Promise<"rested" | "again"> {
  switch (parts.run.state) {
    case "reading":
      return readHistory(parts);
    case "previewing":
      return foresee(parts);
    case "booking":
      return book(parts);
    case "ready":
    case "done":
    case "failed":
    case "skipped":
      return "rested";
    default:
      return assertNever(parts.run.state);
  }
}

function foresee(step: ImportStep): Promise<"rested" | "again"> {
  const { database, shop, run } = step;
  return goThroughPeople(step, (options) => foreseeHistory(database, shop.shopId, run, options));
}

function book(step: ImportStep): Promise<"rested" | "again"> {
  const { database, shop, run } = step;
  const { shopId } = shop;
  return goThroughPeople(step, async (options) => {
    const turn = await bookPeople(database, shopId, run, options);
    if (turn === "done" || turn === "end") return turn;
    log.info("history_booked", { shopId, people: turn.told });
    return turn;
  });
}

async function postpone(
  database: Database,
  shopId: number,
  run: HistoryImport,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Promise<void> {
  const failures = run.failures + 1;
  const nextAt = now + Math.min(FIRST_DELAY_MS * 2 ** run.failures, LONGEST_DELAY_MS);
  const givenUp = run.state !== "booking" && failures >= GIVE_UP_AFTER_FAILURES;
  await changeImport(database, shopId, run, {
    failures,
    reason: reason.slice(0, 500),
    nextAt,
    ...(givenUp ? { state: "failed" as const } : {}),
  });
}
