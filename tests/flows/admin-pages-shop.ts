import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";

export const BERLIN = "Europe/Berlin";
export const NOW = Date.parse("2026-05-15T12:00:00+02:00");
export const LAST_MONTH = Date.parse("2026-04-10T12:00:00+02:00");
/** After the middle of April: not among the days that May so far is compared with. */
export const LATE_LAST_MONTH = Date.parse("2026-04-20T12:00:00+02:00");

export const PROGRAM = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: BERLIN,
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  tiers: {
    levels: [
      { id: "base", name: "Base", from: "0" },
      { id: "gold", name: "Gold", from: "100.00" },
    ],
  },
  rewards: [{ id: "five", name: "Five", kind: "amountOff", value: "5.00", cost: 50 }],
};

function customer(id: string, firstName: string): ShopFact & { type: "customer" } {
  const email = `${firstName.toLowerCase()}@example.com`;
  const fact = { id, email, emailProven: true, tags: [], birthday: null, firstName, lastName: "Muster" };
  return { type: "customer", at: LAST_MONTH, joined: true, customer: fact };
}

export function order(
  id: string,
  of: ShopFact & { type: "customer" },
  euros: number,
  { at, test = false }: { readonly at: Instant; readonly test?: boolean },
): ShopFact {
  const line = { product: "p1", variant: null, quantity: 1, unitPriceMinor: euros * 100, discountMinor: 0 };
  const bare = { taxMinor: 0, giftCard: false, tags: [], collections: [], vendor: "", kind: "" };
  const moments = { placedAt: at, paidAt: at, fulfilledAt: null, cancelledAt: null, updatedAt: at };
  const money = { orderDiscountMinor: 0, shippingMinor: 0, shippingTaxMinor: 0, paidByGiftCardMinor: 0 };
  const state = { id, name: `#${id}`, currency: "EUR", test, taxesIncluded: true, channel: "online" };
  const lists = { paymentMethods: [], discountCodes: [], refunds: [] };
  const lines = [{ id: `${id}-1`, ...line, ...bare }];
  return {
    type: "order",
    at,
    customer: of.customer,
    order: { ...state, ...moments, ...money, ...lists, lines },
  };
}

export const anna = customer("1", "Anna");
export const ben = customer("2", "Ben");
