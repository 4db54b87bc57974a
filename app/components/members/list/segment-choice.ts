import type { Language } from "../../i18n/language.tsx";

/** A segment that can be chosen, by its id. */
export interface SegmentChoice {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
}
