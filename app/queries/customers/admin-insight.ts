import { readScoring } from "#app/db/customers/customer-scoring.ts";
import { readInsightAnswer } from "#app/db/customers/insight-answers.ts";
import { readKeptSegments } from "#app/db/customers/shop-segments.ts";
import type { Statements } from "#app/db/database.ts";
import { dayText, type Instant } from "#app/domain/calendar.ts";
import type { InsightChoice } from "#app/domain/customers/insight/choice.ts";
import type { Cohort } from "#app/domain/customers/insight/cohorts.ts";
import { monthText, type Month } from "#app/domain/customers/insight/months.ts";
import type { TierMonth } from "#app/domain/customers/insight/tiers-over-time.ts";
import { canLookBack } from "#app/domain/customers/report/among.ts";
import type {
  InsightFigures,
  ShopFigures,
  WindowWithPoints,
} from "#app/domain/customers/report/shop-figures.ts";
import type { Liability } from "#app/domain/customers/report/liability-of.ts";
import { MOST_X, type ModelCheck } from "#app/domain/customers/scores/model-check.ts";
import {
  namedSegments,
  segmentsOfShop,
  type NamedSegment,
} from "#app/domain/customers/segments/shop-segments.ts";
import { readInsightChoice, type AskedInsight, type ReadChoice, type ShownChoice } from "./insight-choice.ts";

/** Whether figures are being worked out, and how far it has come. */
export interface ScoringState {
  readonly running: boolean;
  readonly position: number;
  readonly total: number;
  readonly scoredAt: Instant | null;
}

export interface InsightWindow extends Omit<WindowWithPoints, "days"> {
  /** First and last day, as they are written. */
  readonly from: string;
  readonly until: string;
}

interface InsightWindows {
  readonly window: InsightWindow;
  readonly before: InsightWindow;
  readonly sinceLaunch: InsightWindow | null;
}

/** What stands behind the days that are chosen, with months and days as they are written. */
export interface InsightPast {
  readonly cohorts: readonly (Omit<Cohort, "month"> & { readonly month: string })[];
  readonly tiers: readonly (Omit<TierMonth, "month"> & { readonly month: string })[] | null;
  readonly check:
    | (Pick<ModelCheck, "customers" | "rows"> & {
        readonly fittedOn: string;
        readonly until: string;
        readonly mostX: number;
      })
    | null;
}

/** What became of a choice that no night has worked out. */
export type ChosenState =
  | { readonly kind: "nightly" }
  /** Nobody has asked for it, or it was forgotten since. */
  | { readonly kind: "unasked" }
  | { readonly kind: "working"; readonly position: number; readonly total: number }
  | ({
      readonly kind: "answered";
      readonly at: Instant;
      readonly among: number | null;
      readonly liability: Liability | null;
    } & InsightWindows);

export interface AdminInsight {
  readonly scoring: ScoringState;
  readonly choice: ShownChoice;
  readonly segments: readonly (Pick<NamedSegment, "id" | "name"> & { readonly canLookBack: boolean })[];
  readonly chosen: ChosenState;
  /** Of the last night; null before they were worked out for the first time. */
  readonly figures:
    (Omit<ShopFigures, keyof InsightFigures | keyof InsightPast> & InsightWindows & InsightPast) | null;
}

/** Who asks, and when. */
export interface InsightAsker {
  readonly shopId: number;
  readonly zone: string;
  readonly now: Instant;
}

/** What the shop did, as of the last scoring, or by the choice of an address where that was answered. */
export async function adminInsight(
  statements: Statements,
  { shopId, zone, now }: InsightAsker,
  asked: AskedInsight,
): Promise<AdminInsight> {
  const segments = await segmentsToChoose(statements, shopId);
  const read = readChoice(asked, segments, zone, now);
  const row = await readScoring(statements, shopId);
  return {
    scoring:
      row === null
        ? { running: false, position: 0, total: 0, scoredAt: null }
        : {
            // What is wished for by hand is due at once, and taken up within seconds.
            running: row.started_at !== null || row.next_at <= now,
            position: row.position,
            total: row.total,
            scoredAt: row.scored_at,
          },
    choice: read.shown,
    segments,
    chosen: await chosenState(statements, shopId, read.choice),
    figures: row === null || row.figures === null ? null : shownFigures(row.figures),
  };
}

/** The choice of an address, as it is asked for and kept. */
export async function insightChoice(
  statements: Statements,
  { shopId, zone, now }: InsightAsker,
  asked: AskedInsight,
): Promise<ReadChoice["choice"]> {
  return readChoice(asked, await segmentsToChoose(statements, shopId), zone, now).choice;
}

function readChoice(
  asked: AskedInsight,
  segments: AdminInsight["segments"],
  zone: string,
  now: Instant,
): ReadChoice {
  const lookBack = new Map(segments.map((segment) => [segment.id, segment.canLookBack]));
  return readInsightChoice(asked, { zone, now, lookBack });
}

/** Names, and which figures are asked for, have no amounts in them. */
const ANY_DIGITS = 2;

async function segmentsToChoose(statements: Statements, shopId: number): Promise<AdminInsight["segments"]> {
  const kept = await readKeptSegments(statements, shopId);
  const document = kept === null ? null : kept.document;
  const { conditions } = segmentsOfShop(document, ANY_DIGITS);
  return namedSegments(document, ANY_DIGITS).map(({ id, name }) => ({
    ...{ id, name },
    canLookBack: canLookBack(id, conditions),
  }));
}

/** What became of a choice; null: what every night works out. */
export async function chosenState(
  statements: Statements,
  shopId: number,
  choice: InsightChoice | null,
): Promise<ChosenState> {
  if (choice === null) return { kind: "nightly" };
  const row = await readInsightAnswer(statements, shopId, choice);
  if (row === null) return { kind: "unasked" };
  const { answer, position, total } = row;
  if (answer === null) return { kind: "working", position, total };
  return {
    kind: "answered",
    at: answer.at,
    among: answer.among,
    liability: answer.liability,
    ...shownWindows(answer),
  };
}

/** What the last night knew of the past; null before the first. */
export async function adminPast(statements: Statements, shopId: number): Promise<InsightPast | null> {
  const row = await readScoring(statements, shopId);
  return row === null || row.figures === null ? null : shownFigures(row.figures);
}

function shownFigures(figures: ShopFigures) {
  const { cohorts, tiers, check } = figures;
  const inMonth = <Line extends { readonly month: Month }>(line: Line) => ({
    ...line,
    month: monthText(line.month),
  });
  return {
    ...figures,
    ...shownWindows(figures),
    cohorts: cohorts.map(inMonth),
    tiers: tiers === null ? null : tiers.map(inMonth),
    check:
      check === null
        ? null
        : {
            customers: check.customers,
            rows: check.rows,
            mostX: MOST_X,
            fittedOn: dayText(check.fittedOn),
            until: dayText(check.to - 1),
          },
  };
}

function shownWindows({ window, before, sinceLaunch }: InsightFigures): InsightWindows {
  return {
    window: shown(window),
    before: shown(before),
    sinceLaunch: sinceLaunch === null ? null : shown(sinceLaunch),
  };
}

function shown({ days, ...figures }: WindowWithPoints): InsightWindow {
  return { ...figures, from: dayText(days.from), until: dayText(days.to - 1) };
}
