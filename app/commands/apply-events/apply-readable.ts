import { assert } from "#app/domain/assert.ts";
import type { MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerRef } from "#app/domain/event.ts";
import { normalisedEmail } from "#app/domain/replay/directory.ts";
import { emptyBooks, type OpenBooks, openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Statements } from "#app/db/client.ts";
import { forgetStagedPerson, mergeStagedPeople } from "#app/db/history-staging.ts";
import type { DeliveryResult } from "#app/db/inbox-batch.ts";
import {
  findCodeOwners,
  findPeople,
  forgetPerson,
  redirectMember,
  writeNewPeople,
  writePersonDetails,
} from "#app/db/people.ts";
import {
  dropEarlyRefunds,
  keepEarlyRefunds,
  type KnownOrders,
  readKnownOrders,
  writeOrders,
} from "#app/db/shop-orders.ts";
import type { Shop } from "#app/db/shops.ts";
import { newCode } from "../new-code.ts";
import { completeOrders, judgingLive } from "./complete-orders.ts";
import { Directory, type Person } from "./directory.ts";
import { type Plan, planBatch, type ReadDelivery } from "./plan.ts";
import { type PlanOutcome, runPlan } from "./run-plan.ts";
import { applyShopFact } from "./shop-facts.ts";

export interface Applied {
  readonly done: readonly DeliveryResult[];
  /** Not applied: the shop is asked something first. Whose delivery it is lets it wait. */
  readonly held: readonly number[];
}

/** The heart of a batch, within its transaction: find out who is meant, load, decide, record. */
export async function applyReadable(
  tx: Statements,
  shop: Shop,
  readable: readonly ReadDelivery[],
  now: Instant,
): Promise<Applied> {
  if (readable.length === 0) return { done: [], held: [] };
  const { shopId } = shop;
  const known = await readKnownOrders(tx, shopId, orderIdsOf(readable));
  const { ready, held } =
    shop.liveVersion === null
      ? { ready: readable, held: [] }
      : await completeOrders(tx, shopId, readable, known, await judgingLive(tx, shopId), now);
  const done = await applyReady(tx, shop, ready, known, now);
  return { done, held: held.map(({ inboxId }) => inboxId) };
}

async function applyReady(
  tx: Statements,
  shop: Shop,
  ready: readonly ReadDelivery[],
  known: KnownOrders,
  now: Instant,
): Promise<DeliveryResult[]> {
  if (ready.length === 0) return [];
  const { shopId } = shop;
  const { plan, directory } = await readBatch(tx, shopId, ready, known);
  // A shop without a program never had members: only what concerns the shop itself is left to do.
  const open =
    shop.liveVersion === null
      ? emptyBooks(shopId)
      : await openFor(tx, shopId, shop.liveVersion, plan, directory, now);
  const outcome = runPlan(open.books, plan, directory.people, now);
  await record(tx, open, plan, directory, outcome, now);
  for (const { facts } of ready) for (const fact of facts) await tellStaging(tx, shopId, fact);
  const said = new Map<number, string>();
  for (const { inboxId, fact, memberId } of outcome.shopFacts) {
    const reason = await applyShopFact(tx, shopId, { fact, memberId }, now);
    if (reason !== null) said.set(inboxId, reason);
  }
  return ready.map(({ inboxId }) => {
    const note = outcome.notes.get(inboxId);
    assert(note !== undefined, "every delivery of a plan is accounted for");
    return { inboxId, state: "done", reason: said.get(inboxId) ?? note.reason, memberId: note.memberId };
  });
}

export interface Batch {
  readonly plan: Plan;
  readonly directory: Directory;
}

/** Finds out who is meant, and what is to be told of whom: the same for a delivery and for the past. */
export async function readBatch(
  tx: Statements,
  shopId: number,
  ready: readonly ReadDelivery[],
  known: KnownOrders,
): Promise<Batch> {
  const directory = await openDirectory(tx, shopId, ready, known);
  return { directory, plan: planBatch(ready, directory, known) };
}

function orderIdsOf(readable: readonly ReadDelivery[]): string[] {
  const ids = readable.flatMap(({ facts }) =>
    facts.flatMap((fact) => {
      if (fact.type === "order") return [fact.order.id];
      return fact.type === "order_refunded" || fact.type === "order_deleted" ? [fact.orderId] : [];
    }),
  );
  return [...new Set(ids)];
}

async function openDirectory(
  tx: Statements,
  shopId: number,
  readable: readonly ReadDelivery[],
  known: KnownOrders,
): Promise<Directory> {
  const customers = readable.flatMap(({ facts }) => facts.flatMap(customersOf));
  const owners = [...known.states].flatMap(([orderId, { memberId }]) =>
    memberId === null ? [] : [[orderId, memberId] as const],
  );
  const found = await findPeople(tx, shopId, {
    customerIds: unique(customers.map(({ id }) => id)),
    emails: unique(customers.map(({ email }) => (email === null ? null : normalisedEmail(email)))),
    memberIds: unique(owners.map(([, memberId]) => memberId)),
  });
  return new Directory(found, owners);
}

/** Orders that wait to be booked follow what becomes of their customer, member or not. */
async function tellStaging(
  tx: Statements,
  shopId: number,
  fact: ReadDelivery["facts"][number],
): Promise<void> {
  switch (fact.type) {
    case "customer_redacted": {
      const { id, email } = fact.customer;
      const address = email === null ? null : normalisedEmail(email);
      return forgetStagedPerson(tx, shopId, { id, email: address });
    }
    case "customer_deleted":
      return forgetStagedPerson(tx, shopId, { id: fact.customerId, email: null });
    case "customers_merged":
      return mergeStagedPeople(tx, shopId, fact.keptCustomerId, fact.endedCustomerId);
    default:
      return;
  }
}

function customersOf(fact: ReadDelivery["facts"][number]): CustomerRef[] {
  switch (fact.type) {
    case "order":
      return fact.customer === null ? [] : [fact.customer];
    case "customer":
    case "activity":
    case "customer_redacted":
    case "customer_data_requested":
      return [fact.customer];
    case "customer_deleted":
      return [{ id: fact.customerId, email: null }];
    case "customers_merged":
      return [fact.keptCustomerId, fact.endedCustomerId].map((id) => ({ id, email: null }));
    default:
      return [];
  }
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** Writes new people down, then opens the books of all concerned, owners of used codes included. */
export async function openFor(
  tx: Statements,
  shopId: number,
  liveVersion: number,
  plan: Plan,
  directory: Directory,
  now: Instant,
): Promise<OpenBooks> {
  const known = await knownMembers(tx, shopId, plan, directory);
  const strangers = [...directory.people].filter(({ memberId }) => memberId === null);
  const numbers = await writeNewPeople(tx, shopId, strangers, liveVersion, now);
  strangers.forEach((person, index) => {
    person.memberId = numbers[index] ?? null;
  });
  return openBooks(tx, shopId, known, newCode);
}

/** Whom a batch concerns and who is a member already. */
export async function knownMembers(
  tx: Statements,
  shopId: number,
  plan: Plan,
  directory: Directory,
): Promise<MemberId[]> {
  const named = [...directory.people].flatMap(({ memberId }) => (memberId === null ? [] : [memberId]));
  const codes = [...plan.orders.values()].flatMap(({ state }) => (state === null ? [] : state.discountCodes));
  return [...new Set([...named, ...(await findCodeOwners(tx, shopId, codes))])];
}

export async function record(
  tx: Statements,
  open: OpenBooks,
  plan: Plan,
  directory: Directory,
  outcome: PlanOutcome,
  now: Instant,
): Promise<void> {
  const { shopId } = open;
  const orders = [...plan.orders.values()];
  const known = orders.flatMap((order) => {
    if (order.state === null) return [];
    const memberId = order.owner === null ? null : numberOf(order.owner);
    return [{ order: order.state, memberId, refusal: outcome.refusals.get(order) ?? null }];
  });
  await writeOrders(tx, shopId, known, now);
  const early = orders.flatMap(({ orderId, waiting }) => waiting.map((refund) => ({ orderId, refund })));
  await keepEarlyRefunds(tx, shopId, early, now);
  const found = orders.filter(({ state, earlyRefunds }) => state !== null && earlyRefunds > 0);
  await dropEarlyRefunds(
    tx,
    shopId,
    found.map(({ orderId }) => orderId),
  );
  const details = [...directory.people].filter(({ detailsChanged }) => detailsChanged);
  await writePersonDetails(
    tx,
    shopId,
    details.map((person) => ({ ...person, memberId: numberOf(person) })),
  );
  for (const memberId of outcome.erased) await forgetPerson(tx, shopId, memberId);
  for (const { endedId, keptId } of outcome.merges) await redirectMember(tx, shopId, endedId, keptId);
  await recordBooks(tx, open, now);
}

function numberOf(person: Person): MemberId {
  assert(person.memberId !== null, "everybody a batch speaks of has a number");
  return person.memberId;
}
