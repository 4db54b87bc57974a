import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { MemberId, OrderId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import { applyEvent } from "../engine.ts";
import type { CustomerFact, CustomerRef, OrderRefund, OrderState, ShopFact } from "../event.ts";
import { Directory } from "../people/directory.ts";
import type { Membership, Person } from "../people/person.ts";
import { ErasedNames } from "../people/erased-names.ts";
import { meetSteps, planBatch } from "../people/plan-batch.ts";
import type { KnownOrders, Plan } from "../people/plan-batch.ts";
import { proofSteps } from "../people/proof-steps.ts";
import { runPlan } from "../people/run-plan.ts";
import { findCode } from "../redemption/code-book.ts";
import type { Outcome } from "../refusal.ts";

/** Why a line changed nothing, in words; null where it was applied. */
export type Rejection = string | null;

/** Who is who in a history, and what was told of orders whose platform tells them in parts. */
export interface People {
  readonly directory: Directory;
  /** Members that ended in others. */
  readonly ended: Set<MemberId>;
  readonly orders: {
    readonly states: Map<OrderId, { readonly state: OrderState }>;
    readonly refunds: Map<OrderId, readonly OrderRefund[]>;
  };
}

/** In a history whoever is named is a member from the first line, unless said otherwise. */
export function nobodyYet(membership: Membership = "everyoneNamed"): People {
  const known = { found: [], owners: [], erasures: new ErasedNames(), ended: [] };
  return {
    directory: new Directory(membership, known),
    ended: new Set(),
    orders: { states: new Map(), refunds: new Map() },
  };
}

const NOTHING_KNOWN: KnownOrders = { states: new Map(), refunds: new Map() };

/** Finds out whom a fact concerns and tells the engine, as live; an order is told whole. */
export function tellEngine(books: Books, people: People, fact: ShopFact, at: Instant): Rejection {
  return run(books, people, planOf(people, fact, NOTHING_KNOWN), at);
}

/**
 * The same for a platform that tells orders in parts and in any sequence: states, refunds and deletions
 * alone. A refund that comes before its order waits for it.
 */
export function tellEngineInParts(books: Books, people: People, fact: ShopFact, at: Instant): Rejection {
  const { states, refunds } = people.orders;
  const plan = planOf(people, fact, people.orders);
  for (const { orderId, state, waiting } of plan.orders.values()) {
    if (state !== null) states.set(orderId, { state });
    const all = [...(refunds.get(orderId) ?? []), ...waiting];
    if (state !== null || all.length === 0) refunds.delete(orderId);
    else refunds.set(orderId, all);
  }
  return run(books, people, plan, at);
}

/** The member a customer is by now, or null where the books do not know such a person. */
export function findMember(books: Books, { directory }: People, customer: CustomerRef): MemberBook | null {
  const memberId = directory.find(customer)?.memberId ?? null;
  return memberId === null ? null : (books.members.get(memberId) ?? null);
}

/** The member a customer is; enrolled now if new. */
export function meetMember(
  books: Books,
  people: People,
  customer: CustomerFact,
  at: Instant,
): MemberBook | null {
  const met = people.directory.meet(customer, false);
  if (met === null) return null;
  run(books, people, alone({ steps: meetSteps(met, customer) }), at);
  return findMember(books, people, customer);
}

/** The member whose address a mailed link has proven; enrolled now if new. */
export function proveMember(books: Books, people: People, address: string, at: Instant): MemberBook | null {
  const proof = proofSteps(people.directory, address);
  if (proof === null) return null;
  run(books, people, alone(proof), at);
  const { memberId } = proof.person;
  return memberId === null ? null : (books.members.get(memberId) ?? null);
}

export function rejectionOf(outcome: Outcome): Rejection {
  return outcome.ok ? null : outcome.message;
}

function planOf({ directory }: People, fact: ShopFact, known: KnownOrders): Plan {
  return planBatch([{ inboxId: 0, facts: [fact], toldAt: null }], directory, known);
}

function alone({ steps }: Pick<Plan["deliveries"][number], "steps">): Plan {
  return { deliveries: [{ inboxId: 0, steps, toldAt: null }], orders: new Map() };
}

function run(books: Books, people: People, plan: Plan, at: Instant): Rejection {
  const newcomers = people.directory.takeNewcomers();
  for (const person of newcomers) person.memberId = numberFor(books, person);
  const { refused, merges, shopFacts } = runPlan(books, plan, newcomers, at);
  for (const { endedId } of merges) people.ended.add(endedId);
  for (const { fact } of shopFacts) {
    if (fact.type === "discount_gone" && fact.code !== null) removeCode(books, fact.code, at);
  }
  return refused.length === 0 ? null : refused.join("; ");
}

/** Unused, its points come back; of one that is used, or nobody's, there is nothing to do. */
function removeCode(books: Books, text: string, at: Instant): void {
  const found = findCode(books, text);
  if (found?.code.state !== "issued") return;
  const { owner, code } = found;
  const removed = { code: code.code, by: "merchant", reason: "removed in the shop" } as const;
  applyEvent(books, { type: "code_cancelled", at, memberId: owner.id, ...removed });
}

/** A customer's own number, a guest's address; who comes back after being erased is somebody new. */
function numberFor(books: Books, { customerId, email }: Person): MemberId {
  const name = customerId ?? `guest:${String(email)}`;
  let memberId = name;
  for (let again = 2; books.members.has(memberId); again += 1) memberId = `${name}:${String(again)}`;
  return memberId;
}
