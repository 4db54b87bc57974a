import type { LineTitles } from "./explained-parts.ts";
import type { Wording } from "./wording.ts";

/** What a person reads of an entry: the sentence first, the calculation for those who open it. */
export interface RenderedExplanation {
  readonly title: string;
  readonly details: readonly string[];
}

/** What an explanation is told with. */
export interface Explained {
  readonly words: Wording;
  /** What people call the order it is about (`orderIdOf`); null where that is not known, and no id stands in. */
  readonly order: string | null;
  /** What its lines are called, as far as that is known. */
  readonly titles: LineTitles;
}
