import { startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { averageOf, ratio } from "../facts/purchase-figures.ts";
import type { PointsView } from "../facts/subject.ts";
import { isMemberAt } from "../history/customer.ts";
import type { Customer } from "../history/customer.ts";
import type { OrderOutcome } from "../history/order-outcome.ts";
import { distributionOf } from "./distribution.ts";
import type { Distribution } from "./distribution.ts";

/** Local days, half open. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface WindowFigures extends Distribution {
  readonly revenueMinor: number;
  readonly orders: number;
  readonly customers: number;
  readonly averageOrderMinor: number | null;
  readonly ordersPerCustomer: number | null;
  readonly repeatRate: number | null;
  readonly churnRate: number | null;
  readonly activeRate: number | null;
  readonly membersShare: { readonly revenue: number | null; readonly customers: number | null };
  readonly unnamed: { readonly orders: number; readonly revenueMinor: number };
}

/** How long somebody counts as active, however short the window. */
const ACTIVE_DAYS = 90;
/** What the clock does, or who goes: no activity of one's own. */
const NOT_ONES_OWN: ReadonlySet<string> = new Set(["birthday", "anniversary", "newsletter_unsubscribed"]);

/** The window of the same length before. */
export function windowBefore({ from, to }: Window): Window {
  return { from: from - (to - from), to: from };
}

/** Figures of a window, gathered customer by customer. */
export class WindowTally {
  private readonly window: Window;
  private readonly before: Window;
  private readonly membersAt: Instant;
  private readonly values: number[] = [];
  private orders = 0;
  private revenueMinor = 0;
  private ofMembersMinor = 0;
  private membersBuying = 0;
  private repeating = 0;
  private boughtBefore = 0;
  private churned = 0;
  private members = 0;
  private active = 0;
  private unnamedOrders = 0;
  private unnamedMinor = 0;

  /** `at` is now: who is a member after it cannot be known. */
  constructor(window: Window, at: Instant, zone: string) {
    this.window = window;
    this.before = windowBefore(window);
    this.membersAt = Math.min(at, startOfDayNumber(window.to, zone) - 1);
  }

  /** Purchases in the order of their payment. */
  add(customer: Customer, purchases: readonly OrderOutcome[], points: PointsView | null): void {
    const { window, before } = this;
    let count = 0;
    let valueMinor = 0;
    let asMemberMinor = 0;
    let isBefore = false;
    let isMember = false;
    let firstDay = Number.POSITIVE_INFINITY;
    let lastDay = Number.NEGATIVE_INFINITY;
    for (const { day, keptMinor, order } of purchases) {
      if (day >= window.to) break;
      firstDay = Math.min(firstDay, day);
      lastDay = Math.max(lastDay, day);
      if (isIn(before, day)) isBefore = true;
      if (!isIn(window, day)) continue;
      count += 1;
      valueMinor += keptMinor;
      if (order.paidAt === null || !isMemberAt(customer, order.paidAt)) continue;
      isMember = true;
      asMemberMinor += keptMinor;
    }
    if (isBefore) this.boughtBefore += 1;
    if (isBefore && count === 0) this.churned += 1;
    this.addMember(customer, lastDay, points);
    if (count === 0) return;
    this.orders += count;
    this.values.push(valueMinor);
    this.revenueMinor += valueMinor;
    this.ofMembersMinor += asMemberMinor;
    if (isMember) this.membersBuying += 1;
    if (firstDay < lastDay) this.repeating += 1;
  }

  /** Orders of nobody are in no figure and stand beside. */
  addUnnamed({ day, keptMinor }: OrderOutcome): void {
    if (!isIn(this.window, day)) return;
    this.unnamedOrders += 1;
    this.unnamedMinor += keptMinor;
  }

  figures(): WindowFigures {
    const { orders, revenueMinor } = this;
    const customers = this.values.length;
    return {
      ...{ revenueMinor, orders, customers },
      averageOrderMinor: averageOf(revenueMinor, orders),
      ordersPerCustomer: ratio(orders, customers),
      repeatRate: ratio(this.repeating, customers),
      churnRate: ratio(this.churned, this.boughtBefore),
      activeRate: ratio(this.active, this.members),
      ...distributionOf(this.values),
      membersShare: {
        revenue: ratio(this.ofMembersMinor, revenueMinor),
        customers: ratio(this.membersBuying, customers),
      },
      unnamed: { orders: this.unnamedOrders, revenueMinor: this.unnamedMinor },
    };
  }

  private addMember(customer: Customer, lastDay: number, points: PointsView | null): void {
    if (!isMemberAt(customer, this.membersAt)) return;
    this.members += 1;
    const recent = { from: this.window.to - ACTIVE_DAYS, to: this.window.to };
    const isActive =
      lastDay >= recent.from ||
      customer.activities.some(({ day, activity }) => isIn(recent, day) && !NOT_ONES_OWN.has(activity)) ||
      (points?.claimedOn.some((day) => isIn(recent, day)) ?? false);
    if (isActive) this.active += 1;
  }
}

function isIn({ from, to }: Window, day: number): boolean {
  return day >= from && day < to;
}
