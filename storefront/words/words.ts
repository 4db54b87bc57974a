import type { ChallengeWords } from "./challenges/challenge-words.ts";
import type { Counted } from "./counted.ts";

/**
 * Everything the panel says. One file per language satisfies this type, so a missing sentence does
 * not compile. `{name}` is filled in by `say`. Points carry the merchant's own name: `{points}` is
 * always "320 Bohnen", never a bare number.
 */
export interface Words extends ChallengeWords {
  readonly close: string;
  readonly loading: string;
  readonly retry: string;
  readonly hello: string;
  readonly helloName: string;
  readonly worth: string;
  readonly onTheWay: string;
  readonly onTheWayFrom: string;
  readonly expiring: string;
  readonly noticeExpiry: string;
  readonly excluded: string;
  /** What the shop has stopped for a while, and from when it goes on. */
  readonly paused: Readonly<Record<"earning" | "claiming" | "both" | "ends", string>>;
  readonly owed: string;

  readonly tierTitle: string;
  readonly tierUntil: string;
  readonly tierGrace: string;
  readonly tierMissing: string;
  readonly tierTop: string;
  readonly tierNow: string;
  readonly tierBrings: string;
  readonly tierFrom: string;
  readonly tierFromStart: string;
  readonly tierMonths: string;
  readonly tierYear: string;
  /** "1.25× Bohnen", and the factor alone. */
  readonly timesPoints: string;
  readonly times: string;
  readonly welcome: string;
  /** What the shop takes off without a code. */
  readonly byItself: string;

  readonly orders: Counted;
  readonly hours: Counted;
  readonly days: Counted;
  readonly months: Counted;
  readonly units: Counted;

  readonly nextTitle: string;
  readonly nextApplied: string;
  readonly nextUse: string;
  readonly nextClaim: string;
  readonly nextFill: string;
  readonly nextNear: string;
  readonly nextEarn: string;

  readonly rewardsTitle: string;
  readonly rewardsNone: string;
  readonly rewardMissing: string;
  readonly rewardTier: string;
  readonly rewardLimit: string;
  readonly rewardStock: string;
  readonly rewardPaused: string;
  readonly rewardPerk: string;
  /** As said within a sentence; titles begin with a capital of their own. */
  readonly reward: Readonly<Record<RewardWord, string>>;
  readonly minimum: string;
  readonly someProducts: string;
  readonly rewardValid: string;
  readonly claim: string;
  readonly claimAsk: string;
  readonly claimAskFree: string;
  readonly claimChoose: string;
  readonly claimYes: string;
  readonly claimNo: string;
  readonly claimWorking: string;
  readonly claimDone: string;
  readonly claimMaking: string;
  readonly claimRequested: string;
  readonly claimCredited: string;
  readonly copy: string;
  readonly copied: string;
  readonly useNow: string;

  readonly codesTitle: string;
  readonly codesNone: string;
  readonly codeUntil: string;
  /** Instead of "Use now", on a code that is on the cart. */
  readonly codeApplied: string;
  readonly codesPast: string;
  readonly codeState: Readonly<Record<CodeWord, string>>;
  readonly codeReturned: string;
  readonly giveBack: string;
  readonly giveBackAsk: string;
  readonly giveBackYes: string;
  readonly giveBackNo: string;
  readonly giveBackDone: string;

  readonly waysTitle: string;
  readonly waysNone: string;
  readonly waySpend: string;
  readonly waySpendMore: string;
  readonly wayStep: string;
  readonly wayItem: string;
  readonly wayOrder: string;
  readonly wayFirstOrder: string;
  readonly wayNth: string;
  readonly ownRate: string;
  readonly onlyChannels: string;
  /** Channels by the name they are known under; any other keeps its own. */
  readonly channels: Readonly<Record<string, string>>;
  readonly onlyCodes: string;
  readonly onlyPayments: string;
  readonly someMembers: string;
  readonly from: string;
  readonly until: string;
  readonly weekdays: string;
  readonly done: string;
  readonly once: string;
  readonly often: string;
  readonly capped: string;
  readonly per: Readonly<Record<PeriodWord, string>>;
  readonly pause: string;
  /** A campaign without a name of its own. */
  readonly campaign: string;
  /** Activities that something reports; any other shows the merchant's own name. */
  readonly activities: Readonly<Record<string, string>>;

  /** Inviting friends: what else is said of it comes with the link. */
  readonly friends: string;
  readonly friendsLink: string;

  readonly historyTitle: string;
  readonly historyNone: string;
  readonly historyMore: string;
  readonly historyPending: string;
  readonly historyExpires: string;
  readonly entry: Readonly<Record<EntryWord, string>>;
  readonly reason: Readonly<Record<ReasonWord, string>>;
  readonly rate: string;

  readonly termsTitle: string;
  readonly termsSince: string;
  readonly countsGoods: string;
  readonly countsShipping: string;
  readonly countsNet: string;
  readonly countsGiftCard: Readonly<Record<"whenSpent" | "whenBought", string>>;
  readonly countsRewards: string;
  readonly termsCap: string;
  readonly termsFactors: Readonly<Record<"highest" | "product", string>>;
  readonly termsExcluded: string;
  readonly maturity: Readonly<Record<"immediate" | "afterPaid" | "afterFulfilled", string>>;
  readonly expiry: Readonly<Record<"never" | "perLot" | "perMonth" | "inactivity" | "fixedDate", string>>;
  readonly expiryYoung: string;
  readonly termsNotice: string;
  readonly termsReturn: string;
  readonly termsSpent: Readonly<Record<"none" | "fullOnly" | "proportional", string>>;
  readonly termsShortfall: Readonly<Record<"debt" | "clamp" | "otherLots", string>>;
  readonly termsGrace: string;
  readonly termsPrivacy: string;
  readonly termsRetention: string;
  readonly questions: string;
  readonly leave: string;
  readonly leaveAsk: string;
  readonly leaveYes: string;
  readonly leaveNo: string;

  readonly guestEarn: string;
  readonly guestWorth: string;
  readonly guestTiers: string;
  readonly cartEarns: string;
  readonly join: string;
  readonly joinSignedIn: string;
  readonly joined: string;
  readonly joinedWith: string;
  readonly signIn: string;

  readonly failed: Readonly<Record<FailureWord, string>>;
}

export type RewardWord =
  | "amountOff"
  | "percentOff"
  | "freeShipping"
  | "freeProduct"
  | "storeCredit"
  | "giftCard"
  | "experience"
  | "variable";
export type CodeWord = "making" | "used" | "requested" | "fulfilled" | "over";
export type PeriodWord = "order" | "day" | "week" | "month" | "year" | "ever";
export type EntryWord =
  | "order_earned"
  | "order_reduced_refund"
  | "order_reduced_cancellation"
  | "order_reduced_edit"
  | "order_restored"
  | "matured"
  | "debt_offset"
  | "reward_held"
  | "reward_released"
  | "reward_used"
  | "reward_returned"
  | "expired"
  | "reinstated"
  | "adjusted"
  | "opening"
  | "tier_entry"
  | "level_changed"
  | "level_ended"
  | "gift_given"
  | "gift_taken_back"
  | "merged"
  | "unmerged";
export type ReasonWord =
  | "goods"
  | "goods_named"
  | "goods_none"
  | "bonus"
  | "first_order"
  | "rounded"
  | "cut"
  | "kept"
  | "kept_nothing"
  | "before"
  | "now"
  | "from_pending"
  | "from_available"
  | "to_debt"
  | "forgiven"
  | "available_on"
  | "expires_on"
  | "code"
  | "reason";
export type FailureWord =
  | "offline"
  | "unsure"
  | "signedOut"
  | "notMember"
  | "noProgram"
  | "reward"
  | "challenge"
  | "tier"
  | "limit"
  | "often"
  | "stock"
  | "choice"
  | "points"
  | "code"
  | "paused"
  | "shopRefused"
  | "unavailable";

/** Fills `{name}` in a sentence. A name without a value is a mistake of ours, so it is left to be seen. */
export function say(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
