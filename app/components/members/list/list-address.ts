/** Ways of sorting as the list's address says them. */
export const SORT_NAMES = [
  "joined-desc",
  "joined-asc",
  "points-desc",
  "points-asc",
  "spent-desc",
  "spent-asc",
  "ordered-desc",
  "ordered-asc",
  "name-asc",
  "name-desc",
] as const;

/** What narrows or sorts the list, in the order in which a view keeps it. What is searched for is no part of a view. */
const KEPT = [
  "tier",
  "status",
  "balance",
  "tag",
  "segment",
  "points_from",
  "points_to",
  "spent_from",
  "spent_to",
  "joined_from",
  "joined_to",
  "ordered",
  "ordered_from",
  "ordered_before",
  "sort",
] as const;

/** Filters and order of an address, as a view keeps them: the same ones are the same text. */
export function viewQuery(address: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = address.get(name);
    if (value !== null && value !== "") kept.set(name, value);
  }
  return kept.toString();
}
