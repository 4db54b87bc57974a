import { assertNever } from "../assert.ts";
import type { Books } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { applyEvent } from "../engine.ts";
import type { CustomerFact, CustomerRef, OrderState, ShopFact } from "../event.ts";
import { foldOrder } from "../fold-order.ts";
import type { OrderFact } from "../fold-order.ts";
import { DONE } from "../redemption/refusal.ts";
import type { Outcome } from "../redemption/refusal.ts";
import { findMember, livingMember, meetMember, mergeMembers } from "./directory.ts";
import type { Directory } from "./directory.ts";

/** Why a line changed nothing, in words; null where it was applied. */
export type Rejection = string | null;

const NONE: readonly never[] = [];

/** Finds out whom a fact concerns and tells the engine. */
export function applyFact(books: Books, directory: Directory, fact: ShopFact): Rejection {
  switch (fact.type) {
    case "order":
      return applyOrder(books, directory, fact.customer, fact.order, fact.at);
    case "order_refunded":
    case "order_deleted":
      return applyOrderInParts(books, directory, fact);
    case "customer":
      return applyCustomer(books, directory, fact.customer, fact.joined, fact.at);
    case "customer_deleted":
      return ifKnown(books, directory, { id: fact.customerId, email: null }, (memberId) =>
        applyEvent(books, { type: "member_left", at: fact.at, memberId }),
      );
    case "customer_redacted":
      return ifKnown(books, directory, fact.customer, (memberId) =>
        applyEvent(books, { type: "member_erased", at: fact.at, memberId }),
      );
    case "customers_merged":
      return applyMerge(books, directory, fact.keptCustomerId, fact.endedCustomerId, fact.at);
    case "activity":
      return applyActivity(books, directory, fact);
    case "customer_data_requested":
    case "shop_redacted":
    case "app_uninstalled":
    case "scopes_changed":
    case "bulk_operation_finished":
    case "nothing":
      return null;
    default:
      return assertNever(fact);
  }
}

/**
 * Applies what a platform says of an order that it tells in parts and in any sequence: states, refunds
 * and deletions alone. A refund that comes before its order waits for it.
 */
export function applyOrderInParts(books: Books, directory: Directory, fact: OrderFact): Rejection {
  const orderId = fact.type === "order" ? fact.order.id : fact.orderId;
  const waiting = directory.earlyRefunds.get(orderId) ?? NONE;
  const { state, refunds } = foldOrder(directory.orders.get(orderId) ?? null, waiting, [fact]);
  if (state === null) {
    if (refunds.length > 0) directory.earlyRefunds.set(orderId, [...waiting, ...refunds]);
    return null;
  }
  if (waiting.length > 0) directory.earlyRefunds.set(orderId, NONE);
  directory.orders.set(orderId, state);
  // Whose an order is that only a part is told of is known from before.
  return applyOrder(books, directory, fact.type === "order" ? fact.customer : null, state, fact.at);
}

export function rejectionOf(outcome: Outcome): Rejection {
  return outcome.ok ? null : outcome.message;
}

/** A customer of whom nothing is known but the name given here. */
export function strangerOf({ id, email }: CustomerRef): CustomerFact {
  // Field by field: an object spread with new fields beside it has another form every time.
  return { id, email, emailProven: id !== null, tags: null, birthday: null, firstName: null, lastName: null };
}

/** An order stays with the member it was first seen with, also when that member has become another. */
function applyOrder(
  books: Books,
  directory: Directory,
  customer: CustomerFact | null,
  order: OrderState,
  at: Instant,
): Rejection {
  const met = customer === null ? null : meetMember(books, directory, customer, at);
  const owner = directory.memberOfOrder(order.id);
  const memberId = owner === null ? met?.id : livingMember(directory, owner);
  if (memberId === undefined) return null;
  return rejectionOf(applyEvent(books, { type: "order_changed", at, memberId, order }));
}

function applyCustomer(
  books: Books,
  directory: Directory,
  customer: CustomerFact,
  joined: boolean,
  at: Instant,
): Rejection {
  const member = meetMember(books, directory, customer, at);
  if (member === null || !joined) return null;
  const { id: memberId, email, birthday, tags } = member;
  return rejectionOf(applyEvent(books, { type: "joined", at, memberId, email, birthday, tags }));
}

function applyMerge(
  books: Books,
  directory: Directory,
  keptId: string,
  endedId: string,
  at: Instant,
): Rejection {
  const ended = livingMember(directory, endedId);
  const keeper = livingMember(directory, keptId);
  // One person already: a shop may tell it twice, or the other way round.
  if (ended === keeper) return null;
  if (!books.members.has(ended)) {
    directory.endedIn.set(ended, keeper);
    return null;
  }
  const kept = meetMember(books, directory, strangerOf({ id: keeper, email: null }), at);
  return kept === null ? null : rejectionOf(mergeMembers(books, directory, kept.id, ended, at));
}

function applyActivity(
  books: Books,
  directory: Directory,
  fact: Extract<ShopFact, { type: "activity" }>,
): Rejection {
  const member = meetMember(books, directory, strangerOf(fact.customer), fact.at);
  if (member === null) return null;
  const { at, activity, key } = fact;
  return rejectionOf(applyEvent(books, { type: "activity_done", at, memberId: member.id, activity, key }));
}

function ifKnown(
  books: Books,
  directory: Directory,
  customer: CustomerRef,
  apply: (memberId: string) => Outcome,
): Rejection {
  const member = findMember(books, directory, customer);
  return rejectionOf(member === null ? DONE : apply(member.id));
}
