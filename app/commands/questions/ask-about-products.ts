import type { Instant } from "#app/domain/calendar.ts";
import { askedOfProducts } from "#app/domain/earning/orders/product-facts.ts";
import type { Database } from "#app/db/client.ts";
import { countProducts, readProductFacts } from "#app/db/questions/product-facts.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { countQuestions, writeQuestions } from "#app/db/questions/shop-questions.ts";

/** An estimate may rest on what a product was an hour ago; an award may not. */
const ESTIMATE_AGE_MS = 60 * 60_000;
/** Anybody can look at products, so what visitors may have asked is limited: at once, waiting, and kept. */
const ASKED_AT_ONCE = 25;
const WAITING_LIMIT = 100;
const KEPT_LIMIT = 50_000;
const LOOK_AGAIN_MS = 60;

export interface ProductsWish {
  readonly shopId: number;
  readonly products: readonly string[];
  readonly now: Instant;
  /** How long the visitor can wait for an answer. */
  readonly patienceMs: number;
}

/**
 * Has the shop asked what these products are, where the live program's rules want to know and we do not,
 * or not lately. Waits a little for products that were never seen: an estimate without them would be wrong.
 */
export async function askAboutProducts(
  database: Database,
  { shopId, products, now, patienceMs }: ProductsWish,
): Promise<void> {
  const live = (await readProgramVersions(database, shopId)).at(-1);
  if (live === undefined || askedOfProducts(live.program).size === 0) return;
  const known = await readProductFacts(database, shopId, products);
  const wanted = [...new Set(products)].filter((id) => {
    const readAt = known.get(id)?.readAt;
    return readAt === undefined || readAt < now - ESTIMATE_AGE_MS;
  });
  if (wanted.length === 0) return;
  const waiting = await countQuestions(database, shopId, "product", WAITING_LIMIT);
  const kept = await countProducts(database, shopId, KEPT_LIMIT);
  if (waiting >= WAITING_LIMIT || kept >= KEPT_LIMIT) return;
  const asked = wanted.slice(0, ASKED_AT_ONCE);
  const questions = asked.map((subjectId) => ({ about: "product", subjectId }) as const);
  await writeQuestions(database, shopId, questions, now);
  await database.notify("questions", String(shopId));
  const strangers = asked.filter((id) => !known.has(id));
  for (let waitedMs = 0; strangers.length > 0 && waitedMs < patienceMs; waitedMs += LOOK_AGAIN_MS) {
    if ((await readProductFacts(database, shopId, strangers)).size === strangers.length) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
