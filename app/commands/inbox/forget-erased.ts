import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ReadableDelivery } from "#app/domain/people/plan-batch.ts";
import type { PlanOutcome } from "#app/domain/people/run-plan.ts";
import type { Statements } from "#app/db/client.ts";
import { writeErasures } from "#app/db/members/erasures.ts";
import { forgetPerson, type NamesOfPerson } from "#app/db/members/forget-person.ts";

export interface Forgotten {
  readonly names: readonly NamesOfPerson[];
  readonly memberIds: readonly MemberId[];
}

/** Before the books are recorded: an erased member has no name, and their names are known to be late from now on. */
export async function forgetErased(
  tx: Statements,
  shopId: number,
  ready: readonly ReadableDelivery[],
  { outcome, now }: { readonly outcome: PlanOutcome; readonly now: Instant },
): Promise<Forgotten> {
  const names: NamesOfPerson[] = ready.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.type === "customer_redacted" ? [fact.customer] : [])),
  );
  for (const memberId of outcome.erased) names.push(...(await forgetPerson(tx, shopId, memberId)));
  await writeErasures(tx, shopId, names, now);
  return { names, memberIds: outcome.erased };
}
