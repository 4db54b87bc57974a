import type { FirstRun } from "#app/domain/first-run/first-run.ts";
import type { Text } from "#app/domain/program/texts/text.ts";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import type { ReviewResult } from "#app/domain/program-review/review-result.ts";

/** How a program counts, and what its levels are called. */
export interface ProgramNames extends Pick<
  ProgramOutline,
  "currency" | "currencyDigits" | "timezone" | "pointsName"
> {
  readonly tiers: { readonly levels: readonly { readonly id: string; readonly name: Text }[] } | null;
}

/** The first run as its pages are given it. */
export interface ShownFirstRun extends FirstRun {
  readonly shopName: string;
  readonly draft: { readonly text: string; readonly revision: number } | null;
  readonly draftIsElsewhere: boolean;
  readonly past: "undecided" | "reading" | "failed" | "known";
  readonly pastOrdersRead: number;
  readonly review: {
    readonly state: "none" | "running" | "done" | "cancelled" | "failed";
    readonly isCurrent: boolean;
    readonly result: ReviewResult | null;
    readonly seesAllOrders: boolean;
  };
  readonly shopIsTold: boolean;
}

/** As forms send it: 0 is no draft. */
export function revisionOf({ draft }: ShownFirstRun): string {
  return String(draft === null ? 0 : draft.revision);
}
