import { z } from "zod";
import { decimalsOf } from "../../shop/money.ts";
import { json } from "../../shop/web/http.ts";
import { takenOff } from "../discounts/discount-asker.ts";
import { amountOf } from "../wire.ts";
import type { Endpoint } from "./endpoint.ts";
import { bodyOf } from "./question.ts";

/** What of a cart the fake prices. Fields of the documents that say nothing of its price are let pass. */
const cart = z.object({
  customerId: z.int().nullable().default(null),
  email: z.string().nullable().default(null),
  items: z
    .array(
      z.object({
        productId: z.int().default(0),
        name: z.string().default(""),
        price: z.number().nonnegative(),
        quantity: z.int().min(1).default(1),
      }),
    )
    .min(1),
});

/** What a cart would cost. Whoever asks names the customer, and the app is asked what it takes off. */
export const calculationEndpoints: readonly Endpoint[] = [
  {
    name: "calculateOrder",
    method: "POST",
    path: "order/calculate",
    scope: "read_store_profile",
    answer: async ({ ask, fake, store }) => {
      const { items, customerId, email } = bodyOf(ask, cart);
      const minor = (amount: number): number => Math.round(amount * 10 ** decimalsOf(store.currency));
      const money = (units: number): number => amountOf(units, store.currency);
      const lines = items.map(({ price, ...item }) => ({ ...item, priceMinor: minor(price) }));
      const discounts = await fake.discounts.ask(store, {
        ...{ customerId, email, lines, couponMinor: 0, coupon: null, discountMinor: 0, lang: store.language },
      });
      const priced = lines.map((line) => ({ ...line, totalMinor: line.priceMinor * line.quantity }));
      const subtotal = priced.reduce((sum, line) => sum + line.totalMinor, 0);
      const off = takenOff(discounts, priced, minor);
      return json(200, {
        subtotal: money(subtotal),
        total: money(subtotal - off),
        discount: money(off),
        couponDiscount: 0,
        paymentStatus: "INCOMPLETE",
        fulfillmentStatus: "AWAITING_PROCESSING",
        discountInfo: discounts.map(({ value, type, description }) => ({
          ...{ value, type: type === "ABSOLUTE" ? "ABS" : "PERCENT", base: "CUSTOM", description },
        })),
        items,
      });
    },
  },
];
