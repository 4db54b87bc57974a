import type { MemberBook } from "../../books/member-book.ts";
import type { Transaction } from "../../books/transaction.ts";
import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { Directory } from "../../people/directory.ts";
import type { ReplayLine } from "../../replay/lines/parse-line.ts";
import type { Versions } from "../../program/version-in-effect.ts";
import { PLAIN } from "../facts/fact.ts";
import { Subject } from "../facts/subject.ts";
import type { PointsView } from "../facts/subject.ts";
import type { Customer, Person } from "../history/customer.ts";
import { CustomerHistory } from "../history/customer-history.ts";
import type { HistorySettings } from "../history/customer-history.ts";
import { gatherCustomer, gatherCustomers, gatherPerson } from "../history/gather-customers.ts";
import { PointsLedger } from "../points/points-ledger.ts";
import { neighboursOfDay, othersBought } from "../recommendations/bought-together.ts";
import type { Neighbours } from "../recommendations/bought-together.ts";
import { favouriteProducts, productsBought } from "../recommendations/own-products.ts";
import { holds } from "./condition.ts";
import type { Condition } from "./condition.ts";
import { RunningShop } from "./running-shop.ts";
import { segmentsOf } from "./segments.ts";
import type { Segments } from "./segments.ts";

/** What the books know while a history runs. */
export interface RunningBooks {
  readonly member: (memberId: string) => MemberBook | null;
  readonly versions: Versions;
  readonly directory: Directory;
}

/**
 * Answers rules that ask for segments while a history runs: by the facts of that instant, from all that
 * was told so far.
 */
export class SegmentAsker {
  readonly ledger: PointsLedger;
  private readonly history: CustomerHistory;
  private readonly segments: Segments;
  private readonly books: RunningBooks;
  private readonly shop: RunningShop;
  /** Several conditions are mostly asked of one customer at one instant. */
  private asked: { readonly id: string; readonly at: Instant; readonly subject: Subject | null } | null =
    null;
  private neighbours: { readonly day: number; readonly neighbours: Neighbours } | null = null;

  constructor(segments: Segments, books: RunningBooks, settings: Omit<HistorySettings, "isAskedAlong">) {
    this.segments = segments;
    this.books = books;
    this.history = new CustomerHistory({ ...settings, isAskedAlong: true });
    this.ledger = new PointsLedger(settings.zone);
    this.shop = new RunningShop({
      zone: settings.zone,
      digits: () => this.history.digits,
      customersAt: (at) => gatherCustomers(this.history, at).customers,
      pointsOf: (customer, at) => this.pointsOf(customer, at),
    });
  }

  /** A line comes, before the engine takes it in: the state an order has now is looked at as it dates itself. */
  tell(line: ReplayLine): void {
    this.asked = null;
    if (this.history.tell(line) === null) this.history.nameInBooks(line);
  }

  /** A mail of ours went to a customer. */
  noteMail(id: string, at: Instant): void {
    this.asked = null;
    this.history.people.send(id, at);
  }

  add(transaction: Transaction): void {
    this.ledger.add(transaction);
  }

  /** The segments a member is in at an instant. */
  segmentsAt({ id }: MemberBook, at: Instant): readonly string[] {
    const subject = this.subjectOf(id, at);
    return subject === null ? [] : segmentsOf(subject, this.segments);
  }

  /** A customer as facts see them at an instant; null where nothing was told of them. */
  subjectOf(id: string, at: Instant): Subject | null {
    const { asked } = this;
    if (asked?.id === id && asked.at === at) return asked.subject;
    const customer = gatherCustomer(this.history, id);
    const subject = customer === null ? null : new Subject(customer, at, this.shop.at(at));
    this.asked = { id, at, subject };
    return subject;
  }

  personOf(id: string): Person {
    return gatherPerson(this.history, id);
  }

  /** Whether a condition holds for a customer at an instant; of nobody nothing does. */
  holds(condition: Condition, id: string, at: Instant): boolean {
    const subject = this.subjectOf(id, at);
    return subject !== null && holds(condition, subject, this.segments.conditions);
  }

  /** Products of a customer's own: those bought in most purchases, or what others bought with theirs. */
  productsOf(kind: "recommended" | "most_bought", id: string, at: Instant): readonly string[] {
    const purchases = this.subjectOf(id, at)?.purchases(PLAIN) ?? [];
    if (kind === "most_bought") return favouriteProducts(purchases);
    return othersBought(productsBought(purchases), this.neighboursAt(at), () => true);
  }

  /** As of the last local midnight: worked out once a day. */
  private neighboursAt(at: Instant): Neighbours {
    const day = localDayNumber(at, this.history.settings.zone);
    if (this.neighbours?.day === day) return this.neighbours.neighbours;
    const { customers } = gatherCustomers(this.history, at);
    const neighbours = neighboursOfDay(customers, at, this.history.settings.zone);
    this.neighbours = { day, neighbours };
    return neighbours;
  }

  private pointsOf({ id }: Customer, at: Instant): PointsView | null {
    const memberId = this.books.directory.find({ id, email: null })?.memberId ?? null;
    const member = memberId === null ? null : this.books.member(memberId);
    return member === null ? null : this.ledger.viewOf(member, this.books.versions, at);
  }
}
