import type { Instant } from "../calendar.ts";

import type { MembershipEntry } from "../memberships/runs.ts";
import type { Referral } from "../referral/referral.ts";

/** What a member did as challenges, memberships and referral count it: the ground that gifts stand on. */
export interface Engagement {
  /** By source: `order:1001`, `activity:review:r1`. */
  readonly entries: Map<string, ChallengeEntry>;
  /** When the member chose to take part, by challenge. */
  readonly optIns: Map<string, Instant>;
  /** Units of memberships bought, by source and membership. */
  readonly memberships: Map<string, MembershipEntry>;
  readonly referral: Referral;
}

/** What one order, or one activity, brings to one challenge. */
export interface Contribution {
  readonly purchases: 0 | 1;
  readonly units: number;
  readonly valueMinor: number;
  /** Distinct, in the order of the lines. */
  readonly products: readonly string[];
  readonly types: readonly string[];
  readonly activities: number;
}

/** One order or activity as challenges see it: by whom it may be counted is frozen, what it brings is its present state. */
export interface ChallengeEntry {
  /** `order:1001`, `activity:review:r1` */
  readonly source: string;
  /** When it was paid, or done: it counts for the period of this instant. */
  readonly at: Instant;
  /** The version in effect at that instant: its challenges are the ones it counts for. */
  readonly programVersion: number;
  /** By challenge; nothing for those it does not count for. */
  readonly counts: ReadonlyMap<string, Contribution>;
}
