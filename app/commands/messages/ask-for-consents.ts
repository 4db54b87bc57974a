import type { Database } from "#app/db/client.ts";
import { takeUnaskedCustomers } from "#app/db/messages/consents-to-ask.ts";
import { writeQuestions } from "#app/db/questions/shop-questions.ts";
import type { Instant } from "#app/domain/calendar.ts";

const AT_ONCE = 500;

/**
 * Has the shop asked what some customers agreed to before we were there, each once: its deliveries tell only what
 * changes.
 */
export async function askForConsents(database: Database, shopId: number, now: Instant): Promise<void> {
  await database.transaction(async (tx) => {
    const customers = await takeUnaskedCustomers(tx, shopId, { now, limit: AT_ONCE });
    const questions = customers.map((subjectId) => ({ about: "customer_consents" as const, subjectId }));
    await writeQuestions(tx, shopId, questions, now);
  });
  await database.notify("questions", String(shopId));
}
