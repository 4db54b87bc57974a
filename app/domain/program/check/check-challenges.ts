import { parseInstant } from "../../parse-instant.ts";
import type { ChallengeDocument, GiftDocument, GoalDocument } from "../document/challenges-document.ts";
import { checkAmount } from "./check-amount.ts";
import type { Complain } from "./check-amount.ts";
import type { DocumentPath } from "../document/describe-error.ts";
import type { ProgramDocument } from "../document/document.ts";

const DAY_MS = 86_400_000;
/** 5 January 1970 was a Monday. */
const MONDAY_MS = 4 * DAY_MS;
const WEEK_MS = 7 * DAY_MS;

/** Goals count what their kind counts, spans begin before they end, and gifts are rewards of this program. */
export function checkChallenges(document: ProgramDocument, digits: number | null, complain: Complain): void {
  document.challenges.forEach((challenge, index) => {
    const path: DocumentPath = ["challenges", index];
    if (challenge.kind !== "stamps") checkGoal(challenge.goal, digits, [...path, "goal"], complain);
    checkTimes(challenge, path, complain);
    if (challenge.kind === undefined || challenge.kind === "goal") {
      challenge.steps.forEach((step, position) => {
        checkMeasure(challenge.goal, step.at, { digits, path: [...path, "steps", position, "at"], complain });
      });
    }
    giftsOf(challenge).forEach(({ gift, at }) => {
      checkGift(document, gift, [...path, ...at], complain);
    });
  });
}

/** A gift is a reward of this program that is worth the same for everybody. */
export function checkGift(
  document: ProgramDocument,
  gift: GiftDocument | undefined,
  path: DocumentPath,
  complain: Complain,
): void {
  if (gift?.reward === undefined) return;
  const reward = document.rewards.find(({ id }) => id === gift.reward);
  if (reward === undefined) complain([...path, "reward"], "the id of a reward of this program");
  else if ("variable" in reward && reward.variable !== undefined) {
    complain([...path, "reward"], "a reward that is not variable: nobody picks how many points it costs");
  }
}

function giftsOf(challenge: ChallengeDocument): { gift: GiftDocument | undefined; at: DocumentPath }[] {
  switch (challenge.kind) {
    case "surprise":
      return challenge.oneOf.map((gift, index) => ({ gift, at: ["oneOf", index] }));
    case "streak":
    case "stamps":
    case "contest":
      return [{ gift: challenge.give, at: ["give"] }];
    case "goal":
    case undefined:
      return [
        { gift: challenge.give, at: ["give"] },
        ...challenge.steps.map((gift, index) => ({ gift, at: ["steps", index] })),
      ];
  }
}

function checkGoal(goal: GoalDocument, digits: number | null, path: DocumentPath, complain: Complain): void {
  checkMeasure(goal, goal.atLeast, { digits, path: [...path, "atLeast"], complain });
  if (goal.count === "activities") {
    if (goal.activity === undefined) complain([...path, "activity"], "the name of an activity");
    if (goal.lines !== undefined) complain([...path, "lines"], "nothing: an activity has no lines");
  } else if (goal.activity !== undefined) {
    complain([...path, "activity"], "nothing: only `activities` are counted by name");
  }
}

function checkMeasure(
  { count }: GoalDocument,
  measure: number | string,
  where: { readonly digits: number | null; readonly path: DocumentPath; readonly complain: Complain },
): void {
  const { digits, path, complain } = where;
  if (count !== "value") {
    if (typeof measure === "string") complain(path, "a whole number");
  } else if (typeof measure === "number") {
    complain(path, 'a decimal amount in quotes, such as "12.50"');
  } else checkAmount(measure, digits, { path, complain });
}

function checkTimes(challenge: ChallengeDocument, path: DocumentPath, complain: Complain): void {
  if (challenge.kind === "surprise") {
    const from = parseInstant(`${challenge.from}T00:00:00Z`);
    if (from === null || (from - MONDAY_MS) % WEEK_MS !== 0) {
      complain([...path, "from"], 'a Monday, such as "2026-01-05"');
    }
    return;
  }
  if (challenge.kind === "contest") checkSpan(challenge, path, complain);
  else if (challenge.kind === undefined || challenge.kind === "goal") {
    if (typeof challenge.every !== "string") checkSpan(challenge.every, [...path, "every"], complain);
  }
}

function checkSpan(
  span: { readonly from: string; readonly to: string },
  path: DocumentPath,
  complain: Complain,
): void {
  const from = parseInstant(span.from);
  const to = parseInstant(span.to);
  if (from !== null && to !== null && from >= to) complain([...path, "to"], `an instant after ${span.from}`);
}
