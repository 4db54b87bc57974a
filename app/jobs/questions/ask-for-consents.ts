import { writeDelivery } from "#app/db/inbox/inbox.ts";
import { dropQuestions } from "#app/db/questions/shop-questions.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Setback } from "#app/platforms/platform.ts";
import type { Asked, QuestionParts } from "./question-parts.ts";

/** What customers had agreed to before anything told so goes the way of every other delivery. */
export async function askForConsents(
  { database, now }: QuestionParts,
  platform: Asked,
  { shopId, shopKey }: Shop,
  ids: readonly string[],
): Promise<Setback | null> {
  const askedAt = now();
  const answer = await platform.readConsents(shopKey, ids);
  if (answer.kind !== "data") return answer;
  await database.transaction(async (tx) => {
    for (const read of answer.data)
      await writeDelivery(tx, shopId, { ...read, triggeredAt: askedAt }, askedAt);
    await dropQuestions(tx, shopId, "customer_consents", ids);
  });
  await database.notify("inbox", String(shopId));
  return null;
}
