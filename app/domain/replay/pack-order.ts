import type { OrderLine, OrderRefund, OrderState, RefundLine } from "../event.ts";
import type { Codec } from "./archive.ts";
import { some } from "./byte-record.ts";
import type { ByteReader, ByteWriter } from "./byte-record.ts";
import { packShared, unpackList, unpackShared, unpackText } from "./packed-lists.ts";
import type { SharedParts } from "./shared-parts.ts";

/** Writes an order's state without its id, which is its name. What many orders say, such as tags and vendors, is kept once. */
export function orderCodec(shared: SharedParts): Codec<OrderState> {
  return {
    pack: (to, order) => {
      packOrder(to, shared, order);
    },
    unpack: (from, id) => unpackOrder(from, shared, id),
  };
}

/** Refunds that wait for their order. */
export function refundsCodec(shared: SharedParts): Codec<readonly OrderRefund[]> {
  return {
    pack: (to, refunds) => {
      packRefunds(to, refunds);
    },
    unpack: (from) => unpackList(from, shared, unpackRefund),
  };
}

function packOrder(to: ByteWriter, shared: SharedParts, order: OrderState): void {
  to.text(order.name);
  to.count(shared.numberOf(order.currency));
  to.integer(order.placedAt);
  to.integer(order.paidAt);
  to.integer(order.fulfilledAt);
  to.integer(order.cancelledAt);
  to.integer(order.updatedAt);
  packFlag(to, order.test);
  packFlag(to, order.taxesIncluded);
  to.count(shared.numberOf(order.channel));
  packShared(to, shared, order.paymentMethods);
  to.count(order.lines.length);
  for (const line of order.lines) packLine(to, shared, line);
  to.integer(order.orderDiscountMinor);
  to.integer(order.shippingMinor);
  to.integer(order.shippingTaxMinor);
  to.integer(order.paidByGiftCardMinor);
  to.count(order.discountCodes.length);
  for (const code of order.discountCodes) to.text(code);
  packRefunds(to, order.refunds);
}

function unpackOrder(from: ByteReader, shared: SharedParts, id: string): OrderState {
  return {
    id,
    name: from.text(),
    currency: shared.textOf(from.count()),
    placedAt: some(from.integer()),
    paidAt: from.integer(),
    fulfilledAt: from.integer(),
    cancelledAt: from.integer(),
    updatedAt: from.integer(),
    test: unpackFlag(from),
    taxesIncluded: unpackFlag(from),
    channel: shared.textOf(from.count()),
    paymentMethods: unpackList(from, shared, unpackShared),
    lines: unpackList(from, shared, unpackLine),
    orderDiscountMinor: some(from.integer()),
    shippingMinor: some(from.integer()),
    shippingTaxMinor: some(from.integer()),
    paidByGiftCardMinor: some(from.integer()),
    discountCodes: unpackList(from, shared, unpackText),
    refunds: unpackList(from, shared, unpackRefund),
  };
}

function packLine(to: ByteWriter, shared: SharedParts, line: OrderLine): void {
  to.text(line.id);
  to.text(line.product);
  to.text(line.variant);
  to.integer(line.quantity);
  to.integer(line.unitPriceMinor);
  to.integer(line.discountMinor);
  to.integer(line.taxMinor);
  packFlag(to, line.giftCard);
  packShared(to, shared, line.tags);
  packShared(to, shared, line.collections);
  to.count(shared.numberOf(line.vendor));
  to.count(shared.numberOf(line.kind));
}

function unpackLine(from: ByteReader, shared: SharedParts): OrderLine {
  return {
    id: some(from.text()),
    product: from.text(),
    variant: from.text(),
    quantity: some(from.integer()),
    unitPriceMinor: some(from.integer()),
    discountMinor: some(from.integer()),
    taxMinor: some(from.integer()),
    giftCard: unpackFlag(from),
    tags: unpackList(from, shared, unpackShared),
    collections: unpackList(from, shared, unpackShared),
    vendor: shared.textOf(from.count()),
    kind: shared.textOf(from.count()),
  };
}

function packRefunds(to: ByteWriter, refunds: readonly OrderRefund[]): void {
  to.count(refunds.length);
  for (const refund of refunds) packRefund(to, refund);
}

function packRefund(to: ByteWriter, refund: OrderRefund): void {
  to.text(refund.id);
  to.integer(refund.at);
  to.integer(refund.amountMinor);
  to.count(refund.lines.length);
  for (const { line, quantity, amountMinor } of refund.lines) {
    to.text(line);
    to.integer(quantity);
    to.integer(amountMinor);
  }
  to.integer(refund.shippingMinor);
}

function unpackRefund(from: ByteReader, shared: SharedParts): OrderRefund {
  return {
    id: some(from.text()),
    at: some(from.integer()),
    amountMinor: some(from.integer()),
    lines: unpackList(from, shared, unpackRefundLine),
    shippingMinor: some(from.integer()),
  };
}

function unpackRefundLine(from: ByteReader): RefundLine {
  return { line: some(from.text()), quantity: some(from.integer()), amountMinor: from.integer() };
}

function packFlag(to: ByteWriter, flag: boolean): void {
  to.count(flag ? 1 : 0);
}

function unpackFlag(from: ByteReader): boolean {
  return from.count() === 1;
}
