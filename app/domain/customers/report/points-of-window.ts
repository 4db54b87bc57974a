import type { Customer } from "../history/customer.ts";
import { rewardUse } from "../insight/reward-use.ts";
import type { RewardUse } from "../insight/reward-use.ts";
import type { Window } from "../insight/window.ts";
import type { RollForward } from "../points/points-ledger.ts";
import type { KnownShop } from "./known-shop.ts";

/** What happened to points and rewards in a window; null without a program. */
export interface WindowPoints {
  readonly points: RollForward | null;
  readonly redemptionRate: number | null;
  readonly rewards: RewardUse | null;
}

/** Of everybody, or of some of the customers alone. */
export function windowPoints(
  { books, customers, at }: KnownShop,
  among: ReadonlySet<Customer> | null,
  window: Window,
): WindowPoints {
  if (books === null) return { points: null, redemptionRate: null, rewards: null };
  const memberIds = among === null ? undefined : [...among].flatMap((one) => books.memberIdOf(one) ?? []);
  return {
    points: books.ledger.rollForward(window.from, window.to, memberIds),
    redemptionRate: books.ledger.redemptionRate(window.to, memberIds),
    rewards: rewardUse(among ?? customers, window, books.usedCodes, at),
  };
}
