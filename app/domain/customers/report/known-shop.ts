import type { MemberId } from "../../books/ids.ts";
import type { Instant } from "../../calendar.ts";
import type { PointsView } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import type { Gathered } from "../history/gather-customers.ts";
import type { UsedCodes } from "../insight/reward-use.ts";
import type { PointsLedger } from "../points/points-ledger.ts";
import type { Scores, ScoreSettings } from "../scores/score-shop.ts";
import type { Segments } from "../segments/segments.ts";

/** What is known of points, where a program ran. */
export interface Books {
  readonly ledger: PointsLedger;
  readonly pointsOf: (customer: Customer) => PointsView | null;
  /** Under which number the books know somebody; null where they do not. */
  readonly memberIdOf: (customer: Customer) => MemberId | null;
  /** What a point was worth in the rewards really claimed, minor units; null where none was. */
  readonly pointMinor: number | null;
  /** The codes of rewards that orders used. */
  readonly usedCodes: UsedCodes;
}

/** What the shop and its customers are known by, at an instant. */
export interface KnownShop extends Gathered {
  readonly at: Instant;
  readonly zone: string;
  /** Null where nothing was ordered. */
  readonly currency: string | null;
  readonly digits: number;
  /** The first program version, or the first who joined. */
  readonly launchedAt: Instant | null;
  readonly scoring: ScoreSettings;
  readonly scored: "by_week" | undefined;
  readonly scores: Scores;
  readonly segments: Segments;
  readonly books: Books | null;
  readonly pointsOf: (customer: Customer) => PointsView | null;
}
