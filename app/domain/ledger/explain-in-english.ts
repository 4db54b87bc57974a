import { assertNever } from "../assert.ts";
import type { ExplainedLine, ExplainedRule, Explanation } from "./explanation.ts";
import type { RenderedExplanation } from "./render-explanation.ts";
import type { Wording } from "./wording.ts";

type Of<Kind extends Explanation["kind"]> = Extract<Explanation, { kind: Kind }>;

/** An entry's reason in English. */
export function explainInEnglish(why: Explanation, words: Wording): RenderedExplanation {
  switch (why.kind) {
    case "order_earned":
      return earned(why, words);
    case "order_reduced":
      return reduced(why, words);
    case "order_restored":
      return told(
        `${orderName(why)} ${restoredBecause(why.reason)}, so it earns ${words.points(why.target)} instead of ${words.number(why.before)}`,
      );
    case "activity":
      return activity(why, words);
    case "matured":
      return told(
        `${words.points(why.points)} from ${causeName(why.cause)} can be spent now`,
        validity(why.expiresAt, words),
      );
    case "debt_offset":
      return told(
        `${words.points(why.points)} from ${causeName(why.cause)} made up for points an earlier return still owed`,
        why.debtLeft === 0 ? [] : [`Still owed: ${words.points(why.debtLeft)}`],
      );
    case "reward_held":
      return told(`${words.points(why.points)} for ${words.rewardName(why.rewardId)}, code ${why.code}`);
    case "reward_released":
      return told(
        `${words.rewardName(why.rewardId)} (code ${why.code}) ${releasedBecause(why.reason)}: ${words.points(why.points)} came back`,
      );
    case "reward_used":
      return told(
        `${words.rewardName(why.rewardId)} (code ${why.code}) was used${why.orderId === null ? "" : ` in order ${why.orderId}`}`,
      );
    case "reward_returned":
      return told(
        `Order ${why.orderId}, paid with code ${why.code}, came back in part or whole: ${words.points(why.points)} spent on it came back too`,
        [`Returned share of the order: ${why.shareNum}/${why.shareDen}`],
      );
    case "expired":
      return told(`${words.points(why.points)} from ${causeName(why.cause)} expired`, [expiryMode(why.mode)]);
    case "reinstated":
      return told(`${words.points(why.points)} that had expired were given back: ${why.reason}`);
    case "adjusted":
      return told(
        `The shop ${why.points < 0 ? "took" : "gave"} ${words.points(Math.abs(why.points))}: ${why.reason}`,
      );
    case "tier_entry":
      return told(`${words.points(why.points)} for reaching ${words.levelName(why.levelId)}`);
    case "merged":
      return told(
        `${words.points(why.points)} moved from ${why.fromMemberId} to ${why.toMemberId}, who are the same person`,
      );
    default:
      return assertNever(why);
  }
}

function told(title: string, details: readonly string[] = []): RenderedExplanation {
  return { title, details };
}

function orderName(why: { readonly orderId: string; readonly orderName: string | null }): string {
  return `Order ${why.orderName ?? why.orderId}`;
}

function causeName(cause: string): string {
  const [kind, ...rest] = cause.split(":");
  return kind === "order" ? `order ${rest.join(":")}` : rest.join(" ").replaceAll("_", " ") || cause;
}

function earned(why: Of<"order_earned">, words: Wording): RenderedExplanation {
  const details = [
    ...why.lines.flatMap((line) => line.rules.map((rule) => lineRule(line, rule, words))),
    ...why.orderRules.map((rule) => `${rule.ruleId}: ${words.points(rule.points)} for the order`),
    ...(why.exactPoints.endsWith("/1")
      ? []
      : [`Exactly ${why.exactPoints} points, rounded down once for the whole order`]),
    ...cuts(why.cutBy),
    ...(why.tierId === null ? [] : [`Judged as ${words.levelName(why.tierId)}`]),
    ...availability(why.availableAt, words),
    ...validity(why.expiresAt, words),
  ];
  const title =
    why.points === 0 ? `${orderName(why)} earned nothing` : `${orderName(why)}: ${words.points(why.points)}`;
  return told(title, details);
}

function lineRule(line: ExplainedLine, explained: ExplainedRule, words: Wording): string {
  const rule = words.rule(explained.ruleId);
  const times = line.multiplier === "1" || line.multiplier === "1/1" ? "" : ` × ${line.multiplier}`;
  const result = `${explained.ruleId}: ${words.points(explained.points)}`;
  if (rule?.kind === "spend") {
    const each = `${words.number(rule.points)} per ${words.money(rule.perMinor)}`;
    return `${result} for ${words.money(line.basisMinor)} on line ${line.lineId}, ${each}${rule.step ? ", full steps only" : ""}${times}`;
  }
  if (rule?.kind === "item") return `${result} for line ${line.lineId}, ${words.number(rule.points)} each`;
  return `${result} for line ${line.lineId}`;
}

function reduced(why: Of<"order_reduced">, words: Wording): RenderedExplanation {
  const because = {
    refund: "came back in part or whole",
    cancellation: "was cancelled",
    edit: "was changed",
  }[why.reason];
  const details = [
    `${words.money(why.keptBasisMinor)} of ${words.money(why.fullBasisMinor)} was kept, which earns ${words.points(why.target)}`,
    ...takenFrom(why.fromPending, "points not yet released", words),
    ...takenFrom(why.fromLot, "what was left of this order's points", words),
    ...takenFrom(why.fromOtherLots, "other points", words),
    ...(why.toDebt === 0
      ? []
      : [`Already spent, so taken from the next points: ${words.points(why.toDebt)}`]),
    ...(why.writtenOff === 0 ? [] : [`Already spent and let off: ${words.points(why.writtenOff)}`]),
  ];
  const lost = words.points(why.before - why.target);
  return told(
    `${orderName(why)} ${because}, so ${lost} of its ${words.number(why.before)} went back too`,
    details,
  );
}

function takenFrom(points: number, source: string, words: Wording): string[] {
  return points === 0 ? [] : [`${words.points(points)} from ${source}`];
}

function restoredBecause(reason: Of<"order_restored">["reason"]): string {
  switch (reason) {
    case "uncancelled":
      return "was reopened";
    case "edit":
      return "was changed";
    case "refund_corrected":
      return "has a refund taken back";
  }
}

function activity(why: Of<"activity">, words: Wording): RenderedExplanation {
  const name = why.activity.replaceAll("_", " ");
  const verb = why.points < 0 ? "took" : "gave";
  const details = [
    ...(why.points < 0 && why.points !== why.wanted
      ? ["No more than there was could be taken; nothing is owed for it"]
      : []),
    ...cuts(why.cutBy),
    ...validity(why.expiresAt, words),
  ];
  const title =
    why.points === 0 ? `${name} gave nothing` : `${name} ${verb} ${words.points(Math.abs(why.points))}`;
  return told(title.charAt(0).toUpperCase() + title.slice(1), details);
}

function releasedBecause(reason: Of<"reward_released">["reason"]): string {
  switch (reason) {
    case "expired":
      return "was not used in time";
    case "cancelled_by_member":
      return "was given back";
    case "revoked":
      return "was withdrawn by the shop";
    case "refused":
      return "could not be set up in the shop";
    case "declined":
      return "could not be granted";
  }
}

function expiryMode(mode: Of<"expired">["mode"]): string {
  switch (mode) {
    case "perLot":
      return "Points are valid for a set time from when they can be spent";
    case "inactivity":
      return "Points lapse after a long time without an order or a reward";
    case "fixedDate":
      return "Points lapse on a fixed day of the year";
  }
}

function cuts(cutBy: readonly string[]): string[] {
  return cutBy.map((name) => `Cut to what the limit "${name}" left`);
}

function availability(at: number | null, words: Wording): string[] {
  return at === null ? ["Can be spent some time after delivery"] : [`Can be spent from ${words.day(at)}`];
}

function validity(end: number | null, words: Wording): string[] {
  return end === null ? [] : [`Valid until ${words.lastDay(end)}`];
}
