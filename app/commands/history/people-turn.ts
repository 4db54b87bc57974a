import type { Instant } from "#app/domain/calendar.ts";
import type { ShopQuestion } from "#app/db/questions/shop-questions.ts";

export interface TurnOptions {
  /** The last person of the turn before; null: begin with the first who is left. */
  readonly behind: string | null;
  readonly now: Instant;
}

/** What became of the next people of an import, in one transaction. */
export interface PeopleTurn {
  readonly told: number;
  /** They wait until the shop has answered these questions. */
  readonly waiting: number;
  readonly questions: readonly ShopQuestion[];
  /** Why some were set aside: they hold up nobody. */
  readonly setAside: readonly string[];
  readonly last: string;
}
