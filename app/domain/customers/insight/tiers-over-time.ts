import { startOfDayNumber, type Instant } from "../../calendar.ts";
import type { PointsView } from "../facts/subject.ts";
import { isMemberAt, type Customer } from "../history/customer.ts";
import { daysOfMonth, type Month } from "./months.ts";

/** Members by the level they held when a month ended; the present one as it is now. */
export interface TierMonth {
  readonly month: Month;
  /** By the level's id; "" = without one. */
  readonly members: Readonly<Record<string, number>>;
}

export const NO_LEVEL = "";

interface TierParts {
  readonly customers: readonly Customer[];
  readonly pointsOf: (customer: Customer) => PointsView | null;
  readonly at: Instant;
  readonly zone: string;
  /** First and last month, both looked at. */
  readonly from: Month;
  readonly to: Month;
}

/** From the steps that every member's level has taken. */
export function tiersOverTime({ customers, pointsOf, at, zone, from, to }: TierParts): TierMonth[] {
  const ends = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    month: from + index,
    at: Math.min(at, startOfDayNumber(daysOfMonth(from + index).to, zone) - 1),
    members: new Map<string, number>(),
  }));
  for (const customer of customers) {
    const tier = pointsOf(customer)?.tier ?? null;
    if (tier === null) continue;
    for (const end of ends) {
      if (!isMemberAt(customer, end.at)) continue;
      const held = tier.steps.findLast(({ since }) => since === null || since <= end.at);
      const level = held?.levelId ?? NO_LEVEL;
      end.members.set(level, (end.members.get(level) ?? 0) + 1);
    }
  }
  return ends.map(({ month, members }) => ({ month, members: Object.fromEntries(members) }));
}
