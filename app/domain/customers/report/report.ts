import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { Subject } from "../facts/subject.ts";
import type { PointsView, Shop } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import type { CustomerHistory } from "../history/customer-history.ts";
import { gatherCustomers } from "../history/gather-customers.ts";
import { shopInsight, usualWindow } from "../insight/shop-insight.ts";
import type { ShopInsight } from "../insight/shop-insight.ts";
import type { Window } from "../insight/window.ts";
import type { PointsLedger } from "../points/points-ledger.ts";
import { scoreShop } from "../scores/score-shop.ts";
import type { Scores, ScoreSettings } from "../scores/score-shop.ts";
import { fitBefore, mondayOf, scoreTheDay } from "../scores/score-the-day.ts";
import type { Segments } from "../segments/segments.ts";
import { shopAt } from "../shop-at.ts";

/** What is known of points, where a program ran. */
export interface Books {
  readonly ledger: PointsLedger;
  readonly pointsOf: (customer: Customer) => PointsView | null;
  /** What a point was worth in the rewards really claimed, minor units; null where none was. */
  readonly pointMinor: number | null;
}

export interface ReportParts {
  readonly history: CustomerHistory;
  readonly at: Instant;
  readonly settings: Omit<ScoreSettings, "zone" | "digits">;
  readonly segments: Segments;
  /** Null: the usual ninety days. */
  readonly window: Window | null;
  /** Null without a program. */
  readonly books: Books | null;
  /** Scores of the last midnight by the models of the week, as they are kept; else all of it as of `at`. */
  readonly scored?: "by_week";
}

/** Who the customers are and what the shop did, at an instant. */
export interface Report {
  readonly at: Instant;
  readonly zone: string;
  /** Null where nothing was ordered. */
  readonly currency: string | null;
  readonly digits: number;
  readonly customers: readonly Customer[];
  readonly scores: Scores;
  readonly shop: Shop;
  readonly insight: ShopInsight;
  readonly segments: Segments;
  readonly books: Books | null;
}

export function reportAt({ history, at, settings, segments, window, books, scored }: ReportParts): Report {
  const { digits, currency } = history;
  const { zone } = history.settings;
  const { customers, unnamed } = gatherCustomers(history, at);
  const scoring = { ...settings, zone, digits };
  const scores =
    scored === undefined
      ? scoreShop(customers, at, scoring)
      : scoreTheDay(
          customers,
          at,
          scoring,
          fitBefore(customers, mondayOf(localDayNumber(at, zone)), scoring),
        );
  const pointsOf = books === null ? () => null : books.pointsOf;
  const insight = shopInsight({
    ...{ customers, unnamed, at, zone, pointsOf },
    window: window ?? usualWindow(at, zone),
    launchedAt: history.launchedAt,
  });
  const shop = shopAt({ customers, at, zone, digits, scores, pointsOf });
  return { at, zone, currency, digits, customers, scores, shop, insight, segments, books };
}

export function subjectOf(report: Report, customer: Customer): Subject {
  return new Subject(customer, report.at, report.shop);
}
