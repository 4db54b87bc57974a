import type { Customer } from "../history/customer.ts";
import type { Window } from "../insight/window.ts";
import type { RollForward } from "../points/points-ledger.ts";
import type { KnownShop } from "./known-shop.ts";

/** What happened to points in a window; null without a program. */
export interface WindowPoints {
  readonly points: RollForward | null;
  readonly redemptionRate: number | null;
}

/** Of everybody, or of some of the customers alone. */
export function windowPoints(
  { books }: KnownShop,
  among: ReadonlySet<Customer> | null,
  { from, to }: Window,
): WindowPoints {
  if (books === null) return { points: null, redemptionRate: null };
  const memberIds = among === null ? undefined : [...among].flatMap((one) => books.memberIdOf(one) ?? []);
  return {
    points: books.ledger.rollForward(from, to, memberIds),
    redemptionRate: books.ledger.redemptionRate(to, memberIds),
  };
}
