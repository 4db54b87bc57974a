import { causeOfOrder } from "../books/ids.ts";
import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { goodsOutcome, withLines } from "../customers/history/order-outcome.ts";
import type { OrderState } from "../event.ts";
import { engagementOf } from "../engagement/open-engagement.ts";
import type { Membership } from "../program/program.ts";
import { versionInEffect } from "../program/version-in-effect.ts";
import type { MembershipEntry } from "./runs.ts";

/** Writes down the units of memberships that an order bought, and when they came back. */
export function countMemberships(books: Books, member: MemberBook, order: OrderState): void {
  const { paidAt } = order;
  const source = causeOfOrder(order.id);
  const known = member.engagement?.memberships;
  if (paidAt === null || order.test) {
    for (const [name, entry] of known ?? []) if (entry.source === source) known?.delete(name);
    return;
  }
  const { version, program } = versionInEffect(books, paidAt);
  for (const membership of program.memberships) {
    const units = unitsBought(order, membership);
    const name = `${source}:${membership.id}`;
    if (units === 0) {
      known?.delete(name);
      continue;
    }
    engagementOf(member).memberships.set(name, {
      source,
      membershipId: membership.id,
      programVersion: version,
      paidAt,
      months: membership.months,
      graceDays: membership.graceDays,
      units,
      returns: returnsOf(order, membership, units),
    });
  }
}

type Line = OrderState["lines"][number];

function isOf({ product, variant }: Pick<Line, "product" | "variant">, membership: Membership): boolean {
  const { products, variants } = membership;
  return (product !== null && products.has(product)) || (variant !== null && variants.has(variant));
}

function unitsBought(order: OrderState, membership: Membership): number {
  return order.lines
    .filter((line) => isOf(line, membership))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The units that each refund, or the cancellation, brought back; all of them once none of their money is left. */
function returnsOf(order: OrderState, membership: Membership, bought: number): MembershipEntry["returns"] {
  const instants = [...new Set(order.refunds.map(({ at }) => at))].sort((a, b) => a - b);
  const returns: { at: Instant; units: number }[] = [];
  let kept = bought;
  for (const at of instants) {
    const left = Math.min(kept, keptUnits({ ...order, cancelledAt: null }, membership, at));
    if (left < kept) returns.push({ at, units: kept - left });
    kept = left;
  }
  if (order.cancelledAt !== null && kept > 0) returns.push({ at: order.cancelledAt, units: kept });
  return returns;
}

function keptUnits(order: OrderState, membership: Membership, at: Instant): number {
  const goods = goodsOutcome(order, at);
  const units = goods === null ? null : withLines(goods, (ware) => isOf(ware, membership));
  return units?.isPurchase === true ? units.keptUnits : 0;
}
