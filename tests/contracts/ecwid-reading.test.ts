import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { HistoryOrder, MemberState } from "#app/platforms/platform.ts";
import { outboxItem } from "#tests/support/five-off.ts";
import { type EcwidBench, openEcwidBench, STORE } from "#tests/support/ecwid-bench.ts";

const OTHER = "9003";
const HOUR = 3_600_000;
const groupId = z.object({ id: z.number() });
const store = STORE;

describe("a store at Ecwid", () => {
  let bench: EcwidBench;
  beforeAll(async () => {
    bench = await openEcwidBench([
      { store: STORE, name: "Bench", currency: "JPY", timezone: "Asia/Tokyo", language: "en" },
      { store: OTHER, name: "Another" },
    ]);
  });
  afterAll(() => bench.close());

  const place = (at: number) =>
    bench.fake.control.placeOrder({
      store,
      email: "anna@example.com",
      lines: [{ title: "Tea", price: "500" }],
      at,
      deliver: false,
    });

  it("tells its money, clock, language and what was granted", async () => {
    expect(await bench.platform.describeShop(STORE)).toMatchObject({
      kind: "data",
      data: { name: "Bench", currency: "JPY", timezone: "Asia/Tokyo", locale: "en" },
    });
  });

  it("names the statuses of its own, and says which are in use", async () => {
    const status = "CUSTOM_PAYMENT_STATUS_2";
    await bench.fake.control.nameStatus({ store, status, name: "Paid at the counter" });
    const told = await bench.platform.findOwnStatuses?.(STORE);
    if (told?.kind !== "data") throw new Error("the store says");
    expect(told.data).toHaveLength(6);
    expect(told.data.filter(({ inUse }) => inUse)).toEqual([
      { status, name: "Paid at the counter", inUse: true },
    ]);
    expect(told.data).toContainEqual({ status: "CUSTOM_FULFILLMENT_STATUS_1", name: null, inUse: false });
  });

  it("does not answer to another store's token", async () => {
    const own = bench.tokens.get(STORE) ?? "none";
    bench.tokens.set(STORE, bench.tokens.get(OTHER) ?? "none");
    expect(await bench.platform.describeShop(STORE)).toMatchObject({ kind: "gone" });
    bench.tokens.set(STORE, own);
  });

  it.each([
    ["a plan without the API", { features: [] }, "retry"],
    ["a store that is suspended", { suspended: true }, "retry"],
  ])("on %s is asked again in an hour", async (_, plan, kind) => {
    await bench.fake.control.setPlan({ store, ...plan });
    expect(await bench.platform.describeShop(STORE)).toMatchObject({ kind, afterMs: HOUR });
    await bench.fake.control.setPlan({ store, features: ["API", "CUSTOMER_GROUPS"], suspended: false });
  });

  it("that has not granted something says so as a lack of permission", async () => {
    const { token } = await bench.fake.control.issueToken({ store, scopes: ["read_store_profile"] });
    const own = bench.tokens.get(STORE) ?? "none";
    bench.tokens.set(STORE, token);
    expect(await bench.platform.readOrder(STORE, "ABC")).toMatchObject({
      kind: "refused",
      lacksPermission: true,
    });
    bench.tokens.set(STORE, own);
  });

  it("asked more often than it allows says how long to wait, and is left alone until then", async () => {
    await bench.fake.control.setPlan({ store, requestsPerMinute: 1 });
    await bench.platform.readOrder(STORE, "ABC");
    expect(await bench.platform.readOrder(STORE, "ABC")).toMatchObject({ kind: "retry", afterMs: 2_000 });
    await bench.fake.control.setPlan({ store, requestsPerMinute: 10_000 });
    await bench.fake.control.forgetCalls({});
    expect(await bench.platform.readOrder(STORE, "ABC")).toMatchObject({ kind: "retry" });
    expect(await bench.fake.control.calls({ store })).toEqual([]);
    bench.waitOut();
    expect(await bench.platform.readOrder(STORE, "ABC")).toEqual({ kind: "data", data: null });
  });

  it("lists what changed page by page, and its past order by order from wherever a reader stopped", async () => {
    const now = Date.now();
    const placed: string[] = [];
    for (let order = 0; order < 230; order += 1)
      placed.push((await place(now - (300 - order) * 1_000)).orderId);
    const updated: string[] = [];
    let page: string | null = null;
    do {
      const listed = await bench.platform.listUpdatedOrders(STORE, now - HOUR, page);
      if (listed.kind !== "data") throw new Error(listed.reason);
      updated.push(...listed.data.orders.map(({ id }) => id));
      page = listed.data.next;
    } while (page !== null);
    expect(updated.sort()).toEqual([...placed].sort());

    const started = await bench.platform.startHistory(STORE, now - 250_000);
    if (started.kind !== "data") throw new Error(started.reason);
    // What comes later is told by deliveries, and moves nothing of the past.
    await place(Date.now() + 10 * HOUR);
    const progress = await bench.platform.historyProgress(STORE, started.data);
    const whole = await read(started.data, 0);
    expect(progress).toMatchObject({ kind: "data", data: { state: "completed", objects: whole.length } });
    expect(whole.length).toBe(180);
    expect(whole.map(({ position }) => position)).toEqual(whole.map((_, index) => index + 1));
    expect(await read(started.data, 137)).toEqual(whole.slice(137));
    const first = whole[0];
    if (first === undefined) throw new Error("there is a past");
    const settings = { currency: "JPY", timezone: "Asia/Tokyo" };
    expect(bench.platform.translate(first.order, settings)).toMatchObject({
      ok: true,
      facts: [{ type: "order", order: { currency: "JPY", lines: [{ unitPriceMinor: 500 }] } }],
    });
  });

  const read = async (historyId: string, position: number): Promise<HistoryOrder[]> => {
    const orders: HistoryOrder[] = [];
    for await (const order of bench.platform.readHistory(STORE, historyId, position)) orders.push(order);
    return orders;
  };

  it("that fails midway stops the reading, which says so", async () => {
    await bench.fake.control.misbehave({ store, kind: "http_503", on: "searchOrders" });
    await expect(read(`begin..${String(Date.now())}`, 0)).rejects.toThrow("503");
    await expect(read("made up", 0)).rejects.toThrow("no such history");
  });

  it("describes products by categories and brand, and leaves out what it does not have", async () => {
    const { productId } = await bench.fake.control.createProduct({
      store,
      title: "Tea",
      price: "500",
      vendor: "Kiez",
      categories: ["Tea"],
    });
    const described = await bench.platform.describeProducts(STORE, [productId, "4711", "not-a-number"]);
    expect(described).toMatchObject({
      kind: "data",
      data: [{ product: productId, vendor: "Kiez", tags: [] }],
    });
  });

  it("a free product is one unit's price off that product and no other", async () => {
    const { productId, variantId } = await bench.fake.control.createProduct({
      store,
      title: "Mug",
      price: "900",
    });
    const effect = {
      type: "issue_discount",
      memberId: "m1",
      code: "FREE-MUG",
      rewardId: "mug",
      programVersion: 1,
      terms: { kind: "freeProduct", products: [productId], variants: [] },
      minSubtotalMinor: null,
      scope: { products: [], collections: [] },
      startsAt: Date.now() - 1_000,
      expiresAt: null,
    } as const;
    await bench.fake.control.setPlan({ store, features: ["API", "CUSTOMER_GROUPS", "DISCOUNT_COUPONS"] });
    const items = [{ ...outboxItem(STORE, effect), currency: "JPY" }];
    expect(await bench.platform.deliver(items)).toMatchObject([{ kind: "done" }]);
    const lines = [
      { variantId, quantity: 2 },
      { title: "Tea", price: "500" },
    ];
    const { couponDiscount } = await bench.fake.control.placeOrder({ store, lines, coupon: "FREE-MUG" });
    expect(couponDiscount).toBe("900");
  });

  describe("shows a level as a customer group", () => {
    let customerId = "";
    beforeAll(async () => {
      const person = { store, email: "group@example.com", deliver: false };
      ({ customerId } = await bench.fake.control.createCustomer(person));
    });

    const publish = (tierTag: MemberState["tierTag"], tierId: string | null) => {
      const memberState: MemberState = {
        customerId,
        available: 0,
        pending: 0,
        tierId,
        tierName: tierId === null ? null : `Level ${tierId}`,
        nextTierId: null,
        nextTierName: null,
        progressPercent: 0,
        missing: null,
        tierUntil: null,
        tierTag,
      };
      const effect = { type: "publish_member_state", memberId: "m1" } as const;
      return bench.platform.deliver([outboxItem(STORE, effect, { memberState })]);
    };
    const groupOf = async () => {
      const { groupId } = await bench.fake.control.customer({ store, customerId });
      return (await bench.fake.control.groups({ store })).find(({ id }) => id === groupId)?.name ?? null;
    };

    it("only where that is wished, following it, and makes each group once", async () => {
      expect(await publish("leave", "gold")).toMatchObject([{ kind: "done" }]);
      expect(await groupOf()).toBeNull();
      await publish("write", "silver");
      expect(await groupOf()).toBe("Level silver");
      await publish("write", "gold");
      await publish("write", "silver");
      await publish("write", "gold");
      expect(await groupOf()).toBe("Level gold");
      expect(await bench.fake.control.groups({ store })).toHaveLength(2);
      await publish("write", null);
      expect(await groupOf()).toBeNull();
      await publish("write", "gold");
      await publish("remove", "gold");
      expect(await groupOf()).toBeNull();
    });

    it("and leaves whoever is in a group of the merchant's where they are", async () => {
      const made = await bench.client.ask(STORE, {
        method: "POST",
        path: "customer_groups",
        body: { kind: "json", value: { name: "Wholesale" } },
        answer: groupId,
      });
      if (made.kind !== "data") throw new Error(made.reason);
      await bench.fake.control.updateCustomer({
        store,
        customerId,
        groupId: String(made.data.id),
        deliver: false,
      });
      expect(await publish("write", "gold")).toMatchObject([{ kind: "done" }]);
      expect(await groupOf()).toBe("Wholesale");
    });
  });

  it("gives the shop front the program, and nothing that is too long", async () => {
    expect(await bench.platform.publishProgram(STORE, '{"name":"Club"}')).toMatchObject({ kind: "done" });
    expect((await bench.fake.control.storage({ store }))["public"]).toBe('{"name":"Club"}');
    expect(await bench.platform.publishProgram(STORE, "x".repeat(300_000))).toMatchObject({
      kind: "refused",
    });
  });
});
