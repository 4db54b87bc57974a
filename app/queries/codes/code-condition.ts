import { LAPSED } from "#app/domain/books/codes.ts";

/** How it stands with a row of `reward_code` that is called `c`, as `conditionOf` says it. */
export const CONDITION = `CASE WHEN c.state = 'released' AND c.state_reason = '${LAPSED}' THEN '${LAPSED}' ELSE c.state END`;
