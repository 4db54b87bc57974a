import fc from "fast-check";
import type { OrderLine, ShopFact } from "#app/domain/event.ts";
import { customer, DAY, guest, orderFact, orderLine, refund, START } from "./plain-shop.ts";

export const customers = ["c0", "c1", "c2"];

/** As somebody may write a customer's address. */
function addressOf(person: number): string {
  return ` C${String(person)}@Example.com`;
}

/** A day of a shop: what it tells, or a member's wish. */
export type Happening =
  | {
      readonly kind: "order";
      readonly order: number;
      readonly back: number;
      readonly cancelled: boolean;
    }
  | { readonly kind: "click"; readonly person: number; readonly key: number }
  | { readonly kind: "join"; readonly person: number }
  /** Of somebody without an account, by an address that may be a customer's. */
  | { readonly kind: "guestOrder"; readonly order: number; readonly person: number }
  | { readonly kind: "visit"; readonly person: number; readonly key: number; readonly isNamed: boolean }
  | { readonly kind: "merge"; readonly kept: number; readonly ended: number }
  | { readonly kind: "erase"; readonly person: number }
  | { readonly kind: "claim"; readonly person: number }
  /** Units of one product, of which some come back. */
  | {
      readonly kind: "basket";
      readonly order: number;
      readonly units: number;
      readonly back: number;
      readonly cancelled: boolean;
    }
  /** Units of a paid membership. */
  | { readonly kind: "paid"; readonly order: number; readonly units: number; readonly back: number }
  | { readonly kind: "optIn"; readonly person: number; readonly challengeId: string }
  /** A friend proves their address by somebody's link. */
  | { readonly kind: "refer"; readonly person: number; readonly friend: number }
  | { readonly kind: "review"; readonly friend: number; readonly approve: boolean }
  /** A friend orders, without an account or as a customer of the shop. */
  | {
      readonly kind: "friendOrder";
      readonly order: number;
      readonly back: number;
      readonly cancelled: boolean;
      readonly asCustomer: boolean;
    };

export const person = fc.integer({ min: 0, max: customers.length - 1 });
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("order" as const),
      order: fc.integer({ min: 0, max: 8 }),
      back: fc.integer({ min: 0, max: 4 }),
      cancelled: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("click" as const),
      person,
      key: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("join" as const), person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("claim" as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("guestOrder" as const),
      order: fc.integer({ min: 20, max: 24 }),
      person,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("visit" as const),
      person,
      key: fc.integer({ min: 0, max: 3 }),
      isNamed: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("merge" as const), kept: person, ended: person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const), person }) },
);
const engaged: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: happening },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("basket" as const),
      order: fc.integer({ min: 40, max: 60 }),
      units: fc.integer({ min: 1, max: 4 }),
      back: fc.constantFrom(0, 0, 0, 1, 4),
      cancelled: fc.constantFrom(false, false, false, false, true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("paid" as const),
      order: fc.integer({ min: 70, max: 75 }),
      units: fc.integer({ min: 1, max: 3 }),
      back: fc.constantFrom(0, 0, 1, 3),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("optIn" as const),
      person,
      challengeId: fc.constant("chosen"),
    }),
  },
);

export const FRIENDS = 5;

/** Friends have addresses of their own; the last one is that of a customer. */
export function friendAddress(friend: number): string {
  return friend === FRIENDS ? addressOf(0) : `f${String(friend)}@example.com`;
}

/** With baskets, paid memberships and people who take part in challenges. */
export const engagedHistories = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 9 }), happening: engaged }),
  { minLength: 20, maxLength: 32 },
);

export const histories = fc.array(fc.record({ days: fc.integer({ min: 0, max: 20 }), happening }), {
  minLength: 8,
  maxLength: 20,
});

/** One of something whose kind is told with it: an order that leaves it out waits for the shop's answer. */
function sundries(euros: number): OrderLine[] {
  return [{ ...orderLine("1", euros), kind: "sundry" }];
}

/** What the shop tells of it. */
export function factsOf(what: Happening, now: number): ShopFact[] {
  switch (what.kind) {
    case "order": {
      const id = `o${String(what.order)}`;
      const by = customer(customers[what.order % customers.length] ?? "c0");
      // The price of an order is what it is; what comes back of it differs from one state to the next.
      const euros = 40 + what.order * 37;
      const refunds = what.back === 0 ? [] : [refund(`r-${id}`, Math.floor((euros * what.back) / 4), now)];
      const cancelledAt = what.cancelled ? now : null;
      const paidAt = START + what.order * DAY;
      return [
        orderFact(
          id,
          by,
          { euros, lines: sundries(euros), paidAt, placedAt: paidAt, updatedAt: now, refunds, cancelledAt },
          now,
        ),
      ];
    }
    case "click": {
      const id = customers[what.person] ?? "c0";
      return [
        {
          type: "activity",
          at: now,
          customer: { id, email: null },
          activity: "link_click",
          key: String(what.key),
        },
      ];
    }
    case "guestOrder": {
      const paidAt = START + what.order * DAY;
      const by = guest(addressOf(what.person));
      return [
        orderFact(
          `o${String(what.order)}`,
          by,
          { euros: 30, lines: sundries(30), paidAt, placedAt: now, updatedAt: now },
          now,
        ),
      ];
    }
    case "visit": {
      const id = what.isNamed ? (customers[what.person] ?? "c0") : null;
      const by = { id, email: addressOf(what.person) };
      return [
        { type: "activity", at: now, customer: by, activity: "link_click", key: `v${String(what.key)}` },
      ];
    }
    case "merge": {
      const [keptCustomerId = "c0", endedCustomerId = "c0"] = [customers[what.kept], customers[what.ended]];
      return [{ type: "customers_merged", at: now, keptCustomerId, endedCustomerId }];
    }
    case "erase": {
      const by = { id: customers[what.person] ?? "c0", email: addressOf(what.person) };
      return [{ type: "customer_redacted", at: now, customer: by }];
    }
    case "join":
      return [
        { type: "customer", at: now, customer: customer(customers[what.person] ?? "c0"), joined: true },
      ];
    case "basket": {
      const { order, units, back, cancelled } = what;
      return [unitsOf(order, `p${String(order % 4)}`, { units, back, cancelled, now })];
    }
    case "paid":
      return [unitsOf(what.order, "p-vip", { ...what, cancelled: false, now })];
    case "friendOrder":
      return [orderOfFriend(what, now)];
    case "claim":
    case "optIn":
    case "refer":
    case "review":
      return [];
  }
}

/** Whoever is a customer first and none later is found by the address. */
function orderOfFriend(
  { order, back, cancelled, asCustomer }: Extract<Happening, { kind: "friendOrder" }>,
  now: number,
): ShopFact {
  const number = order % FRIENDS;
  const id = `o${String(order)}`;
  const by = asCustomer ? customer(`f${String(number)}`) : guest(friendAddress(number));
  const paidAt = START + (20 + (order % 7) * 9) * DAY;
  const euros = 20 + (order % 3) * 15;
  const refunds = back === 0 ? [] : [refund(`r-${id}`, Math.floor((euros * back) / 4), now)];
  const lines = sundries(euros);
  const state = { paidAt, placedAt: paidAt, updatedAt: now, cancelledAt: cancelled ? now : null };
  return orderFact(id, by, { euros, lines, refunds, ...state }, now);
}

/** An order of one line; told again it may say another quantity, as an edit does. */
function unitsOf(
  number: number,
  product: string,
  {
    units,
    back,
    cancelled,
    now,
  }: {
    readonly units: number;
    readonly back: number;
    readonly cancelled: boolean;
    readonly now: number;
  },
): ShopFact {
  const id = `o${String(number)}`;
  const by = customer(customers[number % customers.length] ?? "c0");
  const euros = 9 + (number % 5);
  const paidAt = START + ((number * 7) % 40) * DAY;
  const quantity = units + (number % 2);
  const line = {
    ...orderLine("1", euros),
    product,
    quantity,
    kind: ["coffee", "tea", "cups"][number % 3] ?? "coffee",
  };
  const returned = Math.min(back, quantity);
  const goods = { id: `r-${id}`, at: now, amountMinor: returned * euros * 100, shippingMinor: 0 };
  const lines = [{ line: "1", quantity: returned, amountMinor: goods.amountMinor }];
  return orderFact(
    id,
    by,
    {
      euros,
      lines: [line],
      ...{ paidAt, placedAt: paidAt, updatedAt: now, cancelledAt: cancelled ? now : null },
      refunds: returned === 0 ? [] : [{ ...goods, lines }],
    },
    now,
  );
}
