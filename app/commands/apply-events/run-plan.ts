import { assert, assertNever } from "#app/domain/assert.ts";
import type { Books, MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent, ensureMember } from "#app/domain/engine.ts";
import type { CustomerFact } from "#app/domain/event.ts";
import type { Outcome } from "#app/domain/redemption/refusal.ts";
import { normalisedEmail } from "#app/domain/replay/directory.ts";
import type { Person } from "./directory.ts";
import type { Plan, PlannedOrder, ShopWideFact, Step } from "./plan.ts";

/** What running a plan found out besides what is in the books. */
export interface PlanOutcome {
  readonly notes: Map<number, { readonly reason: string | null; readonly memberId: MemberId | null }>;
  readonly refusals: Map<PlannedOrder, string>;
  readonly merges: { readonly endedId: MemberId; readonly keptId: MemberId }[];
  readonly erased: MemberId[];
  readonly shopFacts: {
    readonly inboxId: number;
    readonly fact: ShopWideFact;
    readonly memberId: MemberId | null;
  }[];
}

/** Tells the engine everything a batch says, in order. Pure but for the books. */
export function runPlan(books: Books, plan: Plan, people: Iterable<Person>, now: Instant): PlanOutcome {
  for (const person of people) enrol(books, person, now);
  const outcome: PlanOutcome = {
    notes: new Map(),
    refusals: new Map(),
    merges: [],
    erased: [],
    shopFacts: [],
  };
  for (const { inboxId, steps, toldAt } of plan.deliveries) {
    const reasons = steps.flatMap((step) => {
      if (step.kind === "shop") {
        const memberId = step.person?.memberId ?? null;
        outcome.shopFacts.push({ inboxId, fact: step.fact, memberId });
      }
      return runStep(books, step, outcome, toldAt ?? now) ?? [];
    });
    const concerned = steps.map(personOf).find((person) => person !== null) ?? null;
    outcome.notes.set(inboxId, {
      reason: reasons.length === 0 ? null : reasons.join("; "),
      memberId: concerned?.memberId ?? null,
    });
  }
  return outcome;
}

/** Runs one step; a text says what was made of it where that is not plain. */
function runStep(books: Books, step: Step, outcome: PlanOutcome, now: Instant): string | null {
  switch (step.kind) {
    case "meet":
      return meet(books, step.person, step.customer, step.joined, now);
    case "merge": {
      const [keptId, endedId] = [numberOf(step.kept), numberOf(step.ended)];
      outcome.merges.push({ endedId, keptId });
      return told(
        applyEvent(books, { type: "members_merged", at: now, memberId: keptId, fromMemberId: endedId }),
      );
    }
    case "order":
      return step.order.lastStep === step
        ? applyOrder(books, step.order, outcome, now)
        : "told with a later delivery of the same order";
    case "activity": {
      const { activity, key } = step;
      const memberId = numberOf(step.person);
      return told(applyEvent(books, { type: "activity_done", at: now, memberId, activity, key }));
    }
    case "leave":
      return told(applyEvent(books, { type: "member_left", at: now, memberId: numberOf(step.person) }));
    case "erase": {
      const memberId = numberOf(step.person);
      outcome.erased.push(memberId);
      return told(applyEvent(books, { type: "member_erased", at: now, memberId }));
    }
    case "shop":
      // Applied after the books are recorded.
      return null;
    case "note":
      return step.reason;
    default:
      return assertNever(step);
  }
}

/** A person who is new to the shop gets a book. */
function enrol(books: Books, person: Person, now: Instant): void {
  if (person.first === null) return;
  const { email, status, first } = person;
  const tags = first.tags ?? [];
  const at = person.enrolledAt ?? now;
  ensureMember(books, numberOf(person), at, { email, tags, birthday: first.birthday, status });
}

function meet(
  books: Books,
  person: Person,
  customer: CustomerFact,
  joined: boolean,
  now: Instant,
): string | null {
  const memberId = numberOf(person);
  const member = books.members.get(memberId);
  assert(member !== undefined, "whom a plan meets is in the books");
  const email = customer.email === null ? member.email : normalisedEmail(customer.email);
  const birthday = customer.birthday ?? member.birthday;
  const tags = customer.tags ?? member.tags;
  const same = email === member.email && birthday === member.birthday && sameTexts(tags, member.tags);
  if (!same) applyEvent(books, { type: "profile_changed", at: now, memberId, email, birthday, tags });
  return joined
    ? told(applyEvent(books, { type: "joined", at: now, memberId, email, birthday, tags }))
    : null;
}

function applyOrder(books: Books, order: PlannedOrder, outcome: PlanOutcome, now: Instant): string | null {
  if (order.state === null) return "waits for its order";
  if (order.owner === null) return "the order names nobody";
  const memberId = numberOf(order.owner);
  const answer = applyEvent(books, { type: "order_changed", at: now, memberId, order: order.state });
  if (!answer.ok) outcome.refusals.set(order, answer.message);
  return told(answer);
}

function told(outcome: Outcome): string | null {
  return outcome.ok ? null : outcome.message;
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
    case "leave":
    case "erase":
    case "shop":
      return step.person;
    case "merge":
      return step.kept;
    case "order":
      return step.order.owner;
    case "note":
      return null;
    default:
      return assertNever(step);
  }
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
