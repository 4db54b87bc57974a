import type { Database } from "#app/db/client.ts";
import type { OrderLine } from "#app/domain/event.ts";
import { answerQuestions } from "#app/jobs/questions/answer-questions.ts";
import type { ProductDescription } from "#app/platforms/platform.ts";
import { customer, orderFact, orderLine, PlainShop, START } from "./plain-shop.ts";

export const anna = customer("c1");

export const base = { id: "spend", kind: "spend", points: 1, per: "1.00" };
/** A point for each euro, and fifty for each unit of something new. */
export const byTag = {
  earning: { rules: [base, { id: "new", kind: "item", points: 50, lines: { tags: ["new"] } }] },
};

export function line(id: string, product: string | null, euros = 10): OrderLine {
  return { ...orderLine(id, euros), product, variant: null };
}

export function product(id: string, more: Partial<ProductDescription> = {}): ProductDescription {
  return { product: id, tags: [], collections: [], vendor: "Kiez", kind: "", ...more };
}

/** A shop whose products are all new, until a test says otherwise. */
export async function openProductShop(
  database: Database,
  program: Record<string, unknown> = byTag,
): Promise<PlainShop> {
  const shop = await PlainShop.open(database, program);
  shop.platform.describe = (ids) => ({
    kind: "data",
    data: ids.map((id) => product(id, { tags: ["new"] })),
  });
  return shop;
}

/** What the worker does about a shop's open questions. */
export async function answer(shop: PlainShop, now = START): Promise<void> {
  const { database, shopId, platform } = shop;
  await answerQuestions({ database, findPlatform: platform.find, now: () => now }, shopId);
}

/** Applies, asks, applies. */
export async function goThrough(shop: PlainShop, now = START): Promise<void> {
  await shop.settle(now);
  await answer(shop, now);
  await shop.settle(now);
}

/** An order of Anna's with these lines. */
export function bought(
  id: string,
  lines: readonly OrderLine[],
  more: Partial<Parameters<typeof orderFact>[2]> = {},
) {
  return orderFact(id, anna, { euros: 0, lines, ...more });
}

/** What became of a shop's deliveries, in words. */
export async function inbox(shop: PlainShop): Promise<(string | null)[][]> {
  return (await shop.inboxStates()).map(({ state, reason }) => [state, reason]);
}
