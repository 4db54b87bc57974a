import { reviewPart } from "#app/commands/program-review/review-part.ts";
import type { Database } from "#app/db/client.ts";
import {
  claimReview,
  shopsWithReviews,
  writeProgress,
  type ProgramReview,
} from "#app/db/program-review/program-review.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { log, logError } from "#app/log.server.ts";
import { ShopRounds } from "../shop-rounds.ts";

const POLL_EVERY_MS = 1_000;
/** A round hands over after so long, so that other shops have their turn and the process can stop. */
const ROUND_MS = 2_000;
/** Longer than a part takes: should a worker die, another goes on. */
const HELD_MS = 180_000;
const RETRY_MS = 5_000;
const FAILURES_AT_MOST = 3;

export interface ReviewParts {
  readonly database: Database;
  readonly now: () => Instant;
}

/** Tries programs on the orders of their shops, in parts of the people, as merchants ask for it. */
export function reviewRounds({ database, now }: ReviewParts): ShopRounds {
  return new ShopRounds({
    name: "program_review",
    atOnce: 1,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsWithReviews(database, now()),
    work: (shopId) => advanceReview({ database, now }, shopId),
  });
}

/** One round at one shop's review. */
export async function advanceReview(
  { database, now }: ReviewParts,
  shopId: number,
): Promise<"rested" | "again"> {
  const until = now() + ROUND_MS;
  for (;;) {
    const at = now();
    const review = await claimReview(database, shopId, at, at + HELD_MS);
    if (review === null) return "rested";
    try {
      const { state, tally } = await reviewPart(database, shopId, review, now());
      if (state !== "running") {
        log.info("program_reviewed", { shopId, people: tally.people, orders: tally.orders });
        return "rested";
      }
    } catch (error) {
      logError("program_review_failed", error, { shopId });
      await noteFailure(database, shopId, review, now());
      return "rested";
    }
    if (now() >= until) return "again";
  }
}

async function noteFailure(
  database: Database,
  shopId: number,
  review: ProgramReview,
  now: Instant,
): Promise<void> {
  const failures = review.failures + 1;
  const givenUp = failures >= FAILURES_AT_MOST;
  await writeProgress(database, shopId, review.startedAt, {
    ...review,
    state: givenUp ? "failed" : "running",
    failures,
    endedAt: givenUp ? now : null,
    nextAt: now + RETRY_MS,
  });
}
