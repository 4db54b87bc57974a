import { z } from "zod";
import { minorOfNumber } from "./minor-of-number.ts";

/** An id, which Ecwid writes as a number or as a text; kept as its digits. */
const id = z.union([z.string().min(1), z.int()]).transform(String);

/** Ecwid's own clock in its answers: "2024-09-04 07:22:09 +0000". */
const instant = z.string().transform((text, context) => {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text);
  const parsed = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4]}`);
  if (!Number.isNaN(parsed)) return parsed;
  context.addIssue({ code: "custom", message: 'an instant such as "2024-09-04 07:22:09 +0000" is expected' });
  return z.NEVER;
});

/** The fields of an order that earning reads; Ecwid sends some eighty more. Amounts come out in minor units. */
export function orderBody(digits: number) {
  const amount = z.number().transform((value, context) => {
    const minor = minorOfNumber(value, digits);
    if (minor !== null) return minor;
    context.addIssue({ code: "custom", message: "an amount is expected" });
    return z.NEVER;
  });
  const noAmount = amount.default(0);
  const item = z.object({
    id,
    productId: id.nullish(),
    combinationId: id.nullish(),
    price: amount,
    quantity: z.int().min(0),
    tax: noAmount,
    giftCard: z.boolean().default(false),
    couponAmount: noAmount,
    discounts: z.array(z.object({ total: noAmount })).default([]),
  });
  return z.object({
    id,
    email: z.string().nullish(),
    customerId: id.nullish(),
    paymentStatus: z.string(),
    fulfillmentStatus: z.string().nullish(),
    paymentMethod: z.string().nullish(),
    total: noAmount,
    discount: noAmount,
    couponDiscount: noAmount,
    giftCardRedemption: noAmount,
    refundedAmount: noAmount,
    pricesIncludeTax: z.boolean().default(false),
    createDate: instant,
    updateDate: instant.nullish(),
    discountCoupon: z.object({ code: z.string().nullish() }).nullish(),
    shippingOption: z.object({ shippingRate: noAmount }).nullish(),
    taxesOnShipping: z.array(z.object({ total: noAmount })).default([]),
    items: z.array(item).default([]),
    refunds: z.array(z.object({ date: z.string().nullish(), amount: amount })).default([]),
  });
}

export type OrderBody = z.output<ReturnType<typeof orderBody>>;
export type OrderItem = OrderBody["items"][number];
