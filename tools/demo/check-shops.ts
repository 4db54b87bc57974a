import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { demoShop, demoStore } from "./catalogue.ts";
import type { DemoHouse } from "./demo-house.ts";

/** One shop as the check speaks to it: what a shopper and a merchant do, and what the shopper's panel is told. */
export interface CheckShop {
  /** Somebody new, whom the panel knows. */
  arrive(): Promise<void>;
  /** Goods of 414.95 with 10.00 taken off them, told three times over; what the app answered each time. */
  tellSampleThrice(): Promise<readonly number[]>;
  /** One thing for 400.00. */
  buyBig(): Promise<void>;
  refundBig(): Promise<void>;
  /** The shop's own id of what makes a code work; undefined: it knows no such code. */
  discountOf(code: string | undefined): Promise<string | undefined>;
  askPanel(path: string, body?: string): Promise<unknown>;
}

const BROWSER = "Mozilla/5.0 (the demo's shopper)";
const WITHIN_MS = 60_000;

async function askApp(address: string, headers: Record<string, string>, body?: string): Promise<unknown> {
  const response = await fetch(address, {
    headers: { "content-type": "application/json", "user-agent": BROWSER, ...headers },
    ...(body === undefined ? {} : { method: "POST", body }),
  });
  const text = await response.text();
  const { pathname } = new URL(address);
  if (!response.ok) throw new Error(`${pathname} answered ${String(response.status)}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

const SAMPLE = "tests/fixtures/payloads/shopify/orders_paid.json";

export function shopifyCheckShop({ fake: { control }, appUrl }: DemoHouse): CheckShop {
  const shop = demoShop.domain;
  let customerId = "";
  let bigOrderId = "";
  return {
    arrive: async () => {
      const person = { shop, email: "john@example.com", firstName: "John" };
      ({ customerId } = await control.createCustomer(person));
      await control.settle({});
    },
    tellSampleThrice: async () => {
      const delivery = { shop, topic: "orders/paid", webhookId: "check-orders-paid" };
      const statuses: number[] = [];
      for (const _ of [1, 2, 3]) {
        const sent = await control.postWebhook({ ...delivery, body: sampleOrder(customerId) });
        statuses.push(sent.status);
      }
      return statuses;
    },
    buyBig: async () => {
      const lines = [{ title: "Espresso machine", price: "400.00" }];
      bigOrderId = (await control.placeOrder({ shop, customerId, lines })).orderId;
    },
    refundBig: async () => {
      await control.refundOrder({ shop, orderId: bigOrderId, lines: "all" });
    },
    discountOf: async (code) => {
      const discounts = await control.discounts({ shop });
      return discounts.find(({ codes }) => codes.some((one) => one.code === code))?.discountId;
    },
    // Through the app proxy's signed address, as the panel asks.
    askPanel: async (path, body) => {
      const { query } = await control.signProxyQuery({ shop, customerId });
      return askApp(`${appUrl}/storefront/${path}?${query}`, {}, body);
    },
  };
}

/**
 * Shopify's own sample of orders/paid, of today, in the demo's currency and for a customer there is.
 * It is edited as text: as parsed JSON its ids, above 2^53, would lose digits.
 */
function sampleOrder(customerId: string): string {
  return readFileSync(SAMPLE, "utf8")
    .replaceAll("2021-12-31T19:00:00-05:00", new Date().toISOString().replace(/\.\d+Z$/, "+00:00"))
    .replaceAll("115310627314723954", customerId)
    .replaceAll('"USD"', '"EUR"')
    .replace('"test": true', '"test": false')
    .replace(/"cancelled_at": "[^"]*"/, '"cancelled_at": null')
    .replace('"cancel_reason": "customer"', '"cancel_reason": null')
    .replace('"financial_status": "voided"', '"financial_status": "paid"');
}

const tokenForm = z.object({ token: z.string() });

export function ecwidCheckShop({ ecwid, appUrl }: DemoHouse): CheckShop {
  const { control } = ecwid;
  const { store } = demoStore;
  const address = "john@example.com";
  let customerId = "";
  let bigOrderId = "";
  let token = "";
  const panel: CheckShop["askPanel"] = (path, body) =>
    askApp(`${appUrl}/storefront/${path}?ecwid=${store}`, { authorization: `Bearer ${token}` }, body);
  return {
    arrive: async () => {
      ({ customerId } = await control.createCustomer({ store, email: address, name: "John Doe" }));
      await control.settle({});
      token = await proveMailbox(control, appUrl, address);
      await panel("join", "{}");
    },
    tellSampleThrice: async () => {
      const lines = [{ title: "Coffee of a year", price: "414.95", discount: "10.00" }];
      const { orderId, internalId } = await control.placeOrder({ store, customerId, lines, deliver: false });
      const [eventId, eventCreated] = [randomUUID(), Math.floor(Date.now() / 1000)];
      const about = { eventType: "order.created", entityId: Number(internalId), data: { orderId } };
      const body = JSON.stringify({ eventId, eventCreated, storeId: Number(store), ...about });
      const statuses: number[] = [];
      for (const _ of [1, 2, 3]) {
        statuses.push((await control.postWebhook({ eventId, eventCreated, body })).status);
      }
      return statuses;
    },
    buyBig: async () => {
      const lines = [{ title: "Espresso machine", price: "400.00" }];
      bigOrderId = (await control.placeOrder({ store, customerId, lines })).orderId;
    },
    refundBig: async () => {
      await control.refundOrder({ store, orderId: bigOrderId, amount: "400.00" });
    },
    discountOf: async (code) => {
      const coupon = (await control.coupons({ store })).find((one) => one.code === code);
      return coupon === undefined ? undefined : String(coupon.id);
    },
    askPanel: panel,
  };
}

/** As a shopper does it: asks for a code, reads it in the mailbox, and brings it back. */
async function proveMailbox(
  control: DemoHouse["ecwid"]["control"],
  appUrl: string,
  address: string,
): Promise<string> {
  const { store } = demoStore;
  const giveUpAt = Date.now() + WITHIN_MS;
  const wish = { storeId: store, address };
  await askApp(`${appUrl}/shoppers/code`, {}, JSON.stringify(wish));
  while (Date.now() < giveUpAt) {
    await pause(100);
    const [mail] = await control.mails({ address });
    if (mail === undefined) continue;
    const proof = JSON.stringify({ ...wish, code: mail.code });
    return tokenForm.parse(await askApp(`${appUrl}/shoppers/proof`, {}, proof)).token;
  }
  throw new Error("waited in vain for a code in the mailbox");
}
