import type { Statements } from "#app/db/database.ts";
import { startOfDayNumber, type Instant } from "#app/domain/calendar.ts";
import { lastMonth, monthChoice } from "#app/domain/customers/insight/month-choice.ts";
import { daysOfMonth, monthText, parseMonth, type Month } from "#app/domain/customers/insight/months.ts";
import {
  adminPast,
  chosenState,
  type ChosenState,
  type InsightAsker,
  type InsightPast,
} from "./admin-insight.ts";
import { challengesReached, rewardsUsed, type ChallengeUses, type RewardUses } from "./month-uses.ts";

/** What first buyers of a month did in the month of the report. */
export interface CohortOfNote {
  readonly month: string;
  readonly customers: number;
  /** Those who bought in the report's month; null in the month of their first purchase. */
  readonly buyingNow: number | null;
}

export interface MonthReport {
  readonly month: string;
  readonly monthBefore: string;
  /** The month is not over yet. */
  readonly running: boolean;
  /** Months to choose from, latest first. */
  readonly months: readonly string[];
  readonly chosen: ChosenState;
  readonly cohorts: readonly CohortOfNote[];
  /** At the end of the month and of the month before; null where no levels are known of it. */
  readonly tiers: {
    readonly now: Readonly<Record<string, number>>;
    readonly before: Readonly<Record<string, number>> | null;
  } | null;
  readonly rewards: readonly RewardUses[];
  readonly challenges: readonly ChallengeUses[];
}

const MONTHS_OFFERED = 12;
const COHORTS_OF_NOTE = 6;

/** The month of an address; the last that is over where it names none that has begun. */
export function readMonth(asked: string | null, zone: string, now: Instant): Month {
  const last = lastMonth(now, zone);
  const month = asked === null ? null : parseMonth(asked);
  return month === null || month > last + 1 ? last : month;
}

/** Everything the report of a month says. */
export async function monthReport(
  statements: Statements,
  asker: InsightAsker,
  asked: string | null,
): Promise<MonthReport> {
  const { shopId, zone, now } = asker;
  const month = readMonth(asked, zone, now);
  const last = lastMonth(now, zone);
  const days = daysOfMonth(month);
  const time = { from: startOfDayNumber(days.from, zone), to: startOfDayNumber(days.to, zone) };
  const past = await adminPast(statements, shopId);
  return {
    month: monthText(month),
    monthBefore: monthText(month - 1),
    running: month > last,
    months: Array.from({ length: MONTHS_OFFERED }, (_, index) => monthText(last + 1 - index)),
    chosen: await chosenState(statements, shopId, monthChoice(month, now, zone)),
    cohorts: past === null ? [] : cohortsOfNote(past, month),
    tiers: past === null ? null : tiersOf(past, month),
    rewards: await rewardsUsed(statements, shopId, time),
    challenges: await challengesReached(statements, shopId, time),
  };
}

/** The latest who had begun to buy by then, the newest first. */
function cohortsOfNote({ cohorts }: InsightPast, month: Month): CohortOfNote[] {
  const begun = cohorts.flatMap((cohort) => {
    const since = monthsSince(cohort.month, month);
    const buyingNow = since < 1 ? null : cohort.buyingAgain[since - 1];
    if (since < 0 || buyingNow === undefined) return [];
    return [{ month: cohort.month, customers: cohort.customers, buyingNow }];
  });
  return begun.slice(-COHORTS_OF_NOTE).reverse();
}

function monthsSince(text: string, month: Month): number {
  return month - (parseMonth(text) ?? Number.NaN);
}

function tiersOf({ tiers }: InsightPast, month: Month): MonthReport["tiers"] {
  if (tiers === null) return null;
  const of = (wanted: Month) => tiers.find((one) => one.month === monthText(wanted));
  const now = of(month);
  return now === undefined ? null : { now: now.members, before: of(month - 1)?.members ?? null };
}
