import { dayText, localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { distinctDays } from "../facts/purchase-figures.ts";
import { PLAIN } from "../facts/fact.ts";
import { cohortsOf } from "../insight/cohorts.ts";
import type { Cohort, Purchases } from "../insight/cohorts.ts";
import type { InsightChoice } from "../insight/choice.ts";
import { monthOfDay } from "../insight/months.ts";
import type { ShopInsight } from "../insight/shop-insight.ts";
import { tiersOverTime } from "../insight/tiers-over-time.ts";
import type { TierMonth } from "../insight/tiers-over-time.ts";
import type { Models } from "../scores/lifetime-value.ts";
import { checkModel } from "../scores/model-check.ts";
import type { ModelCheck } from "../scores/model-check.ts";
import { mondayOf } from "../scores/score-the-day.ts";
import { liabilityOf } from "./liability-of.ts";
import type { Liability } from "./liability-of.ts";
import { windowPoints } from "./points-of-window.ts";
import type { WindowPoints } from "./points-of-window.ts";
import { chosenInsight, subjectOf } from "./report.ts";
import type { ChosenInsight, Report } from "./report.ts";

/** Of one window, with what happened to points in it. */
export type WindowWithPoints = ShopInsight["window"] & WindowPoints;

/** A window, the one it is compared with, and all since the program began. */
export interface InsightFigures {
  readonly window: WindowWithPoints;
  readonly before: WindowWithPoints;
  readonly sinceLaunch: WindowWithPoints | null;
}

/** What a choice of days and people was answered with, and as of when. */
export interface InsightAnswer extends InsightFigures {
  readonly at: Instant;
  /** How many customers the segment has; null: everybody was asked for. */
  readonly among: number | null;
  /** When the window ended; of everybody alone. */
  readonly liability: Liability | null;
}

/** A shop's figures as they are kept and shown. */
export interface ShopFigures extends InsightFigures {
  readonly currency: string | null;
  readonly digits: number;
  readonly liability: Liability | null;
  readonly models: Models;
  /** The models know what was paid before this day. */
  readonly fittedOn: string;
  /** Everybody known, those with a purchase, and those with purchases on several days. */
  readonly known: number;
  readonly buying: number;
  readonly returning: number;
  /** By the month of the first purchase, the latest two years of them. */
  readonly cohorts: readonly Cohort[];
  /** Of the last twelve months; null without levels. */
  readonly tiers: readonly TierMonth[] | null;
  /** Null where the past is too little for it. */
  readonly check: ModelCheck | null;
}

const COHORTS_SHOWN = 24;
const TIER_MONTHS_SHOWN = 12;

export function shopFiguresOf(report: Report): ShopFigures {
  const { currency, digits, scores, customers, at, zone } = report;
  let [buying, returning] = [0, 0];
  const bought: Purchases[] = [];
  for (const customer of customers) {
    const purchases = subjectOf(report, customer).purchases(PLAIN);
    const days = distinctDays(purchases).length;
    if (days > 0) buying += 1;
    if (days > 1) returning += 1;
    bought.push(purchases);
  }
  return {
    ...{ currency, digits },
    ...figuresBy(report, report.insight),
    liability: liabilityOf(report, report.insight),
    models: scores.models,
    fittedOn: dayText(mondayOf(localDayNumber(at, zone))),
    known: customers.length,
    ...{ buying, returning },
    cohorts: cohortsOf(bought, monthOfDay(localDayNumber(at, zone))).slice(-COHORTS_SHOWN),
    tiers: tiersOf(report),
    check: checkModel(customers, at, report.scoring),
  };
}

function tiersOf({ customers, pointsOf, at, zone, launchedAt }: Report): readonly TierMonth[] | null {
  if (launchedAt === null || customers.every((customer) => (pointsOf(customer)?.tier ?? null) === null))
    return null;
  const to = monthOfDay(localDayNumber(at, zone));
  const from = Math.max(to - TIER_MONTHS_SHOWN + 1, monthOfDay(localDayNumber(launchedAt, zone)));
  return tiersOverTime({ customers, pointsOf, at, zone, from, to });
}

/** The figures of other days, or of some of the customers. */
export function insightAnswer(report: Report, choice: InsightChoice): InsightAnswer {
  const insight = chosenInsight(report, choice);
  const { among } = insight;
  return {
    at: report.at,
    among: among === null ? null : among.size,
    liability: liabilityOf(report, insight),
    ...figuresBy(report, insight),
  };
}

function figuresBy(report: Report, { window, before, sinceLaunch, among }: ChosenInsight): InsightFigures {
  const withPoints = (figures: ShopInsight["window"]) => ({
    ...figures,
    ...windowPoints(report, among, figures.days),
  });
  return {
    window: withPoints(window),
    before: withPoints(before),
    sinceLaunch: sinceLaunch === null ? null : withPoints(sinceLaunch),
  };
}
