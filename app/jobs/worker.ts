import { randomUUID } from "node:crypto";
import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { removeHeartbeat, writeHeartbeat } from "#app/db/heartbeats.ts";
import { log, logError } from "#app/log.server.ts";
import { mailFromEnvironment, type MailParts } from "#app/messages/mail.server.ts";
import type { Platform } from "#app/platforms/platform.ts";
import { questionRounds } from "./questions/answer-questions.ts";
import { outboxRounds } from "./outbox/deliver-outbox.ts";
import { historyRounds } from "./history/import-history.ts";
import { inboxRounds } from "./inbox/process-inbox.ts";
import { reconciliationRounds } from "./shops/reconcile-orders.ts";
import { memberFileRounds } from "./member-files/import-members.ts";
import { reviewRounds } from "./program-review/review-programs.ts";
import { scoringRounds } from "./customers/score-shops.ts";
import { consentRounds } from "./messages/ask-for-consents.ts";
import { noticeRounds } from "./journeys/keep-notices.ts";
import { carryOverRounds } from "./program/carry-over.ts";
import { storefrontRounds } from "./program/tell-storefronts.ts";
import type { ShopRounds } from "./shop-rounds.ts";
import { startTimetable } from "./timetable.ts";

export type WorkingPlatform = Pick<
  Platform,
  | "translate"
  | "deliver"
  | "publishProgram"
  | "bringAboutPerks"
  | "describeShop"
  | "compareEveryMs"
  | "listUpdatedOrders"
  | "readOrder"
  | "lookInto"
  | "startHistory"
  | "historyProgress"
  | "readHistory"
  | "stopHistory"
  | "describeProducts"
  | "describeCustomers"
  | "readConsents"
  | "missingCodes"
>;

export interface WorkerParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => WorkingPlatform | null;
  readonly now: () => Instant;
  /** Null: there is no mail server. Left out: the one of the environment. */
  readonly mail?: MailParts | null;
}

type Rounds = Pick<ShopRounds, "start" | "stop">;

export interface Worker {
  /** Takes nothing new, finishes what is under way. */
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 10_000;
const FORGOTTEN_AFTER_MS = 3_600_000;

/** Reads the inbox, asks shops what it lacks, delivers the outbox and keeps the timetable. Several may run, in several processes. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { database, now } = parts;
  const workerId = randomUUID();
  const mail = parts.mail === undefined ? mailFromEnvironment() : parts.mail;
  const inbox = inboxRounds(parts);
  const outbox = outboxRounds({ ...parts, mail });
  const questions = questionRounds(parts);
  const rounds: Rounds[] = [inbox, outbox, questions, ...slowRounds(parts)];
  if (mail !== null) rounds.push(noticeRounds(database, now), consentRounds(database, now));
  const deaf = [
    await database.listen("inbox", (payload) => {
      wakeAll(payload, inbox);
    }),
    await database.listen("outbox", (payload) => {
      wakeAll(payload, outbox);
    }),
    await database.listen("questions", (payload) => {
      wakeAll(payload, questions);
    }),
  ];
  await writeHeartbeat(database, workerId, now());
  const heart = setInterval(() => {
    writeHeartbeat(database, workerId, now()).catch((error: unknown) => {
      logError("heartbeat_failed", error);
    });
  }, HEARTBEAT_MS);
  for (const round of rounds) round.start();
  const stopTimetable = await startTimetable(database, now);
  log.info("worker_started", { workerId });
  return {
    async stop() {
      clearInterval(heart);
      await Promise.all(deaf.map((stopListening) => stopListening()));
      await Promise.all([...rounds.map((round) => round.stop()), stopTimetable()]);
      mail?.transport.close();
      await removeHeartbeat(database, workerId, now() - FORGOTTEN_AFTER_MS);
      log.info("worker_stopped", { workerId });
    },
  };
}

/** Rounds that nobody waits for, and no hint wakes. */
function slowRounds(parts: WorkerParts): Rounds[] {
  return [
    storefrontRounds(parts),
    carryOverRounds(parts),
    reconciliationRounds(parts),
    historyRounds(parts),
    memberFileRounds(parts),
    reviewRounds(parts),
    scoringRounds(parts),
  ];
}

/** A hint names shops: "3,17". */
function wakeAll(payload: string, rounds: { wake(shopId: number): void }): void {
  for (const shopId of payload.split(",").map(Number)) {
    if (Number.isInteger(shopId)) rounds.wake(shopId);
  }
}
