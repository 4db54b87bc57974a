import { ACTIVITY_PERIODS } from "./condition-fields.ts";
import type { FieldSpec } from "./field-spec.ts";

/** Whether friends are brought along, and how long an order counts by the address alone. */
export const REFERRAL_FIELDS: readonly FieldSpec[] = [
  { type: "toggle", at: ["enabled"], words: "referralEnabled", fallback: true },
  { type: "whole", at: ["linkDays"], words: "referralLinkDays", unit: "days", fallback: "30" },
];

/** What the member gets who brings them. */
export const ADVOCATE_FIELDS: readonly FieldSpec[] = [
  { type: "whole", at: ["advocate", "points"], words: "advocatePoints", unit: "points" },
  {
    type: "whole",
    at: ["advocate", "limit", "count"],
    words: "advocateLimit",
    shownWith: ["advocate", "points"],
  },
  {
    type: "choice",
    at: ["advocate", "limit", "per"],
    words: "advocateLimitPer",
    options: ACTIVITY_PERIODS,
    fallback: "year",
    shownWith: ["advocate", "limit"],
  },
];

/** Which order of a friend counts, and when. */
export const QUALIFY_FIELDS: readonly FieldSpec[] = [
  { type: "money", at: ["qualify", "minSubtotal"], words: "referralMinimum" },
  { type: "whole", at: ["qualify", "maturityDays"], words: "referralMaturity", unit: "days", fallback: "0" },
];

/** What several friends bring. */
export const AMBASSADOR_FIELDS: readonly FieldSpec[] = [
  { type: "whole", at: ["friends"], words: "ambassadorFriends" },
  { type: "localText", at: ["badge"], words: "ambassadorBadge", added: true },
  { type: "whole", at: ["points"], words: "ambassadorPoints", unit: "points", added: true },
  { type: "level", at: ["tier"], words: "ambassadorTier", added: true },
];
