import type { FirstRun } from "#app/domain/first-run/first-run.ts";
import type { ReviewResult } from "#app/domain/program-review/review-result.ts";

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
