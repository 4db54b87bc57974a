import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  dropQuestions,
  postponeQuestions,
  type ShopQuestion,
  writeQuestions,
} from "#app/db/questions/shop-questions.ts";
import { answerQuestions } from "#app/jobs/questions/answer-questions.ts";
import type { Asked } from "#app/jobs/questions/question-parts.ts";
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

  it("are asked in an order in which no order waits for many customers", async () => {
    const shop = await PlainShop.install(opened.database);
    const { database, shopId } = shop;
    const customers = Array.from({ length: 60 }, (_, index) => String(index));
    const ofConsents = customers.map((subjectId) => ({ about: "customer_consents" as const, subjectId }));
    await writeQuestions(database, shopId, ofConsents, START);
    const asked: string[] = [];
    const notAsked = () => {
      throw new Error("nothing asks for this");
    };
    const platform: Asked = {
      translate: notAsked,
      describeProducts: notAsked,
      describeCustomers: notAsked,
      readOrder: notAsked,
      async readConsents(_, customerIds) {
        if (asked.length === 0)
          await writeQuestions(database, shopId, [{ about: "order", subjectId: "7" }], START);
        asked.push(...customerIds.map(() => "consents"));
        return { kind: "data", data: [] };
      },
      lookInto(_, about) {
        asked.push(about);
        return Promise.resolve({ kind: "data", data: null });
      },
    };
    await answerQuestions({ database, findPlatform: () => platform, now: () => START }, shopId);
    expect(asked).toHaveLength(61);
    expect(asked.indexOf("order")).toBeLessThan(30);
  });
});
