import { bookRows, undoRows } from "#app/commands/member-files/book-rows.ts";
import { checkFile, shopOf } from "#app/commands/member-files/check-file.ts";
import { UnreadableFile } from "#app/commands/member-files/read-lines.ts";
import { type Turn } from "#app/commands/member-files/take-turn.ts";
import { countConcerned } from "#app/commands/members/bulk/count-concerned.ts";
import { doDeed, undoDeedForMany } from "#app/commands/members/bulk/do-deed.ts";
import type { Database } from "#app/db/client.ts";
import { changeFile, claimFile, type MemberFile, shopsWithFiles } from "#app/db/member-files/member-file.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { describeError, log, logError } from "#app/log.server.ts";
import { ShopRounds } from "../shop-rounds.ts";

const POLL_EVERY_MS = 1_000;
/** A round hands over after so long, so that other shops have their turn and the process can stop. */
const ROUND_MS = 5_000;
/** Longer than anything takes between two writes: should a worker die, another goes on. */
const LEASE_MS = 120_000;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 10 * 60_000;
/** Checking touches nothing: what fails so often needs a person. */
const GIVE_UP_AFTER_FAILURES = 8;

export interface MemberFileParts {
  readonly database: Database;
  readonly now: () => Instant;
}

/** Brings on the imports of members, and deeds for many: checks them, books their lines, takes them back. */
export function memberFileRounds(parts: MemberFileParts): { start(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  const rounds = new ShopRounds({
    name: "member_files",
    atOnce: 1,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsWithFiles(parts.database, parts.now()),
    work: (shopId) => advanceFile(parts, shopId, stopping.signal),
  });
  return {
    start: () => rounds.start(),
    stop: () => {
      stopping.abort();
      return rounds.stop();
    },
  };
}

/** One round at one shop's file. What fails is tried again, later and later. */
export async function advanceFile(
  { database, now }: MemberFileParts,
  shopId: number,
  stopping: AbortSignal,
): Promise<"rested" | "again"> {
  const at = now();
  const file = await claimFile(database, shopId, at, at + LEASE_MS);
  const shop = file === null ? null : await shopOf(database, shopId);
  if (file === null || shop === null) return "rested";
  try {
    const isDone = await step({ database, now }, shop, file, stopping);
    await changeFile(database, shopId, file, { nextAt: now() });
    if (isDone) log.info("member_file_advanced", { shopId, fileId: file.fileId, from: file.state });
    return "again";
  } catch (error) {
    await noteFailure({ database, now }, shopId, file, error);
    return "rested";
  }
}

/** Whether the state it was taken up in has come to its end. */
async function step(
  { database, now }: MemberFileParts,
  shop: Shop,
  file: MemberFile,
  stopping: AbortSignal,
): Promise<boolean> {
  const { deed } = file;
  if (file.state === "checking") {
    const times = { now, leaseMs: LEASE_MS, stopping };
    const check =
      deed === null
        ? checkFile(database, shop, file, times)
        : countConcerned(database, shop, file, { planned: deed, times });
    return (await check) === "done";
  }
  const until = now() + ROUND_MS;
  for (;;) {
    const turn = await takeOn({ database, now }, shop, file);
    if (turn !== "more") return turn === "done";
    if (stopping.aborted || now() >= until) return false;
  }
}

function takeOn({ database, now }: MemberFileParts, shop: Shop, file: MemberFile): Promise<Turn> {
  const isBooking = file.state === "booking";
  if (file.deed === null) {
    return isBooking ? bookRows(database, shop, file, now()) : undoRows(database, shop, file, now());
  }
  const { deed } = file.deed;
  return isBooking
    ? doDeed(database, shop, { file, deed, now: now() })
    : undoDeedForMany(database, shop, { file, deed, now: now() });
}

async function noteFailure(
  { database, now }: MemberFileParts,
  shopId: number,
  file: MemberFile,
  error: unknown,
): Promise<void> {
  if (error instanceof UnreadableFile) {
    await changeFile(database, shopId, file, { state: "failed", reason: error.message, endedAt: now() });
    return;
  }
  logError("member_file_failed", error, { shopId, fileId: file.fileId, state: file.state });
  const failures = file.failures + 1;
  const givenUp = file.state === "checking" && failures >= GIVE_UP_AFTER_FAILURES;
  await changeFile(database, shopId, file, {
    failures,
    reason: describeError(error).slice(0, 500),
    nextAt: now() + Math.min(FIRST_DELAY_MS * 2 ** file.failures, LONGEST_DELAY_MS),
    ...(givenUp ? { state: "failed" as const } : {}),
  });
}
