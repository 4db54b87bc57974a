import { answerInsight } from "#app/commands/customers/answer-insight.ts";
import { scoreCustomers } from "#app/commands/customers/score-customers.ts";
import type { Database } from "#app/db/client.ts";
import { shopsToScore } from "#app/db/customers/customer-scoring.ts";
import { shopsAsked } from "#app/db/customers/insight-answers.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { log } from "#app/log.server.ts";
import { ShopRounds } from "../shop-rounds.ts";

/** Figures of a shop are worked out in memory: one shop at a time. */
const SHOPS_AT_ONCE = 1;
const POLL_EVERY_MS = 5_000;

export interface ScoringParts {
  readonly database: Database;
  readonly now: () => Instant;
}

/**
 * Scores each shop's customers at three at night of its own, and when somebody wants it; and answers what Insight was
 * asked for besides.
 */
export function scoringRounds({ database, now }: ScoringParts): ShopRounds {
  return new ShopRounds({
    name: "customers",
    atOnce: SHOPS_AT_ONCE,
    pollEveryMs: POLL_EVERY_MS,
    findShops: async () => [
      ...new Set([...(await shopsToScore(database, now())), ...(await shopsAsked(database, now()))]),
    ],
    async work(shopId) {
      const scored = await scoreCustomers(database, shopId, now);
      if (scored !== null) log.info("customers_scored", { shopId, scored });
      const answered = await answerInsight(database, shopId, now);
      if (answered > 0) log.info("insight_answered", { shopId, answered });
      return "rested";
    },
  });
}
