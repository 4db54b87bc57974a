import type { Books } from "../../books/books.ts";
import type { MemberId, OrderId } from "../../books/ids.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Transaction } from "../../books/transaction.ts";
import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { refuseOrder } from "../../earning/orders/refuse-order.ts";
import type { MemberEvent, OrderState } from "../../event.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { Subject } from "../facts/subject.ts";
import type { Customer, DoneActivity } from "../history/customer.ts";
import { byPayment, NOBODY } from "../history/gather-customers.ts";
import { toldOrder, Wares } from "../history/told-order.ts";
import type { ToldOrder } from "../history/told-order.ts";
import { PointsLedger } from "../points/points-ledger.ts";
import { holds } from "./condition.ts";
import { RunningShop } from "./running-shop.ts";
import type { Segments } from "./segments.ts";

/** What was posted for a member, and what they did for it. */
export type MemberTransaction = Pick<Transaction, "memberId" | "kind" | "at" | "transfers"> & {
  readonly activity: string | null;
};

/**
 * Answers rules that ask for segments in books that hold just the members concerned: by the facts of that
 * instant, from what was loaded with them and what the books were told since. The definitions are those a
 * history is asked by (`SegmentAsker`); only where the sources come from differs.
 */
export class MemberAsker {
  private readonly asked: Segments;
  private readonly books: Books;
  private readonly orders = new Map<MemberId, Map<OrderId, ToldOrder>>();
  private readonly activities = new Map<MemberId, DoneActivity[]>();
  /** Members whom the shop knows by an id. */
  private readonly named = new Set<MemberId>();
  private readonly ledger: PointsLedger;
  private readonly shop: RunningShop;
  private readonly wares = new Wares();
  /** Entries of the books' journal that are taken in. */
  private journalled = 0;

  /** `asked`: the segments that some rule asks for, and those these ask for. */
  constructor(asked: Segments, books: Books) {
    this.asked = asked;
    this.books = books;
    const { timezone, currencyDigits } = liveProgram(books);
    this.ledger = new PointsLedger(timezone);
    this.shop = new RunningShop({
      zone: timezone,
      digits: () => currencyDigits,
      customersAt: () => [...this.orders.keys()].map((memberId) => this.buyer(memberId)),
      pointsOf: ({ id }, at) => {
        const member = books.members.get(id);
        return member === undefined ? null : this.ledger.viewOf(member, liveProgram(books), at);
      },
    });
  }

  /** The present state of an order; one that no rule could judge is none. */
  keepOrder(memberId: MemberId, order: OrderState, toldAt: Instant): void {
    const { currency, timezone } = liveProgram(this.books);
    if (refuseOrder(order, currency) !== null) return;
    this.ordersOf(memberId).set(order.id, toldOrder(order, toldAt, timezone, this.wares));
  }

  keepTransaction(transaction: MemberTransaction): void {
    this.ledger.add(transaction);
    const { memberId, activity, at } = transaction;
    if (activity === null || activity === "join") return;
    const known = this.activities.get(memberId) ?? [];
    // Several rules give for one deed.
    if (known.some((done) => done.at === at && done.activity === activity)) return;
    const day = localDayNumber(at, liveProgram(this.books).timezone);
    this.activities.set(memberId, [...known, { at, day, activity, ware: null }]);
  }

  keepName(memberId: MemberId, isNamed: boolean): void {
    if (isNamed) this.named.add(memberId);
  }

  /** Something happens, before the books take it in: the state an order has now is looked at as it dates itself. */
  hear(event: MemberEvent): void {
    const { transactions } = this.books.journal;
    for (const posted of transactions.slice(this.journalled)) {
      const { explanation } = posted;
      this.keepTransaction({
        ...posted,
        activity: explanation.kind === "activity" ? explanation.activity : null,
      });
    }
    this.journalled = transactions.length;
    if (event.type === "order_changed") this.keepOrder(event.memberId, event.order, event.at);
    if (event.type === "members_merged") this.merge(event.memberId, event.fromMemberId);
  }

  /** The asked segments a member is in at an instant. */
  segmentsAt(member: MemberBook, at: Instant): readonly string[] {
    const subject = new Subject(this.customerOf(member), at, this.shop.at(at));
    const { list, conditions } = this.asked;
    return list.filter(({ where }) => holds(where, subject, conditions)).map(({ id }) => id);
  }

  private customerOf(member: MemberBook): Customer {
    const { id, email, tags, birthday, status, enrolledAt, lastActivityAt } = member;
    const isGone = status === "left" || status === "erased";
    return {
      ...this.buyer(id),
      email,
      memberSince: this.named.has(id) ? enrolledAt : null,
      leftAt: isGone ? (lastActivityAt ?? enrolledAt) : null,
      person: { ...NOBODY, tags, birthday },
      activities: this.activities.get(id) ?? [],
    };
  }

  /** What scores and averages look at of anybody. */
  private buyer(memberId: MemberId): Customer {
    return {
      id: memberId,
      email: null,
      memberSince: null,
      leftAt: null,
      person: NOBODY,
      orders: [...(this.orders.get(memberId)?.values() ?? [])].sort(byPayment),
      activities: [],
      surveys: [],
      mails: [],
    };
  }

  private ordersOf(memberId: MemberId): Map<OrderId, ToldOrder> {
    let orders = this.orders.get(memberId);
    if (orders === undefined) {
      orders = new Map();
      this.orders.set(memberId, orders);
    }
    return orders;
  }

  private merge(keptId: MemberId, endedId: MemberId): void {
    if (keptId === endedId) return;
    for (const [orderId, order] of this.ordersOf(endedId)) this.ordersOf(keptId).set(orderId, order);
    this.orders.delete(endedId);
    const done = this.activities.get(endedId);
    if (done !== undefined) this.activities.set(keptId, [...(this.activities.get(keptId) ?? []), ...done]);
    this.activities.delete(endedId);
  }
}
