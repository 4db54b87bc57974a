import { valueAt, type DocumentPlace } from "./document-path.ts";

/** The lists of a program whose entries are read as a sentence each. */
export type EntryList = "rules" | "campaigns" | "caps" | "rewards" | "levels" | "challenges" | "memberships";

export const PLACES: Readonly<Record<EntryList, DocumentPlace>> = {
  rules: ["earning", "rules"],
  campaigns: ["earning", "campaigns"],
  caps: ["earning", "caps"],
  rewards: ["rewards"],
  levels: ["tiers", "levels"],
  challenges: ["challenges"],
  memberships: ["memberships"],
};

/** An id like this one that no entry of the list has. */
export function freshId(entries: readonly unknown[], stem: string): string {
  const taken = new Set(entries.map((entry) => valueAt(entry, ["id"])));
  if (!taken.has(stem)) return stem;
  const root = stem.replace(/-\d+$/u, "");
  let number = 2;
  while (taken.has(`${root}-${String(number)}`)) number += 1;
  return `${root}-${String(number)}`;
}
