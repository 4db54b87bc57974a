import type { Program, Rule } from "../../program/program.ts";
import { SEEN_IN_FRONT } from "./seen-in-front.ts";

/**
 * The activities that something reports while a shop is live. What is built to report another one puts
 * it here; until then a rule for it earns in `replay` and nowhere else.
 */
const LIVE_ACTIVITIES: ReadonlySet<string> = new Set([
  "join",
  "link_click",
  "newsletter_subscribed",
  "newsletter_unsubscribed",
  ...SEEN_IN_FRONT,
]);

/** Whether something reports an activity while a shop is live. */
export function hasLiveActivity(activity: string): boolean {
  return LIVE_ACTIVITIES.has(activity);
}

/** Whether a rule can come about in a live shop, so that shoppers may be promised it. */
export function hasLiveSource(rule: Rule): boolean {
  return rule.kind !== "activity" || hasLiveActivity(rule.activity);
}

/** Switched-on rules that nothing live brings about: a merchant is told of them before publishing. */
export function rulesWithoutSource(program: Program): readonly Extract<Rule, { kind: "activity" }>[] {
  return program.rules.flatMap((rule) =>
    rule.kind === "activity" && rule.enabled && !hasLiveSource(rule) ? [rule] : [],
  );
}
