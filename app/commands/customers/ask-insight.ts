import type { Database } from "#app/db/client.ts";
import { askInsight as writeAsked } from "#app/db/customers/insight-answers.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { InsightChoice } from "#app/domain/customers/insight/choice.ts";

/** Has figures of other days, or of some of the customers, worked out. Asking again changes nothing. */
export function askInsight(
  database: Database,
  shopId: number,
  choice: InsightChoice,
  now: Instant,
): Promise<void> {
  return database.transaction((tx) => writeAsked(tx, shopId, choice, now));
}
