import type { Instant } from "../calendar.ts";
import { hasLiveSource } from "../earning/activities/live-activities.ts";
import type { Program, Rule } from "../program/program.ts";
import type { FindingPlace, ReviewFinding } from "./finding.ts";
import { ordersOf, type ReviewTally } from "./review-tally.ts";

/** With fewer orders, a rule that did not hold for any is none to wonder at. */
const ORDERS_AT_LEAST = 50;

/** Which rules and campaigns can never hold, did not hold for any order, or stand in each other's way. */
export function findIdle(program: Program, tally: ReviewTally, now: Instant): ReviewFinding[] {
  return [
    ...program.rules.flatMap((rule) => (rule.enabled ? idleRule(rule, program, tally, now) : [])),
    ...program.campaigns.flatMap(({ id, when }): ReviewFinding[] => {
      const of = { kind: "campaign", id } as const;
      return when.to !== null && when.to <= now ? [{ kind: "over", of, endedAt: when.to }] : [];
    }),
    ...Object.entries(tally.together).flatMap(([pair, lines]): ReviewFinding[] => {
      const [id, withRuleId] = pair.split(" ");
      if (id === undefined || withRuleId === undefined) return [];
      return [{ kind: "add_up", of: { kind: "rule", id }, withRuleId, lines }];
    }),
  ];
}

function idleRule(rule: Rule, program: Program, tally: ReviewTally, now: Instant): ReviewFinding[] {
  const of: FindingPlace = { kind: "rule", id: rule.id };
  if (rule.kind === "activity") {
    return hasLiveSource(rule) ? [] : [{ kind: "without_source", of, activity: rule.activity }];
  }
  if (rule.when?.to != null && rule.when.to <= now) return [{ kind: "over", of, endedAt: rule.when.to }];
  const applied = tally.applied[`rule:${rule.id}`];
  const [byRuleId, lines] = Object.entries(applied?.behind ?? {}).sort(([, a], [, b]) => b - a)[0] ?? [];
  if (byRuleId !== undefined && lines !== undefined) {
    if (applied?.orders === 0) return [{ kind: "always_behind", of, byRuleId, lines }];
    // A priority says which one is meant to count; without, only the order in the program decides.
    return isOfSamePriority(program, rule.id, byRuleId)
      ? [{ kind: "often_behind", of, byRuleId, lines }]
      : [];
  }
  const isToCome = rule.when?.from != null && rule.when.from > (tally.lastOrderAt ?? now);
  if (ordersOf(tally, `rule:${rule.id}`) > 0 || isToCome || tally.orders < ORDERS_AT_LEAST) return [];
  return [{ kind: "never_applied", of, orders: tally.orders }];
}

function isOfSamePriority({ rules }: Program, ...ids: readonly [string, string]): boolean {
  const [one, other] = ids.map((id) => rules.find((rule) => rule.id === id));
  return one?.kind === "spend" && other?.kind === "spend" && one.priority === other.priority;
}
