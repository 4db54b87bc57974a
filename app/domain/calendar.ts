/** An instant: epoch milliseconds, UTC. */
export type Instant = number;
