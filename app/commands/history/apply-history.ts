import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { advanceMember } from "#app/domain/engine.ts";
import { judgePastBy, openPast } from "#app/domain/history/history-books.ts";
import { gainOf, type PersonGain, standingOf } from "#app/domain/history/history-figures.ts";
import type { PersonToBook } from "#app/db/history/history-people.ts";
import type { Batch } from "../inbox/decide-batch.ts";
import type { ReadableDelivery } from "#app/domain/people/plan-batch.ts";
import { type PlanOutcome, runPlan } from "#app/domain/people/run-plan.ts";

/** Orders from before the program, of people who are told of whole. */
export interface PastBatch extends Batch {
  readonly told: readonly ReadableDelivery[];
  readonly people: readonly PersonToBook[];
}

export interface ToldPast {
  readonly outcome: PlanOutcome;
  readonly gains: ReadonlyMap<string, PersonGain>;
}

/**
 * Tells the engine the past of these people as if the program had been there all along: each person's
 * orders in the order they were paid, every one at its own instant, and then all that was due by now.
 * The same for the preview and for booking.
 */
export function tellPast(books: Books, batch: PastBatch, judgedBy: number, now: Instant): ToldPast {
  const { plan, directory } = batch;
  judgePastBy(books, judgedBy);
  const before = new Map([...books.members.values()].map((member) => [member.id, standingOf(member)]));
  for (const [memberId, at] of earliestOrders(batch)) {
    const member = books.members.get(memberId);
    if (member !== undefined) openPast(books, member, plan.orders.keys(), at);
  }
  const outcome = runPlan(books, plan, directory.people, now);
  for (const memberId of books.members.keys()) {
    advanceMember(books, memberId, now);
    books.changed.add(memberId);
  }
  const gains = new Map<string, PersonGain>();
  for (const { person, orders } of batch.people) {
    const owner = orders.map(({ fact }) => directory.ownerOf(fact.order.id)).find((one) => one !== null);
    const memberId = owner?.memberId ?? null;
    if (memberId === null) continue;
    const member = books.members.get(memberId);
    assert(member !== undefined, "whom the past is told of is in the books");
    gains.set(person, gainOf(before.get(member.id) ?? null, member));
  }
  return { outcome, gains };
}

/** The members there were already, and when the first of their orders was. */
function earliestOrders({ told, plan, directory }: PastBatch): Map<MemberId, Instant> {
  const earliest = new Map<MemberId, Instant>();
  for (const { facts, toldAt } of told) {
    for (const fact of facts) {
      if (fact.type !== "order" || toldAt === null) continue;
      const owner = plan.orders.get(fact.order.id)?.owner ?? directory.ownerOf(fact.order.id);
      const memberId = owner?.memberId ?? null;
      if (memberId === null) continue;
      earliest.set(memberId, Math.min(earliest.get(memberId) ?? toldAt, toldAt));
    }
  }
  return earliest;
}
