import { formatInstant } from "../../calendar.ts";
import { formatMoney } from "../../money.ts";
import { ratio } from "../facts/purchase-figures.ts";
import type { Customer } from "../history/customer.ts";
import type { ShopInsight } from "../insight/shop-insight.ts";
import type { Models } from "../scores/lifetime-value.ts";
import { segmentsOf } from "../segments/segments.ts";
import { windowPoints } from "./points-of-window.ts";
import { subjectOf } from "./report.ts";
import type { Report } from "./report.ts";
import { writtenFacts } from "./write-facts.ts";

export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
}

/** The report as JSON in the documented form, piece by piece: one customer a line. */
export function* reportJson(report: Report, rejected: Iterable<RejectedLine>): Generator<string> {
  const at = JSON.stringify(formatInstant(report.at, report.zone));
  yield `{"at":${at},"shop":${JSON.stringify(shopFigures(report))},\n`;
  yield `"models":${JSON.stringify(modelFigures(report.scores.models))},\n"customers":[`;
  let separator = "\n";
  for (const customer of report.customers) {
    yield separator + JSON.stringify(writtenCustomer(report, customer));
    separator = ",\n";
  }
  yield `\n],"rejected":[`;
  separator = "";
  for (const one of rejected) {
    yield separator + JSON.stringify(one);
    separator = ",";
  }
  yield "]}\n";
}

/** Of a history without any line. */
export const EMPTY_REPORT_JSON =
  '{"at":null,"shop":null,"models":{"purchases":null,"money":null},"customers":[],"rejected":[]}\n';

export function writtenCustomer(report: Report, customer: Customer) {
  const subject = subjectOf(report, customer);
  return {
    id: customer.id,
    email: customer.email,
    facts: writtenFacts(subject),
    segments: segmentsOf(subject, report.segments),
  };
}

export function shopFigures(report: Report) {
  const { window, before, sinceLaunch } = report.insight;
  return {
    window: windowFigures(report, window),
    before: windowFigures(report, before),
    sinceLaunch: sinceLaunch === null ? null : windowFigures(report, sinceLaunch),
  };
}

function windowFigures(report: Report, figures: ShopInsight["window"]) {
  const { digits, insight } = report;
  const { points, redemptionRate, rewards } = windowPoints(report, insight.among, figures.days);
  const { days: _, revenueMinor, averageOrderMinor, unnamed, orders, customers, ...rates } = figures;
  const money = (minor: number) => formatMoney(minor, digits);
  return {
    revenue: money(revenueMinor),
    ...{ orders, customers },
    averageOrderValue: averageOrderMinor === null ? null : money(averageOrderMinor),
    ...rates,
    unnamed: { orders: unnamed.orders, revenue: money(unnamed.revenueMinor) },
    ...(points === null ? {} : { points, redemptionRate }),
    ...(rewards === null
      ? {}
      : {
          rewards: {
            cost: money(rewards.costMinor),
            share: ratio(rewards.costMinor, revenueMinor),
            orders: rewards.orders,
            unclearOrders: rewards.unclearOrders,
          },
        }),
  };
}

export function modelFigures({ purchases, money }: Models) {
  return {
    purchases: purchases === null ? null : withBounds(purchases),
    money: money === null ? null : withBounds(money),
  };
}

/** Bounds are named only where there are any. */
function withBounds<Fit extends { readonly atBound: readonly string[] }>({ atBound, ...fit }: Fit) {
  return atBound.length === 0 ? fit : { ...fit, atBound };
}
