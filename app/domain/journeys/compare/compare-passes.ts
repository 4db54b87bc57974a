import { addDays } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { valueOf } from "../../customers/facts/purchase-figures.ts";
import type { OrderOutcome } from "../../customers/history/order-outcome.ts";
import type { FirstPass } from "../record.ts";
import { welch } from "./welch.ts";
import type { Difference } from "./welch.ts";

/** What members of two groups bought after a trigger. */
export interface Comparison {
  /** Those a journey was for against those held out of it, or an arm of a choice against its first. */
  readonly of:
    { readonly kind: "holdout" } | { readonly kind: "arm"; readonly choice: string; readonly arm: number };
  readonly members: number;
  readonly others: number;
  /** Purchases by member. Null: too few members to say anything. */
  readonly purchases: Difference | null;
  /** Their value in minor units by member. */
  readonly valueMinor: Difference | null;
}

interface Bought {
  readonly pass: FirstPass;
  readonly count: number;
  readonly valueMinor: number;
}

/** Over the first pass of each member alone, and only where all the days are over by now; purchases as they stand. */
export function comparePasses(
  passes: readonly FirstPass[],
  purchasesOf: (memberId: string) => readonly OrderOutcome[],
  { days, zone, now }: { readonly days: number; readonly zone: string; readonly now: Instant },
): readonly Comparison[] {
  const bought = passes.flatMap((pass): Bought[] => {
    const { memberId, at } = pass;
    const until = addDays(at, days, zone);
    if (until > now) return [];
    const purchases = purchasesOf(memberId).filter(
      ({ order: { paidAt } }) => paidAt !== null && paidAt > at && paidAt <= until,
    );
    return [{ pass, count: purchases.length, valueMinor: valueOf(purchases) }];
  });
  const [passed, heldOut] = [bought.filter(isIn), bought.filter((one) => !isIn(one))];
  const all: Comparison[] = heldOut.length === 0 ? [] : [compared({ kind: "holdout" }, passed, heldOut)];
  for (const choice of new Set(passed.flatMap(({ pass }) => [...pass.arms.keys()]))) {
    const armOf = ({ pass }: Bought) => pass.arms.get(choice);
    const arms = [...new Set(passed.flatMap((one) => armOf(one) ?? []))].sort((a, b) => a - b);
    const [first, ...others] = arms;
    for (const arm of others) {
      const inArm = (wanted: number | undefined) => passed.filter((one) => armOf(one) === wanted);
      all.push(compared({ kind: "arm", choice, arm }, inArm(arm), inArm(first)));
    }
  }
  return all;
}

function isIn({ pass }: Bought): boolean {
  return !pass.isHeldOut;
}

function compared(of: Comparison["of"], some: readonly Bought[], others: readonly Bought[]): Comparison {
  const compare = (figure: "count" | "valueMinor") =>
    welch(
      some.map((one) => one[figure]),
      others.map((one) => one[figure]),
    );
  return {
    of,
    members: some.length,
    others: others.length,
    purchases: compare("count"),
    valueMinor: compare("valueMinor"),
  };
}
