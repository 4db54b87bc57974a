import { describeProgram } from "#app/domain/program/describe/describe-program.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import type { Language } from "../../i18n/language.tsx";
import { listAt, valueAt, withValue, type DocumentPlace } from "./document-path.ts";

/** The lists of a program whose entries are read as a sentence each. */
export type EntryList = "rules" | "campaigns" | "caps" | "rewards" | "levels";

export const PLACES: Readonly<Record<EntryList, DocumentPlace>> = {
  rules: ["earning", "rules"],
  campaigns: ["earning", "campaigns"],
  caps: ["earning", "caps"],
  rewards: ["rewards"],
  levels: ["tiers", "levels"],
};

/** A program of nothing but this entry and what its sentence speaks of; null while it is not right. */
function programOfOne(document: unknown, list: EntryList, index: number): Program | null {
  const entry = listAt(document, PLACES[list])[index];
  const others = (["rules", "campaigns", "caps"] as const).filter((other) => other !== list);
  const emptied = others.reduce<unknown>((rest, other) => withValue(rest, PLACES[other], []), document);
  // Levels are named by others, and name rewards themselves: those stay as they are.
  const only = list === "levels" ? emptied : withValue(emptied, PLACES[list], [entry]);
  const tried = parseProgram(only);
  if (tried.ok || list === "levels") return tried.ok ? tried.program : null;
  const untiered = parseProgram(withValue(only, ["tiers"], undefined));
  return untiered.ok ? untiered.program : null;
}

/** One rule, campaign, cap, reward or level as a sentence; null while something in it is wrong. */
export function entrySentence(
  document: unknown,
  { list, index }: { readonly list: EntryList; readonly index: number },
  language: Language,
  goodsGroup: GoodsGroup,
): string | null {
  const program = programOfOne(document, list, index);
  if (program === null) return null;
  const part = describeProgram(program, language, goodsGroup).find((one) => one.part === PARTS[list]);
  // What stands before the levels says how one stays on them.
  return (list === "levels" ? part?.sentences[index + 1] : part?.sentences[0]) ?? null;
}

const PARTS = {
  rules: "earning",
  campaigns: "earning",
  caps: "earning",
  rewards: "rewards",
  levels: "tiers",
} as const;

/** An id like this one that no entry of the list has. */
export function freshId(entries: readonly unknown[], stem: string): string {
  const taken = new Set(entries.map((entry) => valueAt(entry, ["id"])));
  if (!taken.has(stem)) return stem;
  const root = stem.replace(/-\d+$/u, "");
  let number = 2;
  while (taken.has(`${root}-${String(number)}`)) number += 1;
  return `${root}-${String(number)}`;
}
