import { assert, elementAt } from "#app/domain/assert.ts";
import type { MemberId, OrderId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerRef } from "#app/domain/event.ts";
import { Directory } from "#app/domain/people/directory.ts";
import type { Person } from "#app/domain/people/person.ts";
import { normaliseAddress } from "#app/domain/people/normalise-address.ts";
import { type Plan, planBatch, type ReadableDelivery } from "#app/domain/people/plan-batch.ts";
import { type PlanOutcome, runPlan } from "#app/domain/people/run-plan.ts";
import { emptyBooks, type OpenBooks, openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Statements } from "#app/db/client.ts";
import { forgetStagedPerson, mergeStagedPeople } from "#app/db/history/history-staging.ts";
import type { DeliveryResult } from "#app/db/inbox/inbox-batch.ts";
import { readEndedCustomers, writeEndedCustomers } from "#app/db/members/ended-customers.ts";
import { readErasures } from "#app/db/members/erasures.ts";
import { forgetWords } from "#app/db/members/forget-person.ts";
import {
  findCodeOwners,
  findPeople,
  redirectMember,
  writeAlias,
  writeNewPeople,
  writePersonDetails,
} from "#app/db/members/people.ts";
import {
  dropEarlyRefunds,
  keepEarlyRefunds,
  type KnownOrders,
  readKnownOrders,
  writeOrders,
} from "#app/db/shops/shop-orders.ts";
import { type ShopQuestion, writeQuestions } from "#app/db/questions/shop-questions.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import { newCode } from "../codes/new-code.ts";
import { completeOrders, judgingLive } from "./complete-orders.ts";
import { forgetErased, type Forgotten } from "./forget-erased.ts";
import { hearConsents } from "./hear-consents.ts";
import { customersIn, orderIdsIn } from "./named-in-deliveries.ts";
import { noteShopFact } from "./note-shop-fact.ts";

export interface Applied {
  readonly done: readonly DeliveryResult[];
  /** Not applied: the shop is asked something first. Whose delivery it is lets it wait. */
  readonly waiting: readonly number[];
  /** Who was erased, member or not: what else was told of them is not kept either. */
  readonly forgotten: Forgotten;
}

const NOBODY: Forgotten = { names: [], memberIds: [] };

/** The heart of a batch, within its transaction: find out who is meant, load, decide, record. */
export async function decideBatch(
  tx: Statements,
  shop: Shop,
  readable: readonly ReadableDelivery[],
  now: Instant,
): Promise<Applied> {
  if (readable.length === 0) return { done: [], waiting: [], forgotten: NOBODY };
  const { shopId } = shop;
  const known = await readKnownOrders(tx, shopId, orderIdsIn(readable));
  const { ready, waiting } =
    shop.liveVersion === null
      ? { ready: readable, waiting: [] }
      : await completeOrders(tx, shopId, readable, { known, judging: await judgingLive(tx, shopId), now });
  const { done, forgotten } = await decideReady(tx, shop, ready, { known, now });
  return { done, waiting: waiting.map(({ inboxId }) => inboxId), forgotten };
}

async function decideReady(
  tx: Statements,
  shop: Shop,
  ready: readonly ReadableDelivery[],
  { known, now }: { readonly known: KnownOrders; readonly now: Instant },
): Promise<Omit<Applied, "waiting">> {
  if (ready.length === 0) return { done: [], forgotten: NOBODY };
  const { shopId } = shop;
  const { plan, directory } = await readBatch(tx, shop, ready, known);
  // A shop without a program never had members: only what concerns the shop itself is left to do.
  const open =
    shop.liveVersion === null
      ? emptyBooks(shopId)
      : await openFor(tx, shopId, { liveVersion: shop.liveVersion, plan, directory, now });
  const outcome = runPlan(open.books, plan, directory.people, now);
  const forgotten = await forgetErased(tx, shopId, ready, { outcome, now });
  await hearConsents(tx, open, outcome, now);
  await record(tx, open, { plan, directory, outcome, now });
  for (const memberId of outcome.erased) await forgetWords(tx, shopId, memberId);
  for (const { facts } of ready) for (const fact of facts) await tellStaging(tx, shopId, fact);
  await writeQuestions(tx, shopId, hintsOf(ready), now);
  const said = new Map<number, string>();
  for (const { inboxId, fact, memberId } of outcome.shopFacts) {
    const reason = await noteShopFact(tx, shopId, { fact, memberId }, now);
    if (reason !== null) said.set(inboxId, reason);
  }
  const done = ready.map(({ inboxId, facts }, index): DeliveryResult => {
    const note = elementAt(outcome.notes, index);
    const isForgotten = note.isForgotten || facts.some(({ type }) => type === "customer_data_requested");
    const reason = said.get(inboxId) ?? note.reason;
    return { inboxId, state: "done", reason, memberId: note.memberId, isForgotten };
  });
  return { done, forgotten };
}

/** Whatever is only hinted at becomes a question to the shop, once however often it was hinted. */
function hintsOf(ready: readonly ReadableDelivery[]): ShopQuestion[] {
  return ready.flatMap(({ facts }) =>
    facts.flatMap((fact) =>
      fact.type === "hinted" ? [{ about: fact.about, subjectId: fact.subjectId }] : [],
    ),
  );
}

export interface Batch {
  readonly plan: Plan;
  readonly directory: Directory;
}

/** Finds out who is meant, and what is to be told of whom: the same for a delivery and for the past. */
export async function readBatch(
  tx: Statements,
  shop: Pick<Shop, "shopId" | "settings">,
  ready: readonly ReadableDelivery[],
  known: KnownOrders,
): Promise<Batch> {
  const directory = await openDirectory(tx, shop, ready, known);
  return { directory, plan: planBatch(ready, directory, known) };
}

async function openDirectory(
  tx: Statements,
  { shopId, settings }: Pick<Shop, "shopId" | "settings">,
  readable: readonly ReadableDelivery[],
  known: KnownOrders,
): Promise<Directory> {
  const customers = customersIn(readable);
  const owners = [...known.states].flatMap(([orderId, { memberId }]) =>
    memberId === null ? [] : [[orderId, memberId] as const],
  );
  return directoryOf(tx, { shopId, settings }, customers, owners);
}

/** The people that these names may stand for. */
export async function directoryOf(
  tx: Statements,
  { shopId, settings }: Pick<Shop, "shopId" | "settings">,
  customers: readonly CustomerRef[],
  owners: readonly (readonly [OrderId, MemberId])[] = [],
): Promise<Directory> {
  const ids = unique(customers.map(({ id }) => id));
  const ended = await readEndedCustomers(tx, shopId, ids);
  const found = await findPeople(tx, shopId, {
    customerIds: [...ids, ...ended.flat()],
    emails: unique(customers.map(({ email }) => (email === null ? null : normaliseAddress(email)))),
    memberIds: unique(owners.map(([, memberId]) => memberId)),
  });
  const erasures = await readErasures(tx, shopId, customers);
  return new Directory(settings.membership, { found, owners, erasures, ended });
}

/** Orders that wait to be booked follow what becomes of their customer, member or not. */
async function tellStaging(
  tx: Statements,
  shopId: number,
  fact: ReadableDelivery["facts"][number],
): Promise<void> {
  switch (fact.type) {
    case "customer_redacted": {
      const { id, email } = fact.customer;
      const address = email === null ? null : normaliseAddress(email);
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

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

interface Opening extends Batch {
  readonly liveVersion: number;
  readonly now: Instant;
  /** What will be told is no news to anybody. */
  readonly isQuiet?: boolean;
}

/** Writes new people down, then opens the books of all concerned, owners of used codes included. */
export async function openFor(
  tx: Statements,
  shopId: number,
  { liveVersion, plan, directory, now, isQuiet = false }: Opening,
): Promise<OpenBooks> {
  const known = await knownMembers(tx, shopId, plan, directory);
  const strangers = [...directory.people].filter(({ memberId }) => memberId === null);
  const numbers = await writeNewPeople(tx, shopId, strangers, { programVersion: liveVersion, now });
  strangers.forEach((person, index) => {
    person.memberId = numbers[index] ?? null;
  });
  const open = await openBooks(tx, shopId, known, {
    ...{ nextCode: newCode, now, isQuiet },
    isJudging: true,
  });
  for (const { memberId, customerId } of directory.people)
    if (memberId !== null) open.asker?.keepName(memberId, customerId);
  return open;
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
  {
    plan,
    directory,
    outcome,
    now,
  }: {
    readonly plan: Plan;
    readonly directory: Directory;
    readonly outcome: PlanOutcome;
    readonly now: Instant;
  },
): Promise<void> {
  const { shopId } = open;
  const orders = [...plan.orders.values()];
  const known = orders.flatMap((order) => {
    if (order.state === null) return [];
    const memberId = order.owner === null ? null : numberOf(order.owner);
    return [{ order: order.state, memberId, refusal: order.refusal }];
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
  for (const { endedId, keptId } of outcome.merges) await redirectMember(tx, shopId, endedId, keptId);
  for (const { customerId, kept } of directory.aliases) {
    const alias = { customerId, keptId: numberOf(kept) };
    await writeAlias(tx, shopId, alias, { programVersion: open.books.liveVersion, now });
  }
  await writeEndedCustomers(tx, shopId, directory.newlyEnded, now);
  await recordBooks(tx, open, now);
}

function numberOf(person: Person): MemberId {
  assert(person.memberId !== null, "everybody a batch speaks of has a number");
  return person.memberId;
}
