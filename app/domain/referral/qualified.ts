import { addDays, periodKey } from "../calendar.ts";
import type { CalendarPeriod, Instant } from "../calendar.ts";

/** One order of a referred friend in its present state. */
export interface FriendOrder {
  readonly orderId: string;
  readonly paidAt: Instant;
  /** What of its goods is kept, in minor units; 0 where it was cancelled or is a test. */
  readonly keptMinor: number;
  /** It carries the code the friend was given. */
  readonly carriesCode: boolean;
}

/** A friend whose address is proven and whom nothing speaks against. */
export interface Friend {
  readonly friendId: string;
  readonly provenAt: Instant;
  readonly orders: Iterable<FriendOrder>;
}

/** What the program says of referral, as it was when the friend's address was proven. */
export interface Qualifying {
  readonly minSubtotalMinor: number;
  readonly maturityDays: number;
  readonly linkDays: number;
}

export interface AdvocateGain {
  readonly points: number;
  readonly limit: { readonly count: number; readonly per: CalendarPeriod | "ever" } | null;
}

/** A friend whose order qualifies and stands. */
export interface QualifiedFriend {
  readonly friendId: string;
  readonly orderId: string;
  readonly paidAt: Instant;
  /** From when on it counts as matured. */
  readonly maturesAt: Instant;
  /** What the advocate has for it. */
  readonly points: number;
}

/**
 * The friends of one advocate whose first standing order qualifies, by the instant it was paid: one
 * that carries the friend's code, or one paid within `linkDays` of proving. Where its goods fall below
 * the minimum the next may take its place. The limit counts by the period it was paid in.
 */
export function qualifiedFriends(
  friends: Iterable<Friend>,
  { minSubtotalMinor, maturityDays, linkDays }: Qualifying,
  gain: AdvocateGain | null,
  zone: string,
): QualifiedFriend[] {
  const qualified: Omit<QualifiedFriend, "points">[] = [];
  for (const { friendId, provenAt, orders } of friends) {
    const linkUntil = addDays(provenAt, linkDays, zone);
    const order = [...orders]
      .filter(({ paidAt, keptMinor }) => paidAt >= provenAt && keptMinor > 0 && keptMinor >= minSubtotalMinor)
      .filter(({ paidAt, carriesCode }) => carriesCode || paidAt < linkUntil)
      .sort((a, b) => a.paidAt - b.paidAt || (a.orderId < b.orderId ? -1 : 1))[0];
    if (order === undefined) continue;
    const { orderId, paidAt } = order;
    qualified.push({ friendId, orderId, paidAt, maturesAt: addDays(paidAt, maturityDays, zone) });
  }
  qualified.sort((a, b) => a.paidAt - b.paidAt || (a.friendId < b.friendId ? -1 : 1));
  const used = new Map<string, number>();
  return qualified.map((friend) => {
    if (gain === null) return { ...friend, points: 0 };
    if (gain.limit === null) return { ...friend, points: gain.points };
    const { count, per } = gain.limit;
    const period = per === "ever" ? per : periodKey(friend.paidAt, zone, per);
    const before = used.get(period) ?? 0;
    used.set(period, before + 1);
    return { ...friend, points: before < count ? gain.points : 0 };
  });
}
