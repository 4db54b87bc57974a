import type { Instant } from "../calendar.ts";
import type { OrderLine, OrderRefund, OrderState, RefundLine } from "../event.ts";
import { currencyDigits } from "../money.ts";
import {
  amountOf,
  fieldsOf,
  flagOf,
  instantOf,
  integerOf,
  listOf,
  optionalAmountOf,
  optionalInstantOf,
  optionalTextOf,
  textOf,
  textsOf,
  WrongForm,
} from "./wrong-form.ts";
import type { Fields } from "./wrong-form.ts";

const ORDER = new Set([
  ...[
    "id",
    "name",
    "member",
    "currency",
    "placedAt",
    "paidAt",
    "fulfilledAt",
    "cancelledAt",
    "updatedAt",
    "test",
  ],
  ...["taxesIncluded", "channel", "paymentMethods", "lines", "orderDiscount", "shipping", "shippingTax"],
  ...["paidByGiftCard", "discountCodes", "refunds"],
]);
const LINE = new Set([
  ...[
    "id",
    "product",
    "variant",
    "quantity",
    "unitPrice",
    "discount",
    "tax",
    "giftCard",
    "tags",
    "collections",
  ],
  ...["vendor", "kind"],
]);
const REFUND = new Set(["id", "at", "amount", "lines", "shipping"]);
const REFUND_LINE = new Set(["line", "quantity", "amount"]);

/**
 * No currency has more decimals. A foreign order's amounts are only looked at for their form: it is
 * refused for its currency, known or not, and never for its decimals.
 */
const FOREIGN_DIGITS = 4;

/**
 * Reads an order's whole state. The form names no version of an order: what a line tells is of the
 * line's own instant, so that of lines in disorder the latest state counts.
 */
export function parseOrder(value: unknown, at: Instant, programCurrency: string): OrderState {
  const fields = fieldsOf(value, "order", ORDER);
  const currency = optionalTextOf(fields, "currency", "order") ?? programCurrency;
  const digits = (currency === programCurrency ? currencyDigits(currency) : null) ?? FOREIGN_DIGITS;
  const paidAt = optionalInstantOf(fields, "paidAt", "order");
  return {
    id: textOf(fields, "id", "order"),
    name: optionalTextOf(fields, "name", "order"),
    currency,
    placedAt: optionalInstantOf(fields, "placedAt", "order") ?? paidAt ?? at,
    paidAt,
    fulfilledAt: optionalInstantOf(fields, "fulfilledAt", "order"),
    cancelledAt: optionalInstantOf(fields, "cancelledAt", "order"),
    updatedAt: optionalInstantOf(fields, "updatedAt", "order") ?? at,
    test: flagOf(fields, "test", "order"),
    taxesIncluded: flagOf(fields, "taxesIncluded", "order"),
    channel: optionalTextOf(fields, "channel", "order") ?? NO_TEXT,
    paymentMethods: textsOf(fields, "paymentMethods", "order"),
    lines: listOf(fields, "lines", "order").map((line, index) => parseLine(line, index, digits)),
    orderDiscountMinor: amountOrNone(fields, "orderDiscount", "order", digits),
    shippingMinor: amountOrNone(fields, "shipping", "order", digits),
    shippingTaxMinor: amountOrNone(fields, "shippingTax", "order", digits),
    paidByGiftCardMinor: amountOrNone(fields, "paidByGiftCard", "order", digits),
    discountCodes: textsOf(fields, "discountCodes", "order"),
    refunds: listOf(fields, "refunds", "order").map((refund, index) =>
      parseRefund(refund, index, at, digits),
    ),
  };
}

/** What a field that is left out says (`spec`: "optional fields take the value shown as empty"). */
const NO_MONEY = 0;
const NO_TEXT = "";

function amountOrNone(fields: Fields, key: string, path: string, digits: number): number {
  return optionalAmountOf(fields, key, path, digits) ?? NO_MONEY;
}

function parseLine(value: unknown, index: number, digits: number): OrderLine {
  const path = `order.lines[${index}]`;
  const fields = fieldsOf(value, path, LINE);
  return {
    id: textOf(fields, "id", path),
    product: optionalTextOf(fields, "product", path),
    variant: optionalTextOf(fields, "variant", path),
    quantity: integerOf(fields, "quantity", path),
    unitPriceMinor: amountOf(fields, "unitPrice", path, digits),
    discountMinor: amountOrNone(fields, "discount", path, digits),
    taxMinor: amountOrNone(fields, "tax", path, digits),
    giftCard: flagOf(fields, "giftCard", path),
    tags: textsOf(fields, "tags", path),
    collections: textsOf(fields, "collections", path),
    vendor: optionalTextOf(fields, "vendor", path) ?? NO_TEXT,
    kind: optionalTextOf(fields, "kind", path) ?? NO_TEXT,
  };
}

/** A refund without `amount` gave back what its parts say. */
function parseRefund(value: unknown, index: number, at: Instant, digits: number): OrderRefund {
  const path = `order.refunds[${index}]`;
  const fields = fieldsOf(value, path, REFUND);
  const lines = listOf(fields, "lines", path).map((line, position) =>
    parseRefundLine(line, `${path}.lines[${position}]`, digits),
  );
  const shippingMinor = amountOrNone(fields, "shipping", path, digits);
  const ofLines = lines.reduce((sum, line) => sum + (line.amountMinor ?? NO_MONEY), shippingMinor);
  const amountMinor = optionalAmountOf(fields, "amount", path, digits);
  if (amountMinor === null && lines.length === 0 && shippingMinor === NO_MONEY) {
    throw new WrongForm(`${path}.amount`, "a refund says an amount or lines");
  }
  return {
    id: textOf(fields, "id", path),
    at: fields["at"] === undefined ? at : instantOf(fields, "at", path),
    amountMinor: amountMinor ?? ofLines,
    lines,
    shippingMinor,
  };
}

function parseRefundLine(value: unknown, path: string, digits: number): RefundLine {
  const fields = fieldsOf(value, path, REFUND_LINE);
  return {
    line: textOf(fields, "line", path),
    quantity: integerOf(fields, "quantity", path),
    amountMinor: optionalAmountOf(fields, "amount", path, digits),
  };
}
