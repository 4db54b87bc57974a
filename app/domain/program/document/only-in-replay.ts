/**
 * Parts of the document that run in `replay` alone: publishing them is refused, and no form offers them, for
 * either would promise what nothing brings about live.
 */
export const ONLY_IN_REPLAY = ["challenges", "memberships", "early", "referral"] as const;
