import type { Instant } from "../../calendar.ts";
import type { OrderLine, OrderRefund, OrderState, RefundLine, Ware } from "../../event.ts";
import { currencyDigits } from "../../money.ts";
import {
  amountOf,
  fieldsOf,
  flagOf,
  Form,
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

const ORDER = new Form(
  ...["id", "name", "member", "currency", "placedAt", "paidAt", "fulfilledAt", "cancelledAt", "updatedAt"],
  ...["test", "taxesIncluded", "channel", "paymentMethods", "lines", "orderDiscount", "shipping"],
  ...["shippingTax", "paidByGiftCard", "discountCodes", "refunds", "cart"],
);
const LINE = new Form(
  ...["id", "product", "variant", "quantity", "unitPrice", "discount", "tax", "giftCard", "tags"],
  ...["collections", "vendor", "kind", "cost"],
);
const REFUND = new Form("id", "at", "amount", "lines", "shipping");
const REFUND_LINE = new Form("line", "quantity", "amount");

/**
 * No currency has more decimals. A foreign order's amounts are only looked at for their form: it is
 * refused for its currency, known or not, and never for its decimals.
 */
const FOREIGN_DIGITS = 4;

/**
 * Reads an order's whole state. The form names no version of an order: what a line tells is of the
 * line's own instant, so that of lines in disorder the latest state counts.
 */
export function parseOrder(value: unknown, at: Instant, programCurrency: string | null): OrderState {
  const fields = fieldsOf(value, ORDER);
  const told = optionalTextOf(fields["currency"], "currency");
  const currency = told ?? programCurrency;
  if (currency === null) throw new WrongForm("currency", "a currency is expected, such as EUR");
  const digits = (currency === (programCurrency ?? told) ? currencyDigits(currency) : null) ?? FOREIGN_DIGITS;
  const paidAt = optionalInstantOf(fields["paidAt"], "paidAt");
  return {
    id: textOf(fields["id"], "id"),
    name: optionalTextOf(fields["name"], "name"),
    currency,
    placedAt: optionalInstantOf(fields["placedAt"], "placedAt") ?? paidAt ?? at,
    paidAt,
    fulfilledAt: optionalInstantOf(fields["fulfilledAt"], "fulfilledAt"),
    cancelledAt: optionalInstantOf(fields["cancelledAt"], "cancelledAt"),
    updatedAt: optionalInstantOf(fields["updatedAt"], "updatedAt") ?? at,
    test: flagOf(fields["test"], "test"),
    taxesIncluded: flagOf(fields["taxesIncluded"], "taxesIncluded"),
    channel: optionalTextOf(fields["channel"], "channel") ?? NO_TEXT,
    paymentMethods: textsOf(fields["paymentMethods"], "paymentMethods"),
    lines: listOf(fields["lines"], "lines", (line) => parseLine(line, digits)),
    orderDiscountMinor: amountOrNone(fields["orderDiscount"], "orderDiscount", digits),
    shippingMinor: amountOrNone(fields["shipping"], "shipping", digits),
    shippingTaxMinor: amountOrNone(fields["shippingTax"], "shippingTax", digits),
    paidByGiftCardMinor: amountOrNone(fields["paidByGiftCard"], "paidByGiftCard", digits),
    discountCodes: textsOf(fields["discountCodes"], "discountCodes"),
    refunds: listOf(fields["refunds"], "refunds", (refund) => parseRefund(refund, at, digits)),
  };
}

/** What a field that is left out says (`spec`: "optional fields take the value shown as empty"). */
const NO_MONEY = 0;
const NO_TEXT = "";

function amountOrNone(value: unknown, key: string, digits: number): number {
  return optionalAmountOf(value, key, digits) ?? NO_MONEY;
}

function parseLine(value: unknown, digits: number): OrderLine {
  const fields = fieldsOf(value, LINE);
  const costMinor = optionalAmountOf(fields["cost"], "cost", digits);
  const line = pricedLine(fields, digits);
  return costMinor === null ? line : { ...line, costMinor };
}

/** What an activity looked at, told as in an order's line: what it is counts, and not what it costs. */
export function parseSeen(value: unknown): Ware {
  return wareOf(fieldsOf(value, LINE));
}

function pricedLine(fields: Fields, digits: number): OrderLine {
  return {
    id: textOf(fields["id"], "id"),
    product: optionalTextOf(fields["product"], "product"),
    variant: optionalTextOf(fields["variant"], "variant"),
    quantity: integerOf(fields["quantity"], "quantity"),
    unitPriceMinor: amountOf(fields["unitPrice"], "unitPrice", digits),
    discountMinor: amountOrNone(fields["discount"], "discount", digits),
    taxMinor: amountOrNone(fields["tax"], "tax", digits),
    giftCard: flagOf(fields["giftCard"], "giftCard"),
    tags: textsOf(fields["tags"], "tags"),
    collections: textsOf(fields["collections"], "collections"),
    vendor: optionalTextOf(fields["vendor"], "vendor") ?? NO_TEXT,
    kind: optionalTextOf(fields["kind"], "kind") ?? NO_TEXT,
  };
}

function wareOf(fields: Fields): Ware {
  return {
    product: optionalTextOf(fields["product"], "product"),
    variant: optionalTextOf(fields["variant"], "variant"),
    tags: textsOf(fields["tags"], "tags"),
    collections: textsOf(fields["collections"], "collections"),
    vendor: optionalTextOf(fields["vendor"], "vendor") ?? NO_TEXT,
    kind: optionalTextOf(fields["kind"], "kind") ?? NO_TEXT,
  };
}

/** A refund without `amount` gave back what its parts say. */
function parseRefund(value: unknown, at: Instant, digits: number): OrderRefund {
  const fields = fieldsOf(value, REFUND);
  const lines = listOf(fields["lines"], "lines", (line) => parseRefundLine(line, digits));
  const shippingMinor = amountOrNone(fields["shipping"], "shipping", digits);
  const ofLines = lines.reduce((sum, line) => sum + (line.amountMinor ?? NO_MONEY), shippingMinor);
  const amountMinor = optionalAmountOf(fields["amount"], "amount", digits);
  if (amountMinor === null && lines.length === 0 && shippingMinor === NO_MONEY) {
    throw new WrongForm("amount", "a refund says an amount or lines");
  }
  return {
    id: textOf(fields["id"], "id"),
    at: fields["at"] === undefined ? at : instantOf(fields["at"], "at"),
    amountMinor: amountMinor ?? ofLines,
    lines,
    shippingMinor,
  };
}

function parseRefundLine(value: unknown, digits: number): RefundLine {
  const fields = fieldsOf(value, REFUND_LINE);
  return {
    line: textOf(fields["line"], "line"),
    quantity: integerOf(fields["quantity"], "quantity"),
    amountMinor: optionalAmountOf(fields["amount"], "amount", digits),
  };
}
