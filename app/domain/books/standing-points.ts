/** Points that stand for something whose ground may fall and rise again: an order's award, a gift. */
export interface StandingPoints {
  readonly programVersion: number;
  /** Credited less clawed back. */
  standing: number;
  /** What clawbacks could not take and was forgiven; counts as taken. */
  writtenOff: number;
  /** Lots the points went into, oldest first: the cause's name, then with `:2` if the first had lapsed. */
  lotIds: readonly string[];
  /** Number of postings so far; the next transaction key uses one more. */
  postings: number;
}
