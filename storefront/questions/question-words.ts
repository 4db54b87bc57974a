export const QUESTION_NAMES = [
  "earn",
  "counts",
  "excluded",
  "spend",
  "rewards",
  "use",
  "expire",
  "levels",
  "keep",
  "challenges",
  "memberships",
  "returned",
  "fewer",
  "kept",
  "leave",
  "since",
] as const;
export type QuestionName = (typeof QUESTION_NAMES)[number];

/**
 * What the questions say beside the panel's own sentences. They are read in other places too, such as a page of the
 * shop, so none of them says "here". One file per language satisfies this type.
 */
export interface QuestionWords {
  readonly ask: Readonly<Record<QuestionName, string>>;
  /** One thing and what holds for it, as French sets its colon. */
  readonly line: string;
  readonly useCode: string;
  readonly useGiveBack: string;
  readonly useAsked: string;
  readonly notice: string;
  /** What a level goes by. */
  readonly climb: Readonly<Record<"spend" | "points" | "orders", string>>;
  readonly keep: Readonly<Record<"lifetime" | "rolling" | "calendarYear", string>>;
  readonly levelReturned: string;
  readonly challengeReturned: string;
  readonly membershipBuy: string;
  readonly fewerClaimed: string;
  readonly fewerReasons: string;
  readonly leaveHow: string;
  readonly leaveEnds: string;
}
