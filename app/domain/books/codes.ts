import type { Instant } from "../calendar.ts";
import type { MemberId, OrderId } from "./ids.ts";
import type { LotDraw } from "./lots.ts";

export type RewardCodeState =
  | "held" // points set aside, the platform not yet asked or not yet answered
  | "issued" // the code works
  | "used"
  | "released" // unused: cancelled by the member or expired; points are back
  | "revoked" // taken away by the merchant; points are back
  | "failed" // refused by the platform; points are back
  | "requested" // experience: awaiting the merchant
  | "fulfilled" // experience: given
  | "declined"; // experience: refused; points are back

/** All that can become of a code. */
export const CODE_STATES = [
  "held",
  "issued",
  "used",
  "released",
  "revoked",
  "failed",
  "requested",
  "fulfilled",
  "declined",
] as const satisfies readonly RewardCodeState[];

/** Why a code is *released* whose time was over, and that nobody gave back: what its `stateReason` says then. */
export const LAPSED = "expired";

/** How it stands with a code, as staff are told: one whose time was over is no code that was given back. */
export type CodeCondition = RewardCodeState | typeof LAPSED;

export const CODE_CONDITIONS = [...CODE_STATES, LAPSED] as const satisfies readonly CodeCondition[];

export function conditionOf({
  state,
  stateReason,
}: {
  readonly state: RewardCodeState;
  readonly stateReason: string | null;
}): CodeCondition {
  return state === "released" && stateReason === LAPSED ? LAPSED : state;
}

export interface RewardCode {
  /** Also the text a shopper types; unique for ever within the shop. */
  readonly code: string;
  readonly memberId: MemberId;
  readonly rewardId: string;
  readonly programVersion: number;
  /** Points it cost (0 for tier gifts). */
  readonly points: number;
  /** For variable rewards and money rewards: what it is worth, minor units; null for the others. */
  readonly valueMinor: number | null;
  /** Where its points were taken from; written once, and again only when they had to be taken anew. */
  draws: readonly LotDraw[];
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly origin: "redemption" | "tier_entry" | "gift";
  /** Where it holds for products of the member's own, and not for what the reward says. */
  readonly products?: readonly string[];
  state: RewardCodeState;
  usedByOrderId: OrderId | null;
  /** Spent points that came back because the order was returned (section 6). */
  returnedPoints: number;
  /** Number of postings so far, for transaction keys. */
  postings: number;
  stateReason: string | null;
}

/** A member's codes by their texts. */
export class Codes extends Map<string, RewardCode> {
  /** Those that work: nothing else lapses. */
  *issued(): Generator<RewardCode> {
    for (const code of this.values()) if (code.state === "issued") yield code;
  }
}

/** Whether its points are on the account *held*: set aside, and neither spent nor back yet. */
export function holdsPoints({ state }: Pick<RewardCode, "state">): boolean {
  return state === "held" || state === "issued" || state === "requested";
}

/** Whether the reward was given, or may still be: such codes count for limits and stock. */
export function isStanding({ state }: Pick<RewardCode, "state">): boolean {
  switch (state) {
    case "held":
    case "issued":
    case "used":
    case "requested":
    case "fulfilled":
      return true;
    case "released":
    case "revoked":
    case "failed":
    case "declined":
      return false;
  }
}
