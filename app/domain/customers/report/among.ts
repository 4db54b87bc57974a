import { localDayNumber, startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { Subject } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import type { SegmentChoice } from "../insight/choice.ts";
import { scoreShop } from "../scores/score-shop.ts";
import type { Scores } from "../scores/score-shop.ts";
import { fitBefore, mondayOf, scoreTheDay } from "../scores/score-the-day.ts";
import { asksAmongAll, asksTheBooks, holds } from "../segments/condition.ts";
import type { SegmentConditions } from "../segments/condition.ts";
import { shopAt } from "../shop-at.ts";
import type { KnownShop } from "./known-shop.ts";

/** Whether it can be said who was in a segment at an earlier day. */
export function canLookBack(segmentId: string, conditions: SegmentConditions): boolean {
  const where = conditions.get(segmentId);
  return where !== undefined && !asksTheBooks(where, conditions);
}

/** Who is in a segment: at the midnight that began the day `from`, by what had happened by then, or now. */
export function customersAmong(
  known: KnownShop,
  { id, membersAt }: SegmentChoice,
  from: number,
): ReadonlySet<Customer> {
  const { customers, zone, digits, segments, pointsOf } = known;
  const where = segments.conditions.get(id);
  if (where === undefined) return new Set();
  const at = membersAt === "today" ? known.at : Math.min(known.at, startOfDayNumber(from, zone));
  const there = at === known.at ? customers : customers.filter((customer) => isKnownBy(customer, at));
  const scores = asksAmongAll(where, segments.conditions) ? scoresAt(known, there, at) : null;
  const shop = shopAt({ customers: there, at, zone, digits, scores, pointsOf });
  const isIn = { kind: "segment", id } as const;
  return new Set(
    there.filter((customer) => holds(isIn, new Subject(customer, at, shop), segments.conditions)),
  );
}

function scoresAt(known: KnownShop, customers: readonly Customer[], at: Instant): Scores {
  if (at === known.at) return known.scores;
  const { zone, scoring, scored } = known;
  if (scored === undefined) return scoreShop(customers, at, scoring);
  const monday = mondayOf(localDayNumber(at, zone));
  return scoreTheDay(customers, at, scoring, fitBefore(customers, monday, scoring));
}

/** Nobody is in a segment before they were heard of, not even in one of those who never bought. */
function isKnownBy({ memberSince, orders, activities }: Customer, at: Instant): boolean {
  return (
    (memberSince !== null && memberSince <= at) ||
    orders.some(({ paidAt, toldAt }) => toldAt <= at || (paidAt !== null && paidAt <= at)) ||
    activities.some((activity) => activity.at <= at)
  );
}
