import { currencyDigits, parseMoney } from "#app/domain/money.ts";
import type { OrderBody } from "./order-body.ts";
import { firstAmount, type TransactionBody } from "./refund-body.ts";

/** Turns an amount in the currency that was paid in into the shop's minor units; null where it cannot be known. */
export type Exchange = (amount: string, currency: string | null) => number | null;

/** Of a refund that comes alone: only amounts in the shop's own currency can be read. */
export function sameCurrencyOnly(shopCurrency: string): Exchange {
  return (amount, currency) => {
    const digits = currencyDigits(shopCurrency);
    if (digits === null || (currency !== null && currency !== shopCurrency)) return null;
    return parseMoney(amount, digits);
  };
}

/** The rate is frozen in the order: its total is given in both currencies. Rounded half up. */
export function exchangeOf(order: OrderBody): Exchange {
  const same = sameCurrencyOnly(order.currency);
  const pair = order.total_price_set;
  if (pair === undefined || pair === null) return same;
  const paidIn = pair.presentment_money.currency_code;
  const digits = currencyDigits(paidIn);
  const paidTotal = digits === null ? null : parseMoney(pair.presentment_money.amount, digits);
  if (digits === null || paidTotal === null || paidTotal <= 0) return same;
  return (amount, currency) => {
    if (currency !== paidIn || paidIn === order.currency) return same(amount, currency);
    const paid = parseMoney(amount, digits);
    if (paid === null || paid < 0) return null;
    const exact = 2n * BigInt(paid) * BigInt(pair.shop_money.amount) + BigInt(paidTotal);
    return Number(exact / (2n * BigInt(paidTotal)));
  };
}

const GIFT_CARD = "gift_card";

/**
 * Webhooks name the gateways and leave out what went through each. A gift card that paid alone paid
 * everything; where it paid a part, only a body with transactions (an order that was read) says how much.
 */
export function paidByGiftCard(order: OrderBody, exchange: Exchange): number {
  if (order.transactions.length > 0) return sumOfGiftCards(order.transactions, exchange);
  const gateways = order.payment_gateway_names;
  if (gateways.length === 0 || gateways.some((gateway) => gateway !== GIFT_CARD)) return 0;
  return firstAmount(order.total_price_set?.shop_money.amount, order.total_price);
}

/** A gift card paid a part, and the body does not say which: whoever has to know reads the order. */
export function isGiftCardPartUnknown(order: OrderBody): boolean {
  const gateways = order.payment_gateway_names;
  return (
    order.transactions.length === 0 &&
    gateways.includes(GIFT_CARD) &&
    gateways.some((gateway) => gateway !== GIFT_CARD)
  );
}

function sumOfGiftCards(transactions: readonly TransactionBody[], exchange: Exchange): number {
  let total = 0;
  for (const { gateway, kind, status, amount, currency } of transactions) {
    const paid = gateway === GIFT_CARD && (kind === "sale" || kind === "capture");
    if (!paid || status !== "success") continue;
    const minor = exchange(amount, currency);
    if (minor !== null) total += minor;
  }
  return total;
}

/**
 * By how much amounts may differ from the shop's for no reason but rounding, minor units: each price, and
 * each payment in the currency that was paid in, is rounded to that one's smallest coin. Zero in the
 * shop's own.
 */
export function roundingIn(order: OrderBody, amounts: number): number {
  const pair = order.total_price_set;
  if (pair === undefined || pair === null) return 0;
  const { amount, currency_code: paidIn } = pair.presentment_money;
  const digits = currencyDigits(paidIn);
  const paidTotal = digits === null ? null : parseMoney(amount, digits);
  if (paidIn === order.currency || paidTotal === null || paidTotal <= 0) return 0;
  const coin = pair.shop_money.amount / paidTotal;
  return Math.ceil((amounts * (coin + 1)) / 2);
}

/** Money given back by a refund; null where it is in a currency whose rate is not known. */
export function moneyReturned(transactions: readonly TransactionBody[], exchange: Exchange): number | null {
  let total = 0;
  for (const { kind, status, amount, currency } of transactions) {
    // A pending refund is decided and on its way; a failed one is none.
    if (kind !== "refund" || status === "failure" || status === "error") continue;
    const minor = exchange(amount, currency);
    if (minor === null) return null;
    total += minor;
  }
  return total;
}
