import type { Instant } from "../../calendar.ts";
import { addDays } from "../../calendar.ts";
import type { Program } from "../../program/program.ts";

/** When an order's points become available; null while that is not known (awaiting fulfilment). */
export function releaseInstant(
  program: Program,
  paidAt: Instant,
  fulfilledAt: Instant | null,
): Instant | null {
  const { maturity, timezone } = program;
  switch (maturity.kind) {
    case "immediate":
      return paidAt;
    case "afterPaid":
      return addDays(paidAt, maturity.days, timezone);
    case "afterFulfilled":
      return fulfilledAt === null ? null : addDays(fulfilledAt, maturity.days, timezone);
  }
}
