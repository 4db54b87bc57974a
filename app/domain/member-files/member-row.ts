import type { PointSigns } from "./parse-points-cell.ts";
import type { ColumnMapping } from "./member-field.ts";
import type { DayOrder } from "./parse-day-cell.ts";

/** Points with an end of their own. `expiresOn` null: they never expire; undefined: as the program says. */
export interface LotToCarry {
  readonly points: number;
  readonly expiresOn?: string | null;
}

/** What one line of a file says of somebody. */
export interface MemberRow {
  readonly customerId: string | null;
  /** In the one form in which addresses are compared. */
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Null: the line says nothing of points. */
  readonly points: number | null;
  readonly lots: readonly LotToCarry[];
  /** The id of a level of the program; null: the line says nothing of a tier. */
  readonly levelId: string | null;
  readonly levelUntil: string | null;
  readonly birthday: string | null;
}

/** How a file is to be read: what was recognised or the merchant said. */
export interface ReadingPlan {
  readonly mapping: ColumnMapping;
  /** Null: not asked yet, or nothing in the file needs it. */
  readonly pointSigns: PointSigns | null;
  readonly dayOrder: DayOrder | null;
  /** Names of tiers in the file, as `tierKey` has them, and the levels they are; null: the tier is left out. */
  readonly tiers: Readonly<Record<string, string | null>>;
}

/** Why a line cannot be taken over as it is. `value` is what stands in the cell. */
export type RowProblem =
  | { readonly kind: "cells_differ"; readonly cells: number; readonly columns: number }
  | { readonly kind: "nobody" }
  | { readonly kind: "repeated"; readonly line: number }
  | { readonly kind: "has_left" | "erased" }
  | { readonly kind: "lots_unequal"; readonly points: number; readonly sum: number }
  | {
      readonly kind:
        | "email_unreadable"
        | "customer_id_too_long"
        | "points_ambiguous"
        | "points_unreadable"
        | "points_fraction"
        | "points_negative"
        | "points_too_large"
        | "expires_ambiguous"
        | "expires_unreadable"
        | "expired_already"
        | "lots_unreadable"
        | "tier_unknown"
        | "tier_until_ambiguous"
        | "tier_until_unreadable"
        | "tier_until_past"
        | "birthday_ambiguous"
        | "birthday_unreadable";
      readonly value: string;
    };
