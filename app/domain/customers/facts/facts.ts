import { assert } from "../../assert.ts";
import type { Fact } from "./fact.ts";
import { ENGAGEMENT_FACTS } from "./engagement-facts.ts";
import { PERSON_FACTS } from "./person-facts.ts";
import { POINTS_FACTS } from "./points-facts.ts";
import { PURCHASE_FACTS } from "./purchase-facts.ts";
import { SCORE_FACTS } from "./score-facts.ts";

/** The one list of facts. A rule, a segment, a journey, a page and an export read the same; `docs/customers.md` is made from it. */
export const FACTS: readonly Fact[] = [
  ...PURCHASE_FACTS,
  ...SCORE_FACTS,
  ...ENGAGEMENT_FACTS,
  ...POINTS_FACTS,
  ...PERSON_FACTS,
];

const BY_ID: ReadonlyMap<string, Fact> = new Map(FACTS.map((fact) => [fact.id, fact]));
assert(BY_ID.size === FACTS.length, "each fact has an id of its own");

export function findFact(id: string): Fact | null {
  return BY_ID.get(id) ?? null;
}
