import { expect } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import type { Database } from "#app/db/client.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { begun, run, wish, work } from "./old-shop.ts";
import { customer, DAY, orderFact, type PlainShop, START } from "./plain-shop.ts";
import { answer, base, line, product } from "./product-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

export const anna = customer("anna");
const bert = customer("bert");
export const carla = customer("carla");

/** A point for each euro, fifty for each unit of something new, seven for each of the summer shelf. */
export const PROGRAM = {
  earning: {
    rules: [
      base,
      { id: "new", kind: "item", points: 50, lines: { tags: ["new"] } },
      { id: "summer", kind: "item", points: 7, lines: { collections: ["summer"] } },
    ],
  },
};

type More = Partial<Parameters<typeof orderFact>[2]>;

export function past(
  id: string,
  by: typeof anna,
  daysAgo: number,
  { products, more = {} }: { readonly products: (string | null)[]; readonly more?: More },
) {
  const at = START - daysAgo * DAY;
  const lines = products.map((name, index) => line(String(index + 1), name));
  return orderFact(id, by, { euros: 0, lines, placedAt: at, paidAt: at, updatedAt: at, ...more });
}

export const HISTORY: readonly ShopFact[] = [
  past("1", anna, 300, { products: ["tea", "mug"] }),
  past("2", bert, 200, { products: ["tea"] }),
  past("3", anna, 100, { products: ["mug", "gone"] }),
  past("4", carla, 90, { products: [null] }),
];

export const KNOWN = new Map([
  ["tea", product("tea", { tags: ["new"] })],
  ["mug", product("mug", { collections: ["77", "summer"] })],
]);

/** A shop that knows tea and mugs, and nothing of what is gone. */
export async function openOldShop(
  database: Database,
  orders: readonly ShopFact[] = HISTORY,
): Promise<PlainShop> {
  const shop = await begun(database, orders);
  shop.platform.describe = (ids) => ({
    kind: "data",
    data: ids.flatMap((id) => KNOWN.get(id) ?? []),
  });
  return shop;
}

/** The rounds of the import and those that ask, in turn, until nothing moves. */
export async function workAndAnswer(shop: PlainShop, turns = 3): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await work(shop, { rounds: 4 });
    await answer(shop);
  }
  await work(shop, { rounds: 4 });
}

export async function book(shop: PlainShop): Promise<void> {
  expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
  await workAndAnswer(shop);
  expect((await run(shop)).state).toBe("done");
  expect(await shop.contradiction()).toBeNull();
}

export async function foreseen(shop: PlainShop): Promise<string[]> {
  const rows = await rowsOf<{ person: string }>(
    shop.database,
    "SELECT person FROM history_person WHERE shop_id = $1 AND foreseen ORDER BY person",
    [shop.shopId],
  );
  return rows.map(({ person }) => person);
}

/** What Anna gets: tea and a mug, then a mug and what is gone. */
export const ANNA = 10 + 50 + 10 + 7 + (10 + 7 + 10);
