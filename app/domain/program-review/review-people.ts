import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { exclusionOf } from "../earning/orders/exclusion.ts";
import { netsOf } from "../earning/orders/price-order.ts";
import type { OrderState } from "../event.ts";
import type { Program } from "../program/program.ts";
import { noteApplied } from "./note-applied.ts";
import {
  countIn,
  EVERYBODY,
  moveKey,
  stepOf,
  type LosersTally,
  type ReviewTally,
  type SideTally,
} from "./review-tally.ts";
import {
  tellPast,
  toldAt,
  type ReviewedPerson,
  type ReviewedSegments,
  type ToldPerson,
} from "./tell-past.ts";

export interface ReviewedPrograms extends ReviewedSegments {
  /** What is live; null: nobody could earn before. */
  readonly before: Program | null;
  readonly after: Program;
}

const DAY_MS = 86_400_000;
const LOSERS_SHOWN = 10;

/**
 * Adds a part of the customers to a review: what both programs would have given them for the same
 * orders, and for joining. Who joined and bought nothing is given to, and is no customer of these figures.
 */
export function reviewPeople(
  tally: ReviewTally,
  { before, after, ...asked }: ReviewedPrograms,
  people: readonly ReviewedPerson[],
  now: Instant,
): void {
  const concerned = people.filter(({ orders, joinedAt }) => orders.length > 0 || joinedAt !== null);
  const then = before === null ? new Map<string, ToldPerson>() : tellPast(before, concerned, asked, now);
  const next = tellPast(after, concerned, asked, now);
  for (const person of concerned) {
    const to = next.get(person.id);
    if (to === undefined) continue;
    const from = then.get(person.id) ?? null;
    // What the engine refuses (another currency, a discount above the price) is no purchase of this program's.
    const judged = person.orders.filter(({ id }) => to.book.awards.has(id));
    if (judged.length === 0 && person.joinedAt === null) continue;
    addSide(tally.after, to.book);
    if (person.memberId !== null) {
      for (const id of [EVERYBODY, ...person.listedIn]) countIn(tally.given, id, to.book.balance.earned);
    }
    if (from !== null) addSide(tally.before, from.book);
    if (judged.length === 0) continue;
    tally.people += 1;
    notePurchases(tally, judged);
    countIn(tally.moves, moveKey(from === null ? null : from.book.tier.levelId, to.book.tier.levelId));
    if (from !== null) noteLoss(tally.losers, person, { from: from.book, to: to.book }, { before, after });
    noteLevels(tally, after, to);
    if (exclusionOf(to.book, after) !== null) tally.excluded += 1;
    noteApplied(tally, after, person, to.book);
  }
}

function addSide(side: SideTally, { balance, codes }: MemberBook): void {
  side.earned += balance.earned;
  side.expired += balance.expired;
  side.outstanding += balance.available + balance.pending - balance.debt;
  for (const { rewardId, origin } of codes.values()) {
    // Nobody redeems in a dry run: whatever code there is was given.
    if (origin !== "redemption") countIn(side.gifts, rewardId);
  }
}

function notePurchases(tally: ReviewTally, orders: readonly OrderState[]): void {
  let last: Instant | null = null;
  for (const order of orders) {
    const at = toldAt(order);
    if (order.cancelledAt !== null || order.test) continue;
    const goods = netsOf(order).reduce((sum, net) => sum + net, 0);
    const returned = order.refunds.reduce(
      (sum, { amountMinor, shippingMinor }) => sum + amountMinor - shippingMinor,
      0,
    );
    tally.orders += 1;
    tally.goodsMinor += goods;
    tally.salesMinor += Math.max(0, goods - returned);
    if (order.shippingMinor > 0) {
      tally.shippedOrders += 1;
      tally.shippingMinor += order.shippingMinor;
    }
    tally.firstOrderAt = Math.min(tally.firstOrderAt ?? at, at);
    tally.lastOrderAt = Math.max(tally.lastOrderAt ?? at, at);
    // Two orders of one day are one errand.
    const days = last === null ? 0 : Math.floor((at - last) / DAY_MS);
    if (days > 0) countIn(tally.gaps, String(days));
    last = at;
  }
}

function noteLoss(
  losers: LosersTally,
  { memberId }: ReviewedPerson,
  { from, to }: { readonly from: MemberBook; readonly to: MemberBook },
  { before, after }: Pick<ReviewedPrograms, "before" | "after">,
): void {
  const points = Math.max(0, from.balance.earned - to.balance.earned);
  const [fromLevelId, toLevelId] = [from.tier.levelId, to.tier.levelId];
  const isLower = before !== null && isBelow(toLevelId, after, fromLevelId, before);
  if (points === 0 && !isLower) return;
  losers.people += 1;
  losers.points += points;
  if (isLower) losers.lowered += 1;
  if (memberId === null) return;
  losers.most = [...losers.most, { memberId, points, fromLevelId, toLevelId }]
    .sort((a, b) => b.points - a.points || Number(a.memberId) - Number(b.memberId))
    .slice(0, LOSERS_SHOWN);
}

/** By what the reviewed program asks for; a level it does not have any more, by what was asked for. */
function isBelow(to: string | null, after: Program, from: string | null, before: Program): boolean {
  if (from === null || to === from) return false;
  const fromPlace = placeOf(after, from) ?? placeOf(before, from);
  const toPlace = to === null ? -1 : placeOf(after, to);
  return fromPlace !== null && toPlace !== null && toPlace < fromPlace;
}

function placeOf({ tiers }: Program, levelId: string): number | null {
  return tiers?.levels.find(({ id }) => id === levelId)?.from ?? null;
}

function noteLevels(tally: ReviewTally, { tiers }: Program, { peak }: ToldPerson): void {
  if (tiers === null) return;
  countIn(tally.peaks, String(stepOf(peak)));
  for (const { id, from } of tiers.levels) if (peak >= from) countIn(tally.reached, id);
}
