/** What a column of a file of members can say. */
export const MEMBER_FIELDS = [
  "email",
  "customer_id",
  "first_name",
  "last_name",
  "full_name",
  "points",
  "expires_on",
  "lots",
  "tier",
  "tier_until",
  "birthday",
] as const;

export type MemberField = (typeof MEMBER_FIELDS)[number];

/** What each column says, in the order of the columns; null: it is not read. */
export type ColumnMapping = readonly (MemberField | null)[];
