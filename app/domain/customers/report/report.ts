import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { Subject } from "../facts/subject.ts";
import type { Shop } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import type { CustomerHistory } from "../history/customer-history.ts";
import { gatherCustomers } from "../history/gather-customers.ts";
import type { InsightChoice, SegmentChoice } from "../insight/choice.ts";
import { shopInsight, usualWindow } from "../insight/shop-insight.ts";
import type { ShopInsight } from "../insight/shop-insight.ts";
import { windowBefore } from "../insight/window.ts";
import type { Window } from "../insight/window.ts";
import { scoreShop } from "../scores/score-shop.ts";
import type { ScoreSettings } from "../scores/score-shop.ts";
import { fitBefore, mondayOf, scoreTheDay } from "../scores/score-the-day.ts";
import type { Segments } from "../segments/segments.ts";
import { shopAt } from "../shop-at.ts";
import { customersAmong } from "./among.ts";
import type { Books, KnownShop } from "./known-shop.ts";

export interface ReportParts {
  readonly history: CustomerHistory;
  readonly at: Instant;
  readonly settings: Omit<ScoreSettings, "zone" | "digits">;
  readonly segments: Segments;
  /** Null: the usual ninety days. */
  readonly window: Window | null;
  /** Whose figures are wanted; everybody's unless said otherwise. */
  readonly segment?: SegmentChoice | null;
  /** Null without a program. */
  readonly books: Books | null;
  /** Scores of the last midnight by the models of the week, as they are kept; else all of it as of `at`. */
  readonly scored?: "by_week";
}

/** What the shop did by a choice, and who alone is in it. */
export interface ChosenInsight extends ShopInsight {
  /** Null: everybody. */
  readonly among: ReadonlySet<Customer> | null;
}

/** Who the customers are and what the shop did, at an instant. */
export interface Report extends KnownShop {
  readonly shop: Shop;
  readonly insight: ChosenInsight;
}

export function reportAt({ history, at, settings, segments, books, scored, ...wish }: ReportParts): Report {
  const { digits, currency, launchedAt } = history;
  const { zone } = history.settings;
  const gathered = gatherCustomers(history, at);
  const { customers } = gathered;
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
  const known: KnownShop = {
    ...gathered,
    ...{ at, zone, currency, digits, launchedAt, scoring, scored, scores, segments, books, pointsOf },
  };
  const window = wish.window ?? usualWindow(at, zone);
  const choice = { window, compared: windowBefore(window), segment: wish.segment ?? null };
  const shop = shopAt({ customers, at, zone, digits, scores, pointsOf });
  return { ...known, shop, insight: chosenInsight(known, choice) };
}

/** Other days, or some of the customers: the same figures by another choice. */
export function chosenInsight(known: KnownShop, { window, compared, segment }: InsightChoice): ChosenInsight {
  const { customers, unnamed, at, zone, launchedAt, pointsOf } = known;
  const among = segment === null ? null : customersAmong(known, segment, window.from);
  const insight = shopInsight({
    ...{ customers, unnamed, at, zone, window, compared, launchedAt, pointsOf },
    ...(among === null ? {} : { isAmong: (customer: Customer) => among.has(customer) }),
  });
  return { ...insight, among };
}

export function subjectOf(report: Report, customer: Customer): Subject {
  return new Subject(customer, report.at, report.shop);
}
