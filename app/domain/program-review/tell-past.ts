import type { Books } from "../books/books.ts";
import { createBooks } from "../books/create-books.ts";
import type { MemberId } from "../books/ids.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import type { ShopStanding } from "../customers/scores/shop-standing.ts";
import { MemberAsker } from "../customers/segments/member-asker.ts";
import type { Segments } from "../customers/segments/segments.ts";
import { askedSegments } from "../earning/orders/segments-asked-for.ts";
import { advanceMember, applyEvent, ensureMember } from "../engine.ts";
import type { OrderState } from "../event.ts";
import type { Program } from "../program/program.ts";
import { qualifyingNow } from "../tiers/metric.ts";

/** Somebody whose orders a program is tried on. */
export interface ReviewedPerson {
  /** A member's number, or how an import names somebody. */
  readonly id: string;
  /** Null: no member yet. */
  readonly memberId: MemberId | null;
  readonly email: string | null;
  readonly birthday: string | null;
  /** Null: the shop knows them by an address alone. */
  readonly customerId: string | null;
  readonly tags: readonly string[];
  /** The segments they were in at the last scoring: what is given is told by them, and no rule asks. */
  readonly listedIn: readonly string[];
  readonly excludedByHand: boolean;
  /** To profiling: then they are in no segment. */
  readonly objects: boolean;
  /** When they joined, within the time that is looked at; null: not then, or not at all. */
  readonly joinedAt: Instant | null;
  /** Paid ones in their present state, the earliest first. */
  readonly orders: readonly OrderState[];
  /** Those paid before: no points are given for them, and segments know them. Empty where nothing asks for segments. */
  readonly earlier: readonly OrderState[];
}

/** What rules and challenges that ask for segments are answered by. */
export interface ReviewedSegments {
  readonly segments: Segments;
  /** Null: nothing asks for what is found among all customers. */
  readonly standing: ShopStanding | null;
}

/** How a person would stand if the program had been there all along. */
export interface ToldPerson {
  readonly book: MemberBook;
  /** The most they ever had towards a level; 0 without levels. */
  readonly peak: number;
}

const BEFORE_ALL: Instant = -8_640_000_000_000_000;

/**
 * Tells a program the orders of these people, and when they joined, as if it had been there before the first of them: the engine
 * that judges real orders, on books of which nothing is kept. Nobody redeems anything in it. Segments are asked
 * for at the instant of each order, as live and in a replay.
 */
export function tellPast(
  program: Program,
  people: readonly ReviewedPerson[],
  { segments, standing }: ReviewedSegments,
  now: Instant,
): ReadonlyMap<string, ToldPerson> {
  const named = askedSegments(program);
  const books = createBooks([{ version: 1, effectiveAt: BEFORE_ALL, program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: false,
    journalWanted: named.size > 0,
    nextCode: codeSupply(),
    segmentsAt: (member, at) => asker?.segmentsAt(member, at) ?? IN_NONE,
    beforeApplied: (event) => asker?.hear(event),
  });
  const asked = { ...segments, list: segments.list.filter(({ id }) => named.has(id)) };
  const asker = named.size === 0 ? null : new MemberAsker(asked, books, standing);
  for (const { id, customerId, objects, earlier } of asker === null ? [] : people) {
    asker?.keepName(id, customerId);
    if (objects) asker?.keepObjection(id);
    for (const order of earlier) asker?.keepOrder(id, order, toldAt(order));
  }
  return new Map(people.map((person) => [person.id, tellPerson(books, program, person, now)]));
}

const IN_NONE: readonly string[] = [];

function tellPerson(books: Books, program: Program, person: ReviewedPerson, now: Instant): ToldPerson {
  const { id, email, birthday, tags } = person;
  const { joinedAt } = person;
  const first = person.orders[0];
  const firstAt = first === undefined ? now : toldAt(first);
  const enrolledAt = joinedAt === null ? firstAt : Math.min(firstAt, joinedAt);
  const book = ensureMember(books, id, enrolledAt, { email, birthday, tags, status: "active" });
  book.excludedByHand = person.excludedByHand;
  let peak = 0;
  const joins = () => {
    if (joinedAt === null) return;
    applyEvent(books, { type: "joined", at: joinedAt, memberId: id, email, birthday, tags });
  };
  const ordersBefore = person.orders.filter((order) => joinedAt !== null && toldAt(order) < joinedAt).length;
  person.orders.forEach((order, index) => {
    if (index === ordersBefore) joins();
    const at = toldAt(order);
    applyEvent(books, { type: "order_changed", at, memberId: id, order });
    const qualifying = qualifyingNow(book, program, at);
    if (qualifying !== null) peak = Math.max(peak, qualifying);
  });
  if (ordersBefore === person.orders.length) joins();
  advanceMember(books, id, now);
  return { book, peak };
}

/** The instant an order is told at: when it was paid. */
export function toldAt(order: OrderState): Instant {
  return order.paidAt ?? order.placedAt;
}

function codeSupply(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `REVIEW-${String(made)}`;
  };
}
