import { assertNever } from "#app/domain/assert.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { finishReading, stageHistory } from "#app/commands/history/stage-history.ts";
import { changeImport, type ImportChange, readImport } from "#app/db/history/history-import.ts";
import { describeError, log } from "#app/log.server.ts";
import type { HistoryOrder, Setback } from "#app/platforms/platform.ts";
import type { ImportStep } from "./import-step.ts";
import { translationSettings } from "../inbox/translate-delivery.ts";

const PORTION = 100;
/** Orders with refunds are asked for one by one: a slow portion is kept before it is full. */
const PORTION_MS = 10_000;
/** A finished gathering announces itself by a delivery; asking is for the case that it gets lost. */
const FIRST_LOOK_MS = 2_000;
const LONGEST_LOOK_MS = 60_000;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 10 * 60_000;
/** A result that cannot be read so often has gone (its address works for seven days): gather anew. */
const GATHER_ANEW_AFTER_FAILURES = 5;
const MOST_GATHERINGS = 5;

/** Has the orders gathered, waits for it, and reads them on from where it stopped. */
export async function readHistory(parts: ImportStep): Promise<"rested" | "again"> {
  const { platform, shop, run } = parts;
  if (run.operationId === null) return gather(parts);
  const progress = await platform.historyProgress(shop.shopKey, run.operationId);
  if (progress.kind !== "data") return afterSetback(parts, progress);
  const { state, objects, reason } = progress.data;
  switch (state) {
    case "running":
      await lookLater(parts, objects);
      return "rested";
    case "failed":
      return gatherAnew(parts, reason ?? "the platform could not gather the orders");
    case "completed":
      return readOn(parts, run.operationId, objects);
    default:
      return assertNever(state);
  }
}

async function gather(parts: ImportStep): Promise<"rested" | "again"> {
  const { platform, shop } = parts;
  const started = await platform.startHistory(shop.shopKey, null);
  if (started.kind !== "data") return afterSetback(parts, started);
  const operationId = started.data;
  const nextAt = parts.now() + FIRST_LOOK_MS;
  const begun = { operationId, position: 0, objects: 0, failures: 0, reason: null, nextAt };
  // Discarded while it was being started: nobody else knows of this one.
  if (!(await change(parts, begun))) await platform.stopHistory(shop.shopKey, operationId);
  return "rested";
}

/** The longer it takes, the rarer it is asked. */
async function lookLater(parts: ImportStep, objects: number): Promise<void> {
  const { now, run } = parts;
  const since = now() - run.startedAt;
  const waitMs = Math.min(Math.max(FIRST_LOOK_MS, Math.floor(since / 10)), LONGEST_LOOK_MS);
  await change(parts, { objects, failures: 0, reason: null, nextAt: now() + waitMs });
}

/** Reads the result as it arrives, a portion at a time; each is kept together with the position behind it. */
async function readOn(parts: ImportStep, operationId: string, objects: number): Promise<"rested" | "again"> {
  const { database, platform, shop } = parts;
  await change(parts, { objects });
  let portion: HistoryOrder[] = [];
  let keptAt = parts.now();
  const keep = async (): Promise<boolean> => {
    const kept = portion.length === 0 || (await keepPortion(parts, portion));
    portion = [];
    keptAt = parts.now();
    return kept;
  };
  try {
    for await (const row of platform.readHistory(shop.shopKey, operationId, parts.run.position)) {
      portion.push(row);
      if (portion.length < PORTION && parts.now() - keptAt < PORTION_MS) continue;
      if (!(await keep())) return "rested";
      if (parts.stopping.aborted) return "again";
    }
    if (!(await keep())) return "rested";
  } catch (error) {
    if (await keep())
      return afterSetback(parts, { kind: "retry", reason: describeError(error), afterMs: null });
    return "rested";
  }
  await finishReading(database, shop.shopId, parts.run, parts.now());
  return "again";
}

async function keepPortion(parts: ImportStep, portion: readonly HistoryOrder[]): Promise<boolean> {
  const { database, shop, leaseMs, now } = parts;
  const run = await readImport(database, shop.shopId);
  if (run?.startedAt !== parts.run.startedAt || run.operationId !== parts.run.operationId) return false;
  const facts: ShopFact[] = [];
  let unreadable = 0;
  for (const { order } of portion) {
    const translation = parts.platform.translate(order, translationSettings(shop));
    if (translation.ok) facts.push(...translation.facts);
    else {
      unreadable += 1;
      log.warn("history_order_unreadable", { shopId: shop.shopId, reason: translation.reason });
    }
  }
  const position = portion.at(-1)?.position ?? run.position;
  return stageHistory(database, shop.shopId, run, {
    facts,
    unreadable,
    position,
    leasedUntil: now() + leaseMs,
  });
}

async function afterSetback(parts: ImportStep, setback: Setback): Promise<"rested" | "again"> {
  const { reason } = setback;
  log.warn("history_not_read", { shopId: parts.shop.shopId, reason });
  switch (setback.kind) {
    case "retry":
      return tryLater(parts, reason, setback.afterMs);
    case "refused":
      // A gathering that is not there any more can be asked for again; one that may not be asked for cannot.
      if (parts.run.operationId !== null) return gatherAnew(parts, reason);
      await change(parts, { state: "failed", reason });
      return "rested";
    case "gone":
      await change(parts, { state: "failed", reason });
      return "rested";
    default:
      return assertNever(setback);
  }
}

async function tryLater(
  parts: ImportStep,
  reason: string,
  afterMs: number | null,
): Promise<"rested" | "again"> {
  const { database, shop, now } = parts;
  const run = (await readImport(database, shop.shopId)) ?? parts.run;
  const failures = run.failures + 1;
  if (run.operationId !== null && failures >= GATHER_ANEW_AFTER_FAILURES) return gatherAnew(parts, reason);
  const waitMs = afterMs ?? Math.min(FIRST_DELAY_MS * 2 ** run.failures, LONGEST_DELAY_MS);
  const nextAt = now() + waitMs;
  await change(parts, { failures, reason, nextAt });
  return "rested";
}

/** The platform forgets a result, or failed at it: it is asked for the orders again, a limited number of times. */
async function gatherAnew(parts: ImportStep, reason: string): Promise<"rested" | "again"> {
  const { run, now } = parts;
  const restarts = run.restarts + 1;
  if (restarts >= MOST_GATHERINGS) {
    await change(parts, { state: "failed", restarts, reason });
    return "rested";
  }
  const nextAt = now() + FIRST_DELAY_MS * 2 ** run.restarts;
  await change(parts, { operationId: null, position: 0, objects: 0, failures: 0, restarts, reason, nextAt });
  return "rested";
}

function change({ database, shop, run }: ImportStep, wanted: ImportChange): Promise<boolean> {
  return changeImport(database, shop.shopId, run, wanted);
}
