import type { Perk, Program } from "../program.ts";
import type { Localized } from "./text.ts";

/** The languages that any word shoppers are shown is given in. */
export function languagesOf(program: Program): string[] {
  const levels = program.tiers === null ? [] : program.tiers.levels;
  const words: readonly (Localized<unknown> | null)[] = [
    program.name,
    program.pointsName,
    ...levels.flatMap(({ name, perks }) => [name, ...perks.map(wordsOfPerk)]),
    ...program.rewards.flatMap(({ name, hasOwnName }) => (hasOwnName ? [name] : [])),
    ...program.rules.map(({ name }) => name),
    ...program.campaigns.map(({ name }) => name),
  ];
  const languages = new Set(words.flatMap((text) => (text === null ? [] : Object.keys(text.byLanguage))));
  return [...languages].sort();
}

function wordsOfPerk(perk: Perk): Localized<unknown> | null {
  switch (perk.kind) {
    case "text":
      return perk.text;
    case "content":
      return perk.name;
    case "freeShipping":
    case "percentOff":
      return null;
  }
}
