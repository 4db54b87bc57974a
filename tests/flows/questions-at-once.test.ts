import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  dropQuestions,
  postponeQuestions,
  type ShopQuestion,
  writeQuestions,
} from "#app/db/questions/shop-questions.ts";
import { whileHeld } from "#tests/support/at-once.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { PlainShop, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const about = "product";
const later = { about, isRefusal: false, reason: "later", nextAttemptAt: START } as const;
const question = (subjectId: string): ShopQuestion => ({ about, subjectId });

describe("questions to a shop, on PostgreSQL, really at once", () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase("server");
  });
  afterAll(() => opened.drop());

  it.each([
    ["answered", (shop: PlainShop) => dropQuestions(shop.database, shop.shopId, about, ["z", "m", "a"])],
    [
      "postponed",
      ({ database, shopId }: PlainShop) =>
        postponeQuestions(database, shopId, { ...later, subjectIds: null }),
    ],
  ])(
    "that are asked and %s meanwhile wait for one another, and never in a circle",
    async (_, answered: (shop: PlainShop) => Promise<unknown>) => {
      const shop = await PlainShop.install(opened.database);
      const { database, shopId } = shop;
      const write = (...ids: string[]) => writeQuestions(database, shopId, ids.map(question), START);
      // As they lie in the table: the other way round than they are written down together.
      for (const id of ["z", "m", "a"]) await write(id);
      // Known to be small, the table is gone through as it lies.
      await database.query("ANALYZE shop_question");
      const lock = "SELECT 1 FROM shop_question WHERE shop_id = $1 AND subject_id = 'm' FOR UPDATE";
      await whileHeld(
        database,
        (tx) => tx.query(lock, [shopId]),
        () => answered(shop),
        () => write("a", "m", "z"),
      );
      const left = await rowsOf<{ subject_id: string }>(
        database,
        "SELECT subject_id FROM shop_question WHERE shop_id = $1 ORDER BY subject_id",
        [shopId],
      );
      // Who came first decides whether they are asked once more: all of them or none.
      expect([[], ["a", "m", "z"]]).toContainEqual(left.map(({ subject_id }) => subject_id));
    },
  );
});
