import type { Database } from "#app/db/client.ts";
import { keepInsightAnswer, noteInsightProgress, takeAsked } from "#app/db/customers/insight-answers.ts";
import { liveReport } from "#app/db/customers/live-report.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { insightAnswer } from "#app/domain/customers/report/shop-figures.ts";

/** A worker that has shown no progress for so long is taken for gone. */
const LEASE_MS = 600_000;

/**
 * Answers all that Insight was asked for in a shop, from its own rows: they are read once for all of it. Answers how
 * many there were.
 */
export async function answerInsight(database: Database, shopId: number, now: () => Instant): Promise<number> {
  const at = now();
  const shop = await readShop(database, shopId);
  if (shop?.status !== "installed") return 0;
  const asked = await takeAsked(database, shopId, at, at + LEASE_MS);
  if (asked.length === 0) return 0;
  const { report } = await liveReport(database, shop, at, (read) =>
    noteInsightProgress(database, shopId, read, now() + LEASE_MS),
  );
  for (const { name, choice } of asked)
    await keepInsightAnswer(database, shopId, name, insightAnswer(report, choice));
  return asked.length;
}
