import { dayText, localDayNumber } from "../../calendar.ts";
import { distinctDays } from "../facts/purchase-figures.ts";
import { PLAIN } from "../facts/fact.ts";
import type { ShopInsight } from "../insight/shop-insight.ts";
import type { RollForward } from "../points/points-ledger.ts";
import type { Models } from "../scores/lifetime-value.ts";
import { mondayOf } from "../scores/score-the-day.ts";
import { liabilityOf } from "./liability-of.ts";
import type { Liability } from "./liability-of.ts";
import { subjectOf } from "./report.ts";
import type { Report } from "./report.ts";

type Figures = ShopInsight["window"];

/** Of one window, with what happened to points in it; null without a program. */
export interface WindowPoints extends Figures {
  readonly points: RollForward | null;
  readonly redemptionRate: number | null;
}

/** A shop's figures as they are kept and shown. */
export interface ShopFigures {
  readonly currency: string | null;
  readonly digits: number;
  readonly window: WindowPoints;
  readonly before: WindowPoints;
  readonly sinceLaunch: WindowPoints | null;
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
  const { insight, currency, digits, scores, customers, at, zone } = report;
  let [buying, returning] = [0, 0];
  for (const customer of customers) {
    const days = distinctDays(subjectOf(report, customer).purchases(PLAIN)).length;
    if (days > 0) buying += 1;
    if (days > 1) returning += 1;
  }
  return {
    ...{ currency, digits },
    window: withPoints(report, insight.window),
    before: withPoints(report, insight.before),
    sinceLaunch: insight.sinceLaunch === null ? null : withPoints(report, insight.sinceLaunch),
    liability: liabilityOf(report),
    models: scores.models,
    fittedOn: dayText(mondayOf(localDayNumber(at, zone))),
    known: customers.length,
    ...{ buying, returning },
  };
}

function withPoints({ books }: Report, figures: Figures): WindowPoints {
  const { from, to } = figures.days;
  return {
    ...figures,
    points: books === null ? null : books.ledger.rollForward(from, to),
    redemptionRate: books === null ? null : books.ledger.redemptionRate(to),
  };
}
