/** What adapters say of a shop and pages look for: a reason begins with it, and what the shop said follows a colon. */
export const PLAN_LACKS = {
  access: "the shop's plan lets no app ask",
  codes: "the shop's plan has no discount codes",
  groups: "the shop's plan has no customer groups",
  other: "the shop's plan does not allow it",
} as const;
export type PlanLack = keyof typeof PLAN_LACKS;

/** Said of an order that is rewarded by somebody else as well. */
export const ANOTHER_PROGRAM = "another loyalty program of the shop gives points for this order as well";
