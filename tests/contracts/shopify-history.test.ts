import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HistoryOrder } from "#app/platforms/platform.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";

const DAY_MS = 86_400_000;

let bench: ShopifyBench;
beforeEach(async () => {
  bench = await openShopifyBench();
});
afterEach(() => bench.close());

async function place(orders: number, daysAgo = 0): Promise<void> {
  for (let index = 0; index < orders; index += 1) {
    const lines = [
      { title: "Coffee", price: "12.00" },
      { title: "Mug", price: "9.00" },
    ];
    const at = Date.now() - daysAgo * DAY_MS;
    await bench.fake.control.placeOrder({ shop: SHOP, email: "anna@example.com", lines, at, deliver: false });
  }
}

async function gathered(): Promise<string> {
  const started = await bench.platform.startHistory(SHOP, null);
  if (started.kind !== "data") throw new Error(started.reason);
  const state = async () => {
    const progress = await bench.platform.historyProgress(SHOP, started.data);
    return progress.kind === "data" ? progress.data.state : progress.reason;
  };
  await expect.poll(state).not.toBe("running");
  return started.data;
}

async function read(historyId: string, behind = 0): Promise<{ rows: HistoryOrder[]; broke: string | null }> {
  const rows: HistoryOrder[] = [];
  try {
    for await (const row of bench.platform.readHistory(SHOP, historyId, behind)) rows.push(row);
    return { rows, broke: null };
  } catch (error) {
    return { rows, broke: error instanceof Error ? error.message : String(error) };
  }
}

describe("gathering a shop's orders", () => {
  it("is announced when it has ended, well or not", async () => {
    await place(1);
    const one = await gathered();
    await bench.fake.control.misbehave({ shop: SHOP, kind: "bulk_fails", on: "bulkOperationRunQuery" });
    const other = await gathered();
    const told = () => bench.fake.control.deliveries({ shop: SHOP, topic: "bulk_operations/finish" });
    await expect.poll(async () => new Set((await told()).map(({ body }) => body)).size).toBe(2);
    expect(await bench.platform.historyProgress(SHOP, one)).toMatchObject({ data: { state: "completed" } });
    expect(await bench.platform.historyProgress(SHOP, other)).toMatchObject({
      data: { state: "failed", reason: "INTERNAL_SERVER_ERROR" },
    });
  });

  it.each([
    ["http_429", "retry"],
    ["http_503", "retry"],
    ["hang_up_before", "retry"],
    ["uninstall", "gone"],
  ] as const)("that meets %s answers with %s", async (kind, answer) => {
    await bench.fake.control.misbehave({ shop: SHOP, kind, on: "bulkOperationRunQuery", times: 9 });
    expect((await bench.platform.startHistory(SHOP, null)).kind).toBe(answer);
  });

  it("has the last sixty days, and older orders once the merchant allows them", async () => {
    await place(1, 5);
    await place(2, 90);
    expect((await read(await gathered())).rows).toHaveLength(1);
    const { scopes } = await bench.fake.control.shopState({ shop: SHOP });
    await bench.fake.control.changeScopes({ shop: SHOP, scopes: [...scopes, "read_all_orders"] });
    expect((await read(await gathered())).rows).toHaveLength(3);
  });
});

describe("ending a gathering", () => {
  const progress = async (historyId: string) => bench.platform.historyProgress(SHOP, historyId);

  it("that runs ends it in Shopify's own time, and the next one is not in its way", async () => {
    await place(1);
    const started = await bench.platform.startHistory(SHOP, null);
    if (started.kind !== "data") throw new Error(started.reason);
    expect(await bench.platform.stopHistory(SHOP, started.data)).toMatchObject({ kind: "done" });
    await expect
      .poll(() => progress(started.data), { timeout: 20_000 })
      .toMatchObject({ data: { state: "failed", reason: "CANCELED" } });
    expect((await read(await gathered())).rows).toHaveLength(1);
  });

  it("that has ended changes nothing of it", async () => {
    await place(1);
    const historyId = await gathered();
    expect((await bench.platform.stopHistory(SHOP, historyId)).kind).toBe("refused");
    expect(await progress(historyId)).toMatchObject({ data: { state: "completed" } });
    expect((await bench.platform.stopHistory(SHOP, "gid://shopify/BulkOperation/1")).kind).toBe("refused");
  });
});

describe("reading what was gathered", () => {
  it.each(["http_429", "http_503", "http_500", "hang_up_before"] as const)(
    "breaks off at %s and goes on when asked again",
    async (kind) => {
      await place(3);
      const historyId = await gathered();
      await bench.fake.control.misbehave({ shop: SHOP, kind, on: "bulkFile" });
      expect((await read(historyId)).broke).not.toBeNull();
      expect((await read(historyId)).rows).toHaveLength(3);
    },
  );

  it("that is cut off gives whole orders only, and goes on behind the last one", async () => {
    await place(6);
    const historyId = await gathered();
    await bench.fake.control.misbehave({ shop: SHOP, kind: "cut_off", on: "bulkFile" });
    const first = await read(historyId);
    expect(first.broke).not.toBeNull();
    expect(first.rows.length).toBeLessThan(6);
    for (const { order } of first.rows) {
      expect(JSON.parse(order.body)).toMatchObject({ line_items: [{}, {}] });
    }
    const rest = await read(historyId, first.rows.length);
    expect(rest.broke).toBeNull();
    expect([...first.rows, ...rest.rows].map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is over after seven days: it has to be gathered anew", async () => {
    await place(2);
    const historyId = await gathered();
    await bench.fake.control.advanceClock({ ms: 7 * DAY_MS + 1 });
    expect(await bench.platform.historyProgress(SHOP, historyId)).toMatchObject({
      kind: "refused",
      reason: "Shopify keeps a result for seven days",
    });
  });
});
