import { z } from "zod";
import { id, instant } from "../fields.ts";
import { minorOfNumber } from "./minor-of-number.ts";

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
    name: z.string().nullish(),
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
    acceptMarketing: z.boolean().nullish(),
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
    loyalty: z.object({ customerEnabled: z.boolean().nullish() }).nullish(),
    discountCoupon: z.object({ code: z.string().nullish(), discountType: z.string().nullish() }).nullish(),
    shippingOption: z.object({ shippingRate: noAmount }).nullish(),
    taxesOnShipping: z.array(z.object({ total: noAmount })).default([]),
    items: z.array(item).default([]),
    refunds: z.array(z.object({ date: z.string().nullish(), amount: amount })).default([]),
  });
}

export type OrderBody = z.output<ReturnType<typeof orderBody>>;
export type OrderItem = OrderBody["items"][number];
