import type { Language } from "../../ledger/explanations/language.ts";
import { listAt, withValue } from "../document/document-path.ts";
import { PLACES, type EntryList } from "../document/entry-places.ts";
import { parseProgram } from "../document/parse-program.ts";
import type { Program } from "../program.ts";
import type { GoodsGroup } from "../shop-abilities.ts";
import { describeProgram } from "./describe-program.ts";

/** Of each list, its entries in their order, each as a sentence; null while something in it is wrong. */
export type EntrySentences = Readonly<Record<EntryList, readonly (string | null)[]>>;

/**
 * Every rule, campaign, cap, reward, level, challenge and membership of a document as a sentence, also of one that is wrong elsewhere.
 * `document`: whatever JSON it is.
 */
export function describeEntries(
  document: unknown,
  language: Language,
  goodsGroup: GoodsGroup,
): EntrySentences {
  const sentences = (list: EntryList) =>
    listAt(document, PLACES[list]).map((entry, index) => {
      const program = programOfOne(document, list, entry);
      if (program === null) return null;
      const part = describeProgram(program, language, goodsGroup).find((one) => one.part === PARTS[list]);
      // What stands before the levels says how one stays on them.
      return (list === "levels" ? part?.sentences[index + 1] : part?.sentences[0]) ?? null;
    });
  return {
    rules: sentences("rules"),
    campaigns: sentences("campaigns"),
    caps: sentences("caps"),
    rewards: sentences("rewards"),
    levels: sentences("levels"),
    challenges: sentences("challenges"),
    memberships: sentences("memberships"),
  };
}

/** A program of nothing but this entry and what its sentence speaks of; null while it is not right. */
function programOfOne(document: unknown, list: EntryList, entry: unknown): Program | null {
  const others = (["rules", "campaigns", "caps", "challenges", "memberships"] as const).filter(
    (other) => other !== list,
  );
  const emptied = others.reduce<unknown>((rest, other) => withValue(rest, PLACES[other], []), document);
  // Levels are named by others, and name rewards themselves: those stay as they are.
  const only = list === "levels" ? emptied : withValue(emptied, PLACES[list], [entry]);
  const tried = parseProgram(only);
  if (tried.ok || list === "levels") return tried.ok ? tried.program : null;
  const untiered = parseProgram(withValue(only, ["tiers"], undefined));
  return untiered.ok ? untiered.program : null;
}

const PARTS = {
  rules: "earning",
  campaigns: "earning",
  caps: "earning",
  rewards: "rewards",
  levels: "tiers",
  challenges: "challenges",
  memberships: "memberships",
} as const;
