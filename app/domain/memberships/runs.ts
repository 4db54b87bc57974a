import { addDays, addMonths, addMonthsEndOfDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";

/** Units of a membership that one order bought, and what of them came back, each at its instant. */
export interface MembershipEntry {
  /** `order:1001` */
  readonly source: string;
  readonly membershipId: string;
  readonly paidAt: Instant;
  /** The version in effect at the payment, and what it says of the membership, frozen. */
  readonly programVersion: number;
  readonly months: number;
  readonly graceDays: number;
  readonly units: number;
  readonly returns: readonly { readonly at: Instant; readonly units: number }[];
}

/** A time without a gap for which a membership is paid. */
export interface Run {
  readonly membershipId: string;
  /** The instant of the payment that began it. */
  readonly from: Instant;
  readonly months: number;
  /** The end (half open) of the last paid day. */
  readonly until: Instant;
  /** Until when benefits hold: so many days more. */
  readonly graceUntil: Instant;
}

interface Step {
  readonly at: Instant;
  readonly entry: MembershipEntry;
  readonly units: number;
}

/**
 * The runs of one member's membership, oldest first. Purchases and returns happen in the order of their
 * own instants, however late they were told: a unit paid while benefits hold continues the run, a later
 * one begins another; what comes back takes its months off the end of the run it went into. Months are
 * counted from the day the run began, each time.
 */
export function runsOfMembership(entries: readonly MembershipEntry[], zone: string): Run[] {
  const runs: { from: Instant; months: number; graceDays: number; membershipId: string }[] = [];
  const runOf = new Map<string, (typeof runs)[number]>();
  for (const { at, entry, units } of stepsOf(entries)) {
    const last = runs.at(-1);
    if (units < 0) {
      const run = runOf.get(entry.source);
      if (run !== undefined) run.months = Math.max(0, run.months + units * entry.months);
    } else if (last !== undefined && last.months > 0 && at < runFrom(last, zone).graceUntil) {
      last.months += units * entry.months;
      last.graceDays = entry.graceDays;
      runOf.set(entry.source, last);
    } else {
      const { membershipId, months, graceDays } = entry;
      const begun = { from: at, months: units * months, graceDays, membershipId };
      runs.push(begun);
      runOf.set(entry.source, begun);
    }
  }
  return runs.filter(({ months }) => months > 0).map((run) => runFrom(run, zone));
}

/** A unit that comes back at the instant it was paid was bought first; of two orders the smaller name comes first. */
function stepsOf(entries: readonly MembershipEntry[]): Step[] {
  const bought = entries.map((entry): Step => ({ at: entry.paidAt, entry, units: entry.units }));
  const returned = entries.flatMap((entry) =>
    entry.returns.map(({ at, units }): Step => ({ at: Math.max(at, entry.paidAt), entry, units: -units })),
  );
  return [...bought, ...returned]
    .filter(({ units }) => units !== 0)
    .sort((a, b) => a.at - b.at || b.units - a.units || (a.entry.source < b.entry.source ? -1 : 1));
}

function runFrom(
  run: {
    readonly from: Instant;
    readonly months: number;
    readonly graceDays: number;
    readonly membershipId: string;
  },
  zone: string,
): Run {
  const { membershipId, from, months, graceDays } = run;
  const until = addMonthsEndOfDay(from, months, zone);
  return { membershipId, from, months, until, graceUntil: addDays(until, graceDays, zone) };
}

/** The instants at which the months of a run begin: the payment, and the same time of day a month on, each time. */
export function monthsOfRun({ from, months }: Run, zone: string): Instant[] {
  return Array.from({ length: months }, (_, month) => addMonths(from, month, zone));
}

/** The run whose benefits hold at an instant, begun before it: the order that buys earns without. */
export function runHolding(runs: readonly Run[], at: Instant): Run | null {
  return runs.find(({ from, graceUntil }) => from < at && at < graceUntil) ?? null;
}
