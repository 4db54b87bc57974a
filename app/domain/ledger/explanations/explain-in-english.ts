import { assertNever } from "../../assert.ts";
import { activityWords } from "./activity-words.ts";
import { explainGift } from "./explain-gift.ts";
import { decimalOfFraction, partName, partsByRule, readCause } from "./explained-parts.ts";
import type { RulePart } from "./explained-parts.ts";
import type { Explanation } from "./explanation.ts";
import type { Explained, RenderedExplanation } from "./rendered-explanation.ts";
import type { Wording } from "./wording.ts";

type Of<Kind extends Explanation["kind"]> = Extract<Explanation, { kind: Kind }>;

/** An entry's reason in English. */
export function explainInEnglish(why: Explanation, { words, order, titles }: Explained): RenderedExplanation {
  switch (why.kind) {
    case "order_earned":
      return earned(why, { words, order, titles });
    case "order_reduced":
      return reduced(why, words, order);
    case "order_restored":
      return told(restored(why, words, order));
    case "activity":
      return activity(why, words);
    case "matured":
      return told(
        `${words.points(why.points)} from ${from(why.cause, order, words)} can be spent now`,
        validity(why.expiresAt, words),
      );
    case "debt_offset":
      return told(
        `${words.points(why.points)} from ${from(why.cause, order, words)} settled what an earlier return left owing`,
        why.debtLeft === 0 ? [] : [`Still owed: ${words.points(why.debtLeft)}`],
      );
    case "reward_held":
      return told(`${words.points(why.points)} for ${words.rewardName(why.rewardId)}, code ${why.code}`);
    case "reward_released":
      return told(`${reward(why, words)} ${releasedBecause(why.reason)}${returned(why.points, words)}`);
    case "reward_used":
      return told(
        `${reward(why, words)} was used${why.orderId === null ? "" : ` in ${order === null ? "an order" : `order ${order}`}`}`,
      );
    case "reward_returned":
      return rewardReturned(why, words, order);
    case "expired":
      return told(`${words.points(why.points)} from ${from(why.cause, order, words)} expired`, [
        expiryMode(why.mode, words),
      ]);
    case "reinstated":
      return told(`${words.points(why.points)} that had expired were given back: ${why.reason}`);
    case "adjusted":
      return told(
        `The shop ${why.points < 0 ? "took" : "gave"} ${words.points(Math.abs(why.points))}: ${why.reason}`,
      );
    case "adjustment_undone":
      return told(
        `${words.points(Math.abs(why.points))} ${why.points < 0 ? "taken back" : "given back"} by the shop: ${why.reason}`,
      );
    case "opening":
      return told(
        why.points < 0
          ? `Carried over from the earlier program, corrected by ${words.points(-why.points)}`
          : `Carried over from the earlier program: ${words.points(why.points)}`,
        validity(why.expiresAt, words),
      );
    case "tier_entry":
      return told(`${words.points(why.points)} for reaching ${words.levelName(why.levelId)}`);
    case "gift_given":
    case "gift_taken_back":
      return explainGift(why, words);
    case "merged":
      return told(`${words.points(why.points)} moved between two accounts of the same person`);
    case "unmerged":
      return told(`${words.points(why.points)} moved back: two accounts are separate again`);
    default:
      return assertNever(why);
  }
}

function told(title: string, details: readonly string[] = []): RenderedExplanation {
  return { title, details };
}

/** An order at the beginning of a sentence. */
function anOrder(order: string | null): string {
  return order === null ? "An order" : `Order ${order}`;
}

function from(cause: string, order: string | null, words: Wording): string {
  const read = readCause(cause);
  switch (read.kind) {
    case "order":
      return order === null ? "an order" : `order ${order}`;
    case "activity":
      return `“${activityWords(read.activity, "en")}”`;
    case "level":
      return `reaching ${words.levelName(read.levelId)}`;
    case "by_hand":
      return "the shop";
    case "reward":
      return "a reward that came back";
    case "other":
      return "earlier";
  }
}

function earned(why: Of<"order_earned">, { words, order, titles }: Explained): RenderedExplanation {
  const name = anOrder(order);
  const details = [
    ...partsByRule(why.lines, titles).map((part) => rulePart(part, words)),
    ...why.orderRules.map(({ ruleId, points }) => `${words.ruleName(ruleId)}: ${words.points(points)}`),
    ...(why.exactPoints.endsWith("/1")
      ? []
      : [
          `${words.number(decimalOfFraction(why.exactPoints, 2))} in all, rounded down once for the whole order`,
        ]),
    ...cuts(why.cutBy, words),
    ...(why.tierId === null ? [] : [`Tier: ${words.levelName(why.tierId)}`]),
    ...availability(why.availableAt, words),
    ...validity(why.expiresAt, words),
  ];
  return told(why.points === 0 ? `${name} earned nothing` : `${name}: ${words.points(why.points)}`, details);
}

function rulePart(part: RulePart, words: Wording): string {
  const { ruleId, points, basisMinor, multiplier } = part;
  const rule = words.rule(ruleId);
  const result = `${partName(part, words)}: ${words.points(points)}`;
  if (rule?.kind === "item") return `${result}, ${words.number(rule.points)} each`;
  if (rule?.kind !== "spend") return result;
  const factor = decimalOfFraction(multiplier, 3);
  const terms = [
    `${words.number(rule.points)} per ${rule.step ? "full " : ""}${words.money(rule.perMinor)}`,
    ...(factor === 1 ? [] : [`${words.number(factor)}×`]),
  ];
  return `${result} for ${words.money(basisMinor)} (${terms.join(", ")})`;
}

function reduced(why: Of<"order_reduced">, words: Wording, order: string | null): RenderedExplanation {
  const { pointsName } = words;
  const lost = why.before - why.target;
  const these =
    why.target === 0
      ? `its ${words.points(lost)}`
      : `${words.number(lost)} of its ${words.points(why.before)}`;
  const details = [
    ...(why.keptBasisMinor === 0
      ? []
      : [
          `Kept: goods for ${words.money(why.keptBasisMinor)} of ${words.money(why.fullBasisMinor)}, which earn ${words.points(why.target)}`,
        ]),
    ...some(why.fromPending, (points) => `${points} that could not be spent yet`, words),
    ...some(why.fromLot, (points) => `${points} that were left of this order`, words),
    ...some(why.fromOtherLots, (points) => `${points} from other ${pointsName}`, words),
    ...some(
      why.toDebt,
      (points) => `Spent already, and settled from the next ${pointsName}: ${points}`,
      words,
    ),
    ...some(why.writtenOff, (points) => `Spent already, and let off: ${points}`, words),
  ];
  const within = order === null ? "an order" : `order ${order}`;
  switch (why.reason) {
    case "refund":
      return told(
        why.keptBasisMinor === 0
          ? `${anOrder(order)} came back, so ${these} went back too`
          : `Part of ${within} came back, so ${these} went back too`,
        details,
      );
    case "cancellation":
      return told(`${anOrder(order)} was cancelled, so ${these} were taken back`, details);
    case "edit":
      return told(`${anOrder(order)} was changed, so ${these} were taken back`, details);
  }
}

function some(points: number, say: (points: string) => string, words: Wording): string[] {
  return points === 0 ? [] : [say(words.points(points))];
}

function restored(why: Of<"order_restored">, words: Wording, order: string | null): string {
  const now = `earns ${words.points(why.target)}${why.before === 0 ? " again" : ` instead of ${words.number(why.before)}`}`;
  switch (why.reason) {
    case "uncancelled":
      return `${anOrder(order)} was reopened and ${now}`;
    case "edit":
      return `${anOrder(order)} was changed and ${now}`;
    case "refund_corrected":
      return `A refund of ${order === null ? "an order" : `order ${order}`} was taken back, so it ${now}`;
  }
}

function activity(why: Of<"activity">, words: Wording): RenderedExplanation {
  const [first, ...others] = why.rules;
  const named = first !== undefined && others.length === 0 ? words.rule(first.ruleId) : null;
  const name = named === null ? activityWords(why.activity, "en") : words.ruleName(named.id);
  const details = [
    ...(why.points < 0 && why.points !== why.wanted
      ? ["No more than there was could be taken; nothing is owed for it"]
      : []),
    ...cuts(why.cutBy, words),
    ...validity(why.expiresAt, words),
  ];
  if (why.points === 0) return told(`${name}: no ${words.pointsName}`, details);
  return told(`${name}: ${words.points(Math.abs(why.points))}${why.points < 0 ? " taken" : ""}`, details);
}

function reward(why: { readonly rewardId: string; readonly code: string }, words: Wording): string {
  return `${words.rewardName(why.rewardId)} (code ${why.code})`;
}

function returned(points: number, words: Wording): string {
  return points === 0 ? "" : `: ${words.points(points)} returned`;
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
    case "ground_fell":
      return "was withdrawn, because what it was given for was returned";
  }
}

function rewardReturned(
  why: Of<"reward_returned">,
  words: Wording,
  order: string | null,
): RenderedExplanation {
  const within = order === null ? "an order" : `order ${order}`;
  const whole = why.shareNum === why.shareDen;
  const what = whole ? anOrder(order) : `Part of ${within}`;
  const percent = decimalOfFraction(`${why.shareNum}00/${why.shareDen}`, 0);
  return told(
    `${what}, paid with ${reward(why, words)}, came back${returned(why.points, words)}`,
    whole ? [] : [`Returned: ${words.number(percent)}% of the order`],
  );
}

function expiryMode(mode: Of<"expired">["mode"], { pointsName }: Wording): string {
  switch (mode) {
    case "perLot":
      return `${pointsName} are valid for a set time`;
    case "inactivity":
      return `${pointsName} expire after a long time without an order or a reward`;
    case "fixedDate":
      return `${pointsName} expire on a fixed day of the year`;
  }
}

function cuts(cutBy: readonly string[], words: Wording): string[] {
  return cutBy.map((name) =>
    name === "cap" && words.rule(name) === null
      ? `Fewer, because more ${words.pointsName} cannot be collected in this time`
      : `Fewer, because the limit for “${words.ruleName(name)}” was reached`,
  );
}

function availability(at: number | null, words: Wording): string[] {
  return at === null ? ["Can be spent some time after delivery"] : [`Can be spent from ${words.day(at)}`];
}

function validity(end: number | null, words: Wording): string[] {
  return end === null ? [] : [`Valid until ${words.lastDay(end)}`];
}
