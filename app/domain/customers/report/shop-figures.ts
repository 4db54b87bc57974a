import { dayText, localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { distinctDays } from "../facts/purchase-figures.ts";
import { PLAIN } from "../facts/fact.ts";
import type { InsightChoice } from "../insight/choice.ts";
import type { ShopInsight } from "../insight/shop-insight.ts";
import type { Models } from "../scores/lifetime-value.ts";
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
}

export function shopFiguresOf(report: Report): ShopFigures {
  const { currency, digits, scores, customers, at, zone } = report;
  let [buying, returning] = [0, 0];
  for (const customer of customers) {
    const days = distinctDays(subjectOf(report, customer).purchases(PLAIN)).length;
    if (days > 0) buying += 1;
    if (days > 1) returning += 1;
  }
  return {
    ...{ currency, digits },
    ...figuresBy(report, report.insight),
    liability: liabilityOf(report),
    models: scores.models,
    fittedOn: dayText(mondayOf(localDayNumber(at, zone))),
    known: customers.length,
    ...{ buying, returning },
  };
}

/** The figures of other days, or of some of the customers. */
export function insightAnswer(report: Report, choice: InsightChoice): InsightAnswer {
  const insight = chosenInsight(report, choice);
  const { among } = insight;
  return { at: report.at, among: among === null ? null : among.size, ...figuresBy(report, insight) };
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
