/** The list with one more entry, and no longer than that: a list that grew by itself keeps places for sixteen more. */
export function withAdded<Entry>(list: readonly Entry[], entry: Entry): readonly Entry[] {
  return list.length === 0 ? [entry] : [...list, entry];
}
