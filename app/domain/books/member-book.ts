import type { Instant } from "../calendar.ts";
import type { Awards } from "./awards.ts";
import type { Codes } from "./codes.ts";
import type { DueLists } from "./due-lists.ts";
import type { Engagement } from "./engagement.ts";
import type { Grant } from "./grants.ts";
import type { MemberId } from "./ids.ts";
import type { LimitUse } from "./limit-use.ts";
import type { Lots } from "./lots.ts";
import type { QualifyingLedger } from "./qualifying-ledger.ts";
import type { TierState } from "./tier-state.ts";

export interface MemberBalance {
  available: number;
  pending: number;
  held: number;
  /** Positive number of points owed. */
  debt: number;
  /** Net of clawbacks, adjustments included. */
  earned: number;
  /** Held for issued codes and used, net of returned. */
  spent: number;
  expired: number;
}

export interface MemberBook {
  readonly id: MemberId;
  /** `shadow`: has not joined, a guest or a customer whose orders are kept for them. `left`: opted out. `erased`: person gone, sums stand. */
  status: "active" | "shadow" | "left" | "erased";
  readonly enrolledAt: Instant;
  /** What draws are made for: the platform's id of the customer, else `guest:` and the address. */
  drawName: string;
  email: string | null;
  birthday: string | null;
  tags: readonly string[];
  segments: readonly string[];
  excludedByHand: boolean;
  balance: MemberBalance;
  tier: TierState;
  /** Last order or redemption: what `inactivity` expiry counts from. */
  lastActivityAt: Instant | null;
  readonly lots: Lots;
  readonly awards: Awards;
  readonly codes: Codes;
  readonly qualifying: QualifyingLedger;
  readonly limits: Map<string, LimitUse>;
  /** `activity name + key` already counted. */
  readonly activityKeys: Set<string>;
  /** What challenges and memberships count, and the gifts given by name; null where there never were any. */
  engagement: Engagement | null;
  grants: Map<string, Grant> | null;
  /** Transactions posted for this member so far: makes the keys of repeatable steps unique. */
  sequence: number;
  /** The next instant at which something falls due for this member; null = nothing. */
  nextDueAt: Instant | null;
  /** What is due for it by when. */
  readonly due: DueLists;
}
