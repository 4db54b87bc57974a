import type { Instant } from "../calendar.ts";

/** Use of a rule's limit or a cap within one period. Key: `rule:click:day:2026-01-05`, `cap:0:month:2026-01`. */
export interface LimitUse {
  readonly key: string;
  count: number;
  points: number;
  lastAt: Instant | null;
}
