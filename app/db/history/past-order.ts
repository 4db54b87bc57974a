import { z } from "zod";
import type { CustomerFact, OrderState, ShopFact } from "#app/domain/event.ts";
import { oneOf, type ShapeOf } from "../column-values.ts";
import { storedOrder } from "../shops/stored-order.ts";

/** An order from before the program, as a delivery would have told it. */
export type PastOrder = Extract<ShopFact, { type: "order" }>;

const customer = z.object({
  id: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().exactOptional(),
  emailProven: z.boolean(),
  tags: z.array(z.string()).nullable(),
  birthday: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
} satisfies ShapeOf<CustomerFact>);

const orderField = oneOf<keyof OrderState>({
  id: true,
  name: true,
  currency: true,
  placedAt: true,
  paidAt: true,
  partlyPaid: true,
  fulfilledAt: true,
  cancelledAt: true,
  updatedAt: true,
  test: true,
  taxesIncluded: true,
  channel: true,
  paymentMethods: true,
  lines: true,
  orderDiscountMinor: true,
  shippingMinor: true,
  shippingTaxMinor: true,
  paidByGiftCardMinor: true,
  discountCodes: true,
  refunds: true,
});

/** The same, as it is stored until it is booked. */
export const storedPastOrder = z.object({
  type: z.literal("order"),
  at: z.int(),
  customer: customer.nullable(),
  order: storedOrder,
  giftCardPartUnknown: z.literal(true).exactOptional(),
  customerTagsUnknown: z.literal(true).exactOptional(),
  unsaid: z.array(orderField).exactOptional(),
} satisfies ShapeOf<PastOrder>);
