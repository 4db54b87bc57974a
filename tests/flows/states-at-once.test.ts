import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { retryDelivery } from "#app/commands/inbox/retry-delivery.ts";
import { postponeEffect, takeEffects } from "#app/db/outbox/outbox-batch.ts";
import { writeEffects } from "#app/db/outbox/outbox.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { untilWaiting } from "#tests/support/at-once.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, PlainShop, START } from "./plain-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const HELD_UNTIL = START + 90_000;

/** A newer state of a member is written down while an older one is put back: only one may wait. */
describe("states of a member, on PostgreSQL, really at once", () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase("server");
  });
  afterAll(() => opened.drop());

  async function openShop(...names: string[]): Promise<PlainShop> {
    const shop = await PlainShop.open(opened.database);
    await shop.tell(names.map((name) => orderFact(name, customer(name), { euros: 10 })));
    return shop;
  }

  /** Writes a newer state down, and commits it when the other waits for that in the database. */
  async function overtake<Result>(
    shop: PlainShop,
    name: string,
    other: () => Promise<Result>,
  ): Promise<Result> {
    const { database, shopId } = shop;
    const memberId = await shop.memberId(name);
    const started = await database.transaction(async (tx) => {
      await writeEffects(tx, shopId, [{ type: "publish_member_state", memberId }], START);
      const running = other();
      // It is awaited after the commit; a failure before that is not to be lost.
      running.catch(() => undefined);
      await untilWaiting(database, 1);
      return { running };
    });
    return started.running;
  }

  const states = async ({ database, shopId }: PlainShop) =>
    (
      await rowsOf<{ state: string }>(
        database,
        "SELECT state FROM outbox WHERE shop_id = $1 AND topic = 'publish_member_state' ORDER BY outbox_id",
        [shopId],
      )
    ).map(({ state }) => state);

  async function take({ database, shopId }: PlainShop): Promise<number> {
    const taken = await takeEffects(database, shopId, { now: START, leasedUntil: HELD_UNTIL, limit: 20 });
    const state = taken.find(({ body }) => body.type === "publish_member_state");
    if (state === undefined) throw new Error("a state is to be told");
    return state.outbox_id;
  }

  it("the older is done with where it would wait again, and the newer waits", async () => {
    const shop = await openShop("anna");
    const outboxId = await take(shop);
    await overtake(shop, "anna", () =>
      postponeEffect(shop.database, shop.shopId, outboxId, {
        reason: "no answer in time",
        nextAttemptAt: START + 2_000,
      }),
    );
    expect(await states(shop)).toEqual(["done", "waiting"]);
  });

  it("the older is left where staff would run it again, and the newer waits", async () => {
    const shop = await openShop("anna");
    const outboxId = await take(shop);
    const { database, shopId } = shop;
    await database.query("UPDATE outbox SET state = 'parked' WHERE outbox_id = $1", [outboxId]);
    const wish = { shopId, box: "outbox", id: outboxId, actor: "test", now: START } as const;
    expect(await overtake(shop, "anna", () => retryDelivery(database, wish))).toMatchObject({ ok: false });
    expect(await states(shop)).toEqual(["parked", "waiting"]);
  });

  it("its neighbours are told in the same round, and the newer in the next", async () => {
    const shop = await openShop("anna", "bert");
    const { database, shopId } = shop;
    const annaId = await shop.memberId("anna");
    let overtaking: Promise<unknown> = Promise.resolve();
    let isFirst = true;
    shop.platform.answer = async ({ effect }) => {
      if (effect.memberId !== annaId || effect.type !== "publish_member_state" || !isFirst)
        return { kind: "done", reference: null };
      isFirst = false;
      // The newer state is written down before the answer is, and committed while that waits.
      await new Promise<void>((written) => {
        overtaking = database.transaction(async (tx) => {
          const newer = { type: "publish_member_state", memberId: annaId } as const;
          await writeEffects(tx, shopId, [newer], START);
          written();
          await untilWaiting(database, 1);
        });
      });
      return { kind: "retry", reason: "no answer in time", afterMs: 60_000 };
    };
    const rounds = outboxRounds({ database, findPlatform: shop.platform.find, now: () => START });
    rounds.start();
    try {
      await expect.poll(() => states(shop), { timeout: 15_000 }).toEqual(["done", "done", "done"]);
    } finally {
      await rounds.stop();
      await overtaking;
    }
  });
});
