import { assert, assertNever } from "../assert.ts";
import type { Books } from "../books/books.ts";
import type { MemberId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import { applyEvent } from "../engine.ts";
import { drawNameOf } from "../books/ids.ts";
import { ensureMember } from "../members/enrol.ts";
import type { SaidConsent } from "../messages/consent.ts";
import type { Outcome } from "../refusal.ts";
import type { Person } from "./person.ts";
import { normaliseAddress } from "./normalise-address.ts";
import type { Plan, PlannedDelivery, PlannedOrder, ShopWideFact, Step } from "./plan-batch.ts";

/** What running a plan found out besides what is in the books. */
export interface PlanOutcome {
  /** What came of each delivery, in their order. */
  readonly notes: DeliveryNote[];
  /** What the engine refused, in words. */
  readonly refused: string[];
  readonly merges: { readonly endedId: MemberId; readonly keptId: MemberId }[];
  readonly erased: MemberId[];
  /** What people agreed to, or no longer do: kept beside the books. */
  readonly consents: { readonly memberId: MemberId; readonly consent: SaidConsent }[];
  readonly shopFacts: {
    readonly inboxId: number;
    readonly fact: ShopWideFact;
    readonly memberId: MemberId | null;
  }[];
}

export interface DeliveryNote {
  readonly reason: string | null;
  readonly memberId: MemberId | null;
  /** It is about somebody who was erased, or asks for that. */
  readonly isForgotten: boolean;
}

/** Tells the engine everything a batch says, in order. Pure but for the books. */
export function runPlan(books: Books, plan: Plan, people: Iterable<Person>, now: Instant): PlanOutcome {
  for (const person of people) enrol(books, person, now);
  const outcome: PlanOutcome = {
    notes: [],
    refused: [],
    merges: [],
    erased: [],
    consents: [],
    shopFacts: [],
  };
  for (const delivery of plan.deliveries) {
    const note = runDelivery(books, delivery, outcome, now);
    outcome.notes.push(note);
    books.afterDelivery?.(note.memberId);
  }
  return outcome;
}

function runDelivery(
  books: Books,
  { inboxId, steps, toldAt }: PlannedDelivery,
  outcome: PlanOutcome,
  now: Instant,
): DeliveryNote {
  let reason: string | null = null;
  let concerned: Person | null = null;
  let isForgotten = false;
  for (const step of steps) {
    if (step.kind === "forgotten" || step.kind === "erase") isForgotten = true;
    if (step.kind === "shop") {
      outcome.shopFacts.push({ inboxId, fact: step.fact, memberId: step.person?.memberId ?? null });
    }
    const said = runStep(books, step, outcome, toldAt ?? now);
    if (said !== null) reason = reason === null ? said : `${reason}; ${said}`;
    concerned ??= personOf(step);
  }
  return { reason, memberId: concerned?.memberId ?? null, isForgotten };
}

/** Runs one step; a text says what was made of it where that is not plain. */
function runStep(books: Books, step: Step, outcome: PlanOutcome, now: Instant): string | null {
  switch (step.kind) {
    case "meet":
      return meet(books, step, outcome, now);
    case "merge": {
      const [keptId, endedId] = [numberOf(step.kept), numberOf(step.ended)];
      outcome.merges.push({ endedId, keptId });
      return told(
        outcome,
        applyEvent(books, { type: "members_merged", at: now, memberId: keptId, fromMemberId: endedId }),
      );
    }
    case "order":
      return step.order.lastStep === step
        ? tellOrder(books, step.order, outcome, now)
        : "told with a later delivery of the same order";
    case "activity": {
      const { activity, key } = step;
      const memberId = numberOf(step.person);
      return told(outcome, applyEvent(books, { type: "activity_done", at: now, memberId, activity, key }));
    }
    case "consent": {
      const memberId = numberOf(step.person);
      outcome.consents.push(...step.told.consents.map((consent) => ({ memberId, consent })));
      return null;
    }
    case "leave":
      return told(
        outcome,
        applyEvent(books, { type: "member_left", at: now, memberId: numberOf(step.person) }),
      );
    case "erase": {
      const memberId = numberOf(step.person);
      outcome.erased.push(memberId);
      return told(outcome, applyEvent(books, { type: "member_erased", at: now, memberId }));
    }
    case "shop":
      // Applied after the books are recorded.
      return null;
    case "note":
      return step.reason;
    case "forgotten":
      return "this person was erased: nothing of it is kept";
    default:
      return assertNever(step);
  }
}

/** A person who is new to the shop gets a book; whoever is known draws by the name they have by now. */
function enrol(books: Books, person: Person, now: Instant): void {
  const memberId = numberOf(person);
  const { email, status, first, customerId } = person;
  if (first !== null) {
    const tags = first.tags ?? [];
    const at = person.enrolledAt ?? now;
    ensureMember(books, memberId, at, { email, tags, birthday: first.birthday, status });
  }
  const member = books.members.get(memberId);
  if (member !== undefined) member.drawName = drawNameOf({ memberId, customerId, email });
}

function meet(
  books: Books,
  { person, customer, joined }: Extract<Step, { kind: "meet" }>,
  outcome: PlanOutcome,
  now: Instant,
): string | null {
  const memberId = numberOf(person);
  const member = books.members.get(memberId);
  assert(member !== undefined, "whom a plan meets is in the books");
  const email = customer.email === null ? member.email : normaliseAddress(customer.email);
  const birthday = customer.birthday ?? member.birthday;
  const tags = customer.tags ?? member.tags;
  const same = email === member.email && birthday === member.birthday && sameTexts(tags, member.tags);
  if (!same) applyEvent(books, { type: "profile_changed", at: now, memberId, email, birthday, tags });
  return joined
    ? told(outcome, applyEvent(books, { type: "joined", at: now, memberId, email, birthday, tags }))
    : null;
}

function tellOrder(books: Books, order: PlannedOrder, outcome: PlanOutcome, now: Instant): string | null {
  if (order.state === null) return "waits for its order";
  if (order.owner === null) return "the order names nobody";
  const memberId = numberOf(order.owner);
  const answer = applyEvent(books, { type: "order_changed", at: now, memberId, order: order.state });
  if (!answer.ok) order.refusal = answer.message;
  return told(outcome, answer);
}

function told(outcome: PlanOutcome, answer: Outcome): string | null {
  if (answer.ok) return null;
  outcome.refused.push(answer.message);
  return answer.message;
}

/** The number of somebody the batch has written down. */
function numberOf(person: Person): MemberId {
  assert(person.memberId !== null, "a person of a running plan has a number");
  return person.memberId;
}

function personOf(step: Step): Person | null {
  switch (step.kind) {
    case "meet":
    case "activity":
    case "consent":
    case "leave":
    case "erase":
    case "shop":
      return step.person;
    case "merge":
      return step.kept;
    case "order":
      return step.order.owner;
    case "note":
    case "forgotten":
      return null;
    default:
      return assertNever(step);
  }
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, index) => text === b[index]));
}
