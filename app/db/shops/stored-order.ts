import { z } from "zod";
import type { OrderLine, OrderRefund, OrderState, RefundLine } from "#app/domain/event.ts";
import type { ShapeOf } from "../column-values.ts";

const line = z.object({
  product: z.string().nullable(),
  variant: z.string().nullable(),
  tags: z.array(z.string()),
  collections: z.array(z.string()),
  vendor: z.string(),
  kind: z.string(),
  id: z.string(),
  title: z.string().exactOptional(),
  quantity: z.number(),
  unitPriceMinor: z.int(),
  discountMinor: z.int(),
  taxMinor: z.int(),
  giftCard: z.boolean(),
  costMinor: z.int().exactOptional(),
} satisfies ShapeOf<OrderLine>);

const refundLine = z.object({
  line: z.string(),
  quantity: z.number(),
  amountMinor: z.int().nullable(),
} satisfies ShapeOf<RefundLine>);

/** A refund as it is stored: one that waits for its order, or one of an order. */
export const storedRefund = z.object({
  id: z.string(),
  at: z.int(),
  amountMinor: z.int(),
  lines: z.array(refundLine),
  shippingMinor: z.int(),
} satisfies ShapeOf<OrderRefund>);

/** An order's last known state, as it is stored. */
export const storedOrder = z.object({
  id: z.string(),
  name: z.string().nullable(),
  currency: z.string(),
  placedAt: z.int(),
  paidAt: z.int().nullable(),
  partlyPaid: z.literal(true).exactOptional(),
  fulfilledAt: z.int().nullable(),
  cancelledAt: z.int().nullable(),
  updatedAt: z.int().nullable(),
  test: z.boolean(),
  taxesIncluded: z.boolean(),
  channel: z.string(),
  paymentMethods: z.array(z.string()),
  lines: z.array(line),
  orderDiscountMinor: z.int(),
  shippingMinor: z.int(),
  shippingTaxMinor: z.int(),
  paidByGiftCardMinor: z.int(),
  discountCodes: z.array(z.string()),
  refunds: z.array(storedRefund),
} satisfies ShapeOf<OrderState>);
