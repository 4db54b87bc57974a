import { convert, toDecimal } from "../../../shop/money.ts";
import type { Order } from "../../../shop/records.ts";
import type { View } from "../api-context.ts";

export function moneyV2(minor: number, currency: string): View {
  return { __typename: "MoneyV2", amount: toDecimal(minor, currency), currencyCode: currency };
}

export function moneyBag(
  minor: number,
  order: Pick<Order, "currency" | "presentmentCurrency" | "presentmentRate">,
): View {
  const { currency, presentmentCurrency, presentmentRate } = order;
  const presented =
    currency === presentmentCurrency ? minor : convert(minor, currency, presentmentCurrency, presentmentRate);
  return { shopMoney: moneyV2(minor, currency), presentmentMoney: moneyV2(presented, presentmentCurrency) };
}
