import { describeSegment } from "../../customers/segments/describe-segment.ts";
import type { Condition } from "../../customers/segments/condition.ts";
import type { Language } from "../../ledger/explanations/language.ts";
import { programWords, type ProgramWords } from "../../program/describe/program-words.ts";
import type { Program } from "../../program/program.ts";
import type { GoodsGroup } from "../../program/shop-abilities.ts";

/** What a journey names beside the program's own parts. */
export interface JourneyNames {
  readonly segment: (segmentId: string) => string;
  readonly letter: (template: string) => string;
}

/** How journeys are said. What stands between `**` is meant to stand out. */
export interface JourneyWords extends ProgramWords {
  readonly names: JourneyNames;
  readonly condition: (condition: Condition) => string;
  readonly hours: (hours: number) => string;
  /** Of several, any one: `Silver or Gold`. */
  readonly levels: (ids: readonly string[]) => string;
}

export interface JourneySayer {
  readonly program: Program;
  readonly language: Language;
  readonly goodsGroup: GoodsGroup;
  readonly names: JourneyNames;
}

export function journeyWords({ program, language, goodsGroup, names }: JourneySayer): JourneyWords {
  const words = programWords(program, language, goodsGroup);
  const { wording } = words;
  const unit = { en: ["hour", "hours"], de: ["Stunde", "Stunden"] }[language];
  return {
    ...words,
    names,
    condition: (condition) =>
      describeSegment(condition, { language, digits: program.currencyDigits, nameOf: names.segment }),
    hours: (hours) => `**${wording.number(hours)} ${String(unit[hours === 1 ? 0 : 1])}**`,
    levels: (ids) => words.either(ids.map((id) => `**${wording.levelName(id)}**`)),
  };
}
