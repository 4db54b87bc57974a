import { goalOf } from "../../challenges/challenge.ts";
import type { Program } from "../../program/program.ts";

/** What the widget sees in the front of a shop. */
export const SEEN_IN_FRONT = ["page_visit", "product_view", "add_to_cart", "search"] as const;
export type SeenInFront = (typeof SEEN_IN_FRONT)[number];

/** What of it a program has use for: nothing else is told, nor written down. */
export function wantedOfFront({ rules, challenges }: Program): SeenInFront[] {
  return SEEN_IN_FRONT.filter(
    (seen) =>
      rules.some((rule) => rule.kind === "activity" && rule.activity === seen && rule.enabled) ||
      challenges.some((challenge) => challenge.enabled && goalOf(challenge).activity === seen),
  );
}
