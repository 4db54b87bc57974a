import { assert } from "../../assert.ts";
import type { Challenge, Every, Goal } from "../../challenges/challenge.ts";
import type { ChallengeDocument, GiftDocument, GoalDocument } from "../document/challenges-document.ts";
import { minorOf } from "./compile-amount.ts";
import { compileMember, instantOf } from "./compile-conditions.ts";
import { compileLines } from "./line-condition.ts";
import { compileText, nameFromId } from "./compile-text.ts";
import type { Gift } from "../../challenges/challenge.ts";

/** A challenge of a checked document as the engine reads it. */
export function compileChallenge(document: ChallengeDocument, digits: number, language: string): Challenge {
  const common = {
    id: document.id,
    name: document.name === undefined ? nameFromId(document.id) : compileText(document.name, language),
    enabled: document.enabled,
    badge: document.badge === undefined ? null : compileText(document.badge, language),
    member: document.member === undefined ? null : compileMember(document.member),
    optIn: document.optIn,
  };
  switch (document.kind) {
    case "streak": {
      const { every, length, goal, give, repeat } = document;
      return {
        ...common,
        kind: "streak",
        every: { kind: every },
        length,
        goal: compileGoal(goal, digits),
        gift: compileGift(give),
        repeat,
      };
    }
    case "stamps":
      return {
        ...common,
        kind: "stamps",
        per: document.per,
        lines: document.lines === undefined ? null : compileLines(document.lines),
        stampsPerOrder: document.stampsPerOrder ?? null,
        gift: compileGift(document.give),
        repeat: document.repeat,
      };
    case "surprise":
      return {
        ...common,
        kind: "surprise",
        everyWeeks: document.everyWeeks,
        from: document.from,
        goal: compileGoal(document.goal, digits),
        oneOf: document.oneOf.map((one) => ({ gift: compileGift(one), weight: one.weight })),
      };
    case "contest":
      return {
        ...common,
        kind: "contest",
        every: spanOf(document),
        goal: compileGoal(document.goal, digits),
        winners: document.winners,
        gift: compileGift(document.give),
      };
    case "goal":
    case undefined: {
      const goal = compileGoal(document.goal, digits);
      return {
        ...common,
        kind: "goal",
        every: compileEvery(document.every),
        goal,
        steps: document.steps.map((step) => ({
          at: measureOf(document.goal, step.at, digits),
          gift: compileGift(step),
        })),
        gift: document.give === undefined ? null : compileGift(document.give),
        repeat: document.repeat,
      };
    }
  }
}

export function compileGift(gift: GiftDocument): Gift {
  if (gift.points !== undefined) return { kind: "points", points: gift.points };
  assert(gift.reward !== undefined, "a checked gift is points or a reward");
  return { kind: "reward", rewardId: gift.reward };
}

function compileGoal(goal: GoalDocument, digits: number): Goal {
  return {
    count: goal.count,
    atLeast: measureOf(goal, goal.atLeast, digits),
    lines: goal.lines === undefined ? null : compileLines(goal.lines),
    activity: goal.activity ?? null,
  };
}

/** What a goal is measured by: minor units for `value`, else a count. */
function measureOf({ count }: GoalDocument, atLeast: number | string, digits: number): number {
  return count === "value" ? minorOf(String(atLeast), digits) : Number(atLeast);
}

function compileEvery(every: Extract<ChallengeDocument, { kind?: "goal" | undefined }>["every"]): Every {
  return typeof every === "string" ? { kind: every } : spanOf(every);
}

function spanOf({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string;
}): Every & { readonly kind: "span" } {
  return { kind: "span", from: instantOf(from), to: instantOf(to), text: `${from}/${to}` };
}
