import { describeProgram } from "#app/domain/program/describe/describe-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import type { Language } from "../i18n/language.tsx";

export interface SentenceDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What one program says and the other does not. Null stands for no program at all. */
export function sentenceDifference(
  before: Program | null,
  after: Program | null,
  language: Language,
  goodsGroup: GoodsGroup,
): SentenceDifference {
  const sentencesOf = (program: Program | null): readonly string[] =>
    program === null
      ? []
      : describeProgram(program, language, goodsGroup).flatMap(({ sentences }) => sentences);
  const [then, now] = [sentencesOf(before), sentencesOf(after)];
  return {
    added: now.filter((sentence) => !then.includes(sentence)),
    removed: then.filter((sentence) => !now.includes(sentence)),
  };
}
