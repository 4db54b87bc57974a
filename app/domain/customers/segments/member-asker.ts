import type { Books } from "../../books/books.ts";
import type { MemberId, OrderId } from "../../books/ids.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Transaction } from "../../books/transaction.ts";
import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { refuseOrder } from "../../earning/orders/refuse-order.ts";
import type { MemberEvent, OrderState } from "../../event.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { PLAIN } from "../facts/fact.ts";
import { Subject } from "../facts/subject.ts";
import type { Shop } from "../facts/subject.ts";
import type { Customer, DoneActivity, Person, Sent } from "../history/customer.ts";
import { buyerOf, NOBODY } from "../history/gather-customers.ts";
import { toldOrder, Wares } from "../history/told-order.ts";
import type { ToldOrder } from "../history/told-order.ts";
import { PointsLedger } from "../points/points-ledger.ts";
import { neighboursOfDay, othersBought } from "../recommendations/bought-together.ts";
import { favouriteProducts, productsBought } from "../recommendations/own-products.ts";
import { shopByStanding } from "../scores/shop-standing.ts";
import type { ShopStanding } from "../scores/shop-standing.ts";
import { holds } from "./condition.ts";
import type { Condition } from "./condition.ts";
import { RunningShop } from "./running-shop.ts";
import { segmentsOf } from "./segments.ts";
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
  /** As the shop knows them; null: by an address alone. */
  private readonly names = new Map<MemberId, string | null>();
  private readonly persons = new Map<MemberId, Partial<Person>>();
  private readonly mails = new Map<MemberId, Sent[]>();
  private readonly objecting = new Set<MemberId>();
  private readonly ledger: PointsLedger;
  private readonly shop: { at(at: Instant): Shop };
  private readonly wares = new Wares();
  /** Entries of the books' journal that are taken in. */
  private journalled = 0;

  /**
   * `asked`: the segments that some rule asks for, and those these ask for. `standing`: what is found among all
   * customers, where that is not worked out from the orders it was given.
   */
  constructor(asked: Segments, books: Books, standing: ShopStanding | null = null) {
    this.asked = asked;
    this.books = books;
    const { timezone, currencyDigits } = liveProgram(books);
    this.ledger = new PointsLedger(timezone);
    const pointsOf = ({ id }: Customer, at: Instant) => {
      const member = books.members.get(id);
      return member === undefined ? null : this.ledger.viewOf(member, books, at);
    };
    const plain = { zone: timezone, digits: currencyDigits };
    this.shop =
      standing === null
        ? new RunningShop({
            zone: timezone,
            digits: () => currencyDigits,
            customersAt: () => [...this.orders.keys()].map((memberId) => this.buyer(memberId)),
            pointsOf,
          })
        : {
            at: (at) =>
              shopByStanding(standing, { ...plain, at, pointsOf: (customer) => pointsOf(customer, at) }),
          };
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

  keepName(memberId: MemberId, customerId: string | null): void {
    this.names.set(memberId, customerId);
  }

  keepObjection(memberId: MemberId): void {
    this.objecting.add(memberId);
  }

  /** What is known of a person beside what the books hold. */
  keepPerson(memberId: MemberId, person: Partial<Person>): void {
    this.persons.set(memberId, { ...this.persons.get(memberId), ...person });
  }

  /** A mail of ours went to a member. */
  keepMail(memberId: MemberId, at: Instant): void {
    const day = localDayNumber(at, liveProgram(this.books).timezone);
    this.mails.set(memberId, [...(this.mails.get(memberId) ?? []), { at, day }]);
  }

  /** By what a history knows a member: the platform's id, or `guest:` and the address. */
  nameOf(memberId: MemberId): string {
    const email = this.books.members.get(memberId)?.email ?? null;
    return this.names.get(memberId) ?? (email === null ? memberId : `guest:${email}`);
  }

  /** Something happens, before the books take it in: the state an order has now is looked at as it dates itself. */
  hear(event: MemberEvent): void {
    this.takeJournal();
    if (event.type === "order_changed") this.keepOrder(event.memberId, event.order, event.at);
    if (event.type === "members_merged") this.merge(event.memberId, event.fromMemberId);
  }

  private takeJournal(): void {
    const { transactions } = this.books.journal;
    for (const posted of transactions.slice(this.journalled)) {
      const { explanation } = posted;
      this.keepTransaction({
        ...posted,
        activity: explanation.kind === "activity" ? explanation.activity : null,
      });
    }
    this.journalled = transactions.length;
  }

  /** The asked segments a member is in at an instant. */
  segmentsAt(member: MemberBook, at: Instant): readonly string[] {
    return segmentsOf(this.subjectAt(member, at), this.asked);
  }

  /** A member as facts see them, by all that was told and posted so far; null: not in these books. */
  subjectOf(memberId: MemberId, at: Instant): Subject | null {
    this.takeJournal();
    const member = this.books.members.get(memberId);
    return member === undefined ? null : this.subjectAt(member, at);
  }

  holds(condition: Condition, memberId: MemberId, at: Instant): boolean {
    const subject = this.subjectOf(memberId, at);
    return subject !== null && holds(condition, subject, this.asked.conditions);
  }

  personOf(memberId: MemberId): Person {
    const member = this.books.members.get(memberId);
    const known = member === undefined ? {} : { tags: member.tags, birthday: member.birthday };
    return { ...NOBODY, ...known, ...this.persons.get(memberId) };
  }

  /** Products of a member's own: those bought in most purchases, or what others bought with theirs. */
  productsOf(kind: "recommended" | "most_bought", memberId: MemberId, at: Instant): readonly string[] {
    if (this.objecting.has(memberId)) return [];
    const purchases = this.subjectOf(memberId, at)?.purchases(PLAIN) ?? [];
    if (kind === "most_bought") return favouriteProducts(purchases);
    const everybody = [...this.orders.keys()].map((id) => this.buyer(id));
    const neighbours = neighboursOfDay(everybody, at, liveProgram(this.books).timezone);
    return othersBought(productsBought(purchases), neighbours, () => true);
  }

  private subjectAt(member: MemberBook, at: Instant): Subject {
    return new Subject(this.customerOf(member), at, this.shop.at(at));
  }

  private customerOf(member: MemberBook): Customer {
    const { id, email, status, enrolledAt, lastActivityAt } = member;
    const isNamed = (this.names.get(id) ?? null) !== null;
    const isGone = status === "left" || status === "erased";
    return {
      ...this.buyer(id),
      email,
      memberSince: isNamed ? enrolledAt : null,
      leftAt: isGone ? (lastActivityAt ?? enrolledAt) : null,
      person: this.personOf(id),
      mails: this.mails.get(id) ?? [],
      activities: this.activities.get(id) ?? [],
      objects: this.objecting.has(id),
    };
  }

  /** What scores and averages look at of anybody. */
  private buyer(memberId: MemberId): Customer {
    return buyerOf(memberId, [...(this.orders.get(memberId)?.values() ?? [])]);
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
    if (this.objecting.has(endedId)) this.objecting.add(keptId);
    const done = this.activities.get(endedId);
    if (done !== undefined) this.activities.set(keptId, [...(this.activities.get(keptId) ?? []), ...done]);
    this.activities.delete(endedId);
  }
}
