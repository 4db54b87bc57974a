import type { Window } from "./window.ts";

/** Since when somebody counts as one of a segment: in it when the window began, or in it now. */
export type MembersAt = "from" | "today";

export interface SegmentChoice {
  readonly id: string;
  readonly membersAt: MembersAt;
}

/** Of which days and of whom figures are wanted. */
export interface InsightChoice {
  readonly window: Window;
  readonly compared: Window;
  /** Null: everybody, and orders without a customer. */
  readonly segment: SegmentChoice | null;
}

/** The name of a choice: the same for the same days, people and comparison. */
export function choiceName({ window, compared, segment }: InsightChoice): string {
  const days = [window.from, window.to, compared.from, compared.to].join(".");
  return segment === null ? days : `${days}.${segment.membersAt}.${segment.id}`;
}
