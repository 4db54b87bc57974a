import type { Program } from "../program.ts";
import { inEveryLanguage, inLanguages } from "../texts/text.ts";
import type { Localized, PointsName, Text } from "../texts/text.ts";

/** A text as a merchant writes it: one wording for every language, or one for each. */
export type WrittenText = string | Readonly<Record<string, string>>;

export function compileText(written: WrittenText, language: string): Text {
  return typeof written === "string" ? inEveryLanguage(written) : inLanguages(written, language);
}

export function compilePointsName(
  written: PointsName | Readonly<Record<string, PointsName>>,
  language: string,
): Localized<PointsName> {
  return isPointsName(written) ? inEveryLanguage(written) : inLanguages(written, language);
}

function isPointsName(written: PointsName | Readonly<Record<string, PointsName>>): written is PointsName {
  return typeof written.one === "string";
}

/** What a level is called, also one that the program no longer has. */
export function levelNameIn({ tiers }: Pick<Program, "tiers">, levelId: string): Text {
  return tiers?.levels.find(({ id }) => id === levelId)?.name ?? nameFromId(levelId);
}

/** What a reward is called, also one that the program no longer has. */
export function rewardNameIn({ rewards }: Pick<Program, "rewards">, rewardId: string): Text {
  return rewards.find(({ id }) => id === rewardId)?.name ?? nameFromId(rewardId);
}

/** What has no name is called by its id, in letters people read: `vip-gold` is "Vip gold". */
export function nameFromId(id: string): Text {
  const words = id.replaceAll(/[-_.]+/gu, " ").trim();
  return inEveryLanguage(words.charAt(0).toUpperCase() + words.slice(1));
}
