import fc from "fast-check";
import { expect, test } from "vitest";
import type { OrderState } from "../event.ts";
import { ByteReader, ByteWriter } from "./byte-record.ts";
import { orderCodec } from "./pack-order.ts";
import { SharedParts } from "./shared-parts.ts";

const text = fc.oneof(
  fc.constantFrom("", "1", "#1042", "new", "Größe", "820982911946154"),
  fc.string({ unit: "grapheme" }),
);
const figure = fc.maxSafeInteger();
const maybe = fc.option(figure);
const texts = fc.array(text, { maxLength: 3 });

const line = fc.record({
  id: text,
  product: fc.option(text),
  variant: fc.option(text),
  quantity: figure,
  unitPriceMinor: figure,
  discountMinor: figure,
  taxMinor: figure,
  giftCard: fc.boolean(),
  tags: texts,
  collections: texts,
  vendor: text,
  kind: text,
});

const refund = fc.record({
  id: text,
  at: figure,
  amountMinor: figure,
  lines: fc.array(fc.record({ line: text, quantity: figure, amountMinor: maybe }), { maxLength: 3 }),
  shippingMinor: figure,
});

const order: fc.Arbitrary<OrderState> = fc.record({
  id: fc.constant("1001"),
  name: fc.option(text),
  currency: fc.constantFrom("EUR", "JPY"),
  placedAt: figure,
  paidAt: maybe,
  fulfilledAt: maybe,
  cancelledAt: maybe,
  updatedAt: maybe,
  test: fc.boolean(),
  taxesIncluded: fc.boolean(),
  channel: text,
  paymentMethods: texts,
  lines: fc.array(line, { maxLength: 4 }),
  orderDiscountMinor: figure,
  shippingMinor: figure,
  shippingTaxMinor: figure,
  paidByGiftCardMinor: figure,
  discountCodes: texts,
  refunds: fc.array(refund, { maxLength: 3 }),
});

test("an order's state comes back from its packed form as it was", () => {
  const codec = orderCodec(new SharedParts());
  const writer = new ByteWriter();
  const reader = new ByteReader();
  fc.assert(
    fc.property(order, (packed) => {
      writer.open(new Uint8Array(16), 3);
      codec.pack(writer, packed);
      reader.open(writer.bytes, writer.position - writer.length);
      expect(codec.unpack(reader, "1001")).toEqual(packed);
    }),
  );
});
