import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReward } from "#app/commands/claim-reward.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, orderFact, PlainShop, refundFact, START } from "./plain-shop.ts";
import { runWorker } from "./run-worker.ts";

const rewards = [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 100 }];
const [anna, bert] = [customer("anna"), customer("bert")];
/** Before the n-th statement: while reading mail, in the middle of recording, before the commit, at the outbox. */
const KILL_POINTS = ["4", "9", "16", "19", "22", "25", "27", "31", "36", "after-asking"];

describe("a worker killed with SIGKILL", () => {
  let opened: TestDatabase;
  let directory: string;
  beforeAll(async () => {
    opened = await openTestDatabase("server");
    directory = mkdtempSync(join(tmpdir(), "regulars-crash-"));
  });
  afterAll(async () => {
    await opened.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const work = (shop: PlainShop, killAt: string, codesFile: string) =>
    runWorker(opened, "crashing-worker.ts", [String(shop.shopId), killAt, codesFile]);

  it.each(KILL_POINTS)("at point %s loses nothing and does nothing twice", async (killAt) => {
    const shop = await PlainShop.open(opened.database, { rewards });
    const codesFile = join(directory, `codes-${killAt}`);
    await shop.tell([orderFact("1", anna, { euros: 300 })]);
    const memberId = await shop.memberId("anna");
    const wish = {
      shopId: shop.shopId,
      memberId,
      rewardId: "five-off",
      points: null,
      actor: null,
      key: "k",
      now: START,
    };
    const claimed = await claimReward(opened.database, wish);
    if (!claimed.ok) throw new Error(claimed.message);
    await shop.deliver([orderFact("2", anna, { euros: 50 }), orderFact("3", bert, { euros: 70 })]);
    await shop.deliver([refundFact("1", "r", 30)]);

    expect(await work(shop, killAt, codesFile)).toBe("killed");
    expect(await shop.contradiction()).toBeNull();
    await endLeases(shop);
    expect(await work(shop, "never", codesFile)).toBe("finished");

    expect(await shop.contradiction()).toBeNull();
    expect(await shop.member("anna")).toMatchObject({ available: 220, held: 100, earned: 320, spent: 100 });
    expect(await shop.member("bert")).toMatchObject({ available: 70, earned: 70 });
    expect((await shop.inboxStates()).every(({ state }) => state === "done")).toBe(true);
    const codes = await shop.database.query("SELECT code, state FROM reward_code WHERE shop_id = $1", [
      shop.shopId,
    ]);
    expect(codes).toEqual([{ code: claimed.code, state: "issued" }]);
    expect(readFileSync(codesFile, "utf8")).toBe(claimed.code);
  });

  /** What a dead worker held is told again when its time is over; the test does not wait for that. */
  async function endLeases(shop: PlainShop): Promise<void> {
    await shop.database.query(
      "UPDATE outbox SET next_attempt_at = created_at WHERE shop_id = $1 AND state = 'delivering'",
      [shop.shopId],
    );
  }
});
