import type { Database } from "#app/db/client.ts";
import { dropUnscored, type ScoredMember, writeScored } from "#app/db/customers/customer-figures.ts";
import { finishScoring, noteProgress, takeScoring } from "#app/db/customers/customer-scoring.ts";
import { askInsight, keepInsightAnswer } from "#app/db/customers/insight-answers.ts";
import { liveReport, type LiveReport } from "#app/db/customers/live-report.ts";
import { tellSegmentChanges, untagUnscored } from "#app/db/customers/segment-tags.ts";
import { shareShopSettings } from "#app/db/shops/shop-settings.ts";
import { writeNeighbours } from "#app/db/customers/product-neighbours.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { choiceName } from "#app/domain/customers/insight/choice.ts";
import { lastMonth, monthChoice } from "#app/domain/customers/insight/month-choice.ts";
import { neighboursOfDay } from "#app/domain/customers/recommendations/bought-together.ts";
import { figuresOf } from "#app/domain/customers/report/customer-figures.ts";
import type { Report } from "#app/domain/customers/report/report.ts";
import { insightAnswer, shopFiguresOf } from "#app/domain/customers/report/shop-figures.ts";
import { nextScoringAt } from "#app/domain/customers/scores/next-scoring.ts";

const CUSTOMERS_AT_ONCE = 500;
/** A worker that has shown no progress for so long is taken for gone. */
const LEASE_MS = 600_000;

/**
 * Works out who a shop's customers are and keeps it: their figures, the segments they are in, who has entered
 * and left, and the shop's own figures. Answers how many customers were scored; null where another worker is at it.
 */
export async function scoreCustomers(
  database: Database,
  shopId: number,
  now: () => Instant,
): Promise<number | null> {
  const at = now();
  const shop = await readShop(database, shopId);
  if (shop?.status !== "installed") return null;
  const taken = await takeScoring(database, shopId, at, at + LEASE_MS);
  if (taken === null) return null;
  const live = await liveReport(database, shop, at);
  const { customers, zone } = live.report;
  const total = customers.length;
  for (let position = 0; position < total; position += CUSTOMERS_AT_ONCE) {
    const page = scoredOf(live, customers.slice(position, position + CUSTOMERS_AT_ONCE));
    await database.transaction(async (tx) => {
      // Shared, so that a segment whose tag is switched on meanwhile misses nobody.
      const { taggedSegments: tagged } = await shareShopSettings(tx, shopId);
      await writeScored(tx, shopId, page, { at, isFirst: taken.scoredBefore === null });
      await tellSegmentChanges(tx, shopId, { at, tagged, members: page.map(({ memberId }) => memberId) });
      await noteProgress(tx, shopId, { position, total, until: now() + LEASE_MS });
    });
  }
  const figures = shopFiguresOf(live.report);
  const neighbours = neighboursOfDay(customers, at, zone);
  await database.transaction(async (tx) => {
    const { taggedSegments: tagged } = await shareShopSettings(tx, shopId);
    await untagUnscored(tx, shopId, { at, tagged });
    await dropUnscored(tx, shopId, at);
    await writeNeighbours(tx, shopId, neighbours, live.productNames);
    await finishScoring(tx, shopId, { at, nextAt: nextScoringAt(at, zone), figures });
    // The report of the month that is over is there when somebody comes for it.
    const choice = monthChoice(lastMonth(at, zone), at, zone);
    await askInsight(tx, shopId, choice, at);
    await keepInsightAnswer(tx, shopId, choiceName(choice), insightAnswer(live.report, choice));
  });
  await database.notify("outbox", String(shopId));
  return total;
}

function scoredOf({ report, memberOf }: LiveReport, customers: Report["customers"]): ScoredMember[] {
  return customers.flatMap((customer) => {
    const memberId = memberOf(customer.id);
    return memberId === null || customer.objects ? [] : [{ memberId, figures: figuresOf(report, customer) }];
  });
}
