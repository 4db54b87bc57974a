/**
 * Everything the panel says. One file per language satisfies this type, so a missing sentence does
 * not compile. `{name}` is filled in by `say`. Points carry the merchant's own name: `{points}` is
 * always "320 Bohnen", never a bare number.
 */
export interface Words {
  readonly close: string;
  readonly loading: string;
  readonly retry: string;
  readonly hello: string;
  readonly helloName: string;
  readonly worth: string;
  readonly onTheWay: string;
  readonly onTheWayFrom: string;
  readonly expiring: string;
  readonly owed: string;

  readonly tierTitle: string;
  readonly tierUntil: string;
  readonly tierGrace: string;
  readonly tierMissing: string;
  readonly tierTop: string;
  readonly tierBrings: string;
  readonly tierFrom: string;
  readonly tierFromStart: string;
  readonly timesPoints: string;
  readonly welcomePoints: string;

  readonly orders: Counted;
  readonly days: Counted;
  readonly months: Counted;
  readonly units: Counted;

  readonly nextTitle: string;
  readonly nextClaim: string;
  readonly nextNear: string;
  readonly nextEarn: string;

  readonly rewardsTitle: string;
  readonly rewardsNone: string;
  readonly rewardMissing: string;
  readonly rewardTier: string;
  readonly rewardLimit: string;
  readonly rewardStock: string;
  readonly rewardPerk: string;
  /** As said within a sentence; titles begin with a capital of their own. */
  readonly reward: Readonly<Record<RewardWord, string>>;
  readonly minimum: string;
  readonly someProducts: string;
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
  readonly codesPast: string;
  readonly codeState: Readonly<Record<CodeWord, string>>;
  readonly giveBack: string;
  readonly giveBackAsk: string;
  readonly giveBackYes: string;
  readonly giveBackNo: string;
  readonly giveBackDone: string;

  readonly waysTitle: string;
  readonly waysNone: string;
  readonly waySpend: string;
  readonly waySpendMore: string;
  readonly wayItem: string;
  readonly wayOrder: string;
  readonly wayFirstOrder: string;
  readonly until: string;
  readonly done: string;
  readonly atMost: Readonly<Record<PeriodWord, { readonly once: string; readonly often: string }>>;
  /** Known activities; any other shows the merchant's own name. */
  readonly activities: Readonly<Record<string, string>>;

  readonly historyTitle: string;
  readonly historyNone: string;
  readonly historyMore: string;
  readonly historyPending: string;
  readonly historyExpires: string;
  readonly entry: Readonly<Record<EntryWord, string>>;
  readonly reason: Readonly<Record<ReasonWord, string>>;
  readonly rate: string;

  readonly termsTitle: string;
  readonly maturity: Readonly<Record<"immediate" | "afterPaid" | "afterFulfilled", string>>;
  readonly expiry: Readonly<Record<"never" | "perLot" | "inactivity" | "fixedDate", string>>;
  readonly termsReturn: string;
  readonly termsSpent: Readonly<Record<"none" | "fullOnly" | "proportional", string>>;
  readonly termsGrace: string;
  readonly termsPrivacy: string;
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
  readonly signIn: string;

  readonly failed: Readonly<Record<FailureWord, string>>;
}

export interface Counted {
  readonly one: string;
  readonly other: string;
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
  | "tier_entry"
  | "merged";
export type ReasonWord =
  | "goods"
  | "goods_none"
  | "bonus"
  | "rounded"
  | "cut"
  | "kept"
  | "before"
  | "now"
  | "from_pending"
  | "from_available"
  | "to_debt"
  | "forgiven"
  | "available_on"
  | "expires_on"
  | "reason";
export type FailureWord =
  | "offline"
  | "unsure"
  | "signedOut"
  | "notMember"
  | "noProgram"
  | "reward"
  | "tier"
  | "limit"
  | "stock"
  | "choice"
  | "points"
  | "code"
  | "unavailable";

/** Fills `{name}` in a sentence. A name without a value is a mistake of ours, so it is left to be seen. */
export function say(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
