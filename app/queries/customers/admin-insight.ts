import { readScoring } from "#app/db/customers/customer-scoring.ts";
import type { Statements } from "#app/db/database.ts";
import { dayText, type Instant } from "#app/domain/calendar.ts";
import type { ShopFigures, WindowPoints } from "#app/domain/customers/report/shop-figures.ts";

/** Whether figures are being worked out, and how far it has come. */
export interface ScoringState {
  readonly running: boolean;
  readonly position: number;
  readonly total: number;
  readonly scoredAt: Instant | null;
}

export interface InsightWindow extends Omit<WindowPoints, "days"> {
  /** First and last day, as they are written. */
  readonly from: string;
  readonly until: string;
}

export interface AdminInsight {
  readonly scoring: ScoringState;
  /** Null before they were worked out for the first time. */
  readonly figures:
    | (Omit<ShopFigures, "window" | "before" | "sinceLaunch"> & {
        readonly window: InsightWindow;
        readonly before: InsightWindow;
        readonly sinceLaunch: InsightWindow | null;
      })
    | null;
}

/** What the shop did, as of the last scoring. */
export async function adminInsight(
  statements: Statements,
  shopId: number,
  now: Instant,
): Promise<AdminInsight> {
  const row = await readScoring(statements, shopId);
  if (row === null)
    return { scoring: { running: false, position: 0, total: 0, scoredAt: null }, figures: null };
  const { started_at, next_at, position, total, scored_at, figures } = row;
  return {
    // What is wished for by hand is due at once, and taken up within seconds.
    scoring: { running: started_at !== null || next_at <= now, position, total, scoredAt: scored_at },
    figures:
      figures === null
        ? null
        : {
            ...figures,
            window: shown(figures.window),
            before: shown(figures.before),
            sinceLaunch: figures.sinceLaunch === null ? null : shown(figures.sinceLaunch),
          },
  };
}

function shown({ days, ...figures }: WindowPoints): InsightWindow {
  return { ...figures, from: dayText(days.from), until: dayText(days.to - 1) };
}
