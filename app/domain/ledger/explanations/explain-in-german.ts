import { assertNever } from "../../assert.ts";
import { activityWords } from "./activity-words.ts";
import { explainGift } from "./explain-gift.ts";
import { decimalOfFraction, partName, partsByRule, readCause } from "./explained-parts.ts";
import type { RulePart } from "./explained-parts.ts";
import type { Explanation } from "./explanation.ts";
import type { Explained, RenderedExplanation } from "./rendered-explanation.ts";
import type { Wording } from "./wording.ts";

type Of<Kind extends Explanation["kind"]> = Extract<Explanation, { kind: Kind }>;

/** An entry's reason in German, written as German is spoken in shops and not translated. */
export function explainInGerman(why: Explanation, { words, order, titles }: Explained): RenderedExplanation {
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
        `Jetzt einlösbar: ${words.points(why.points)} ${from(why.cause, order, words)}`,
        validity(why.expiresAt, words),
      );
    case "debt_offset":
      return told(
        `${words.points(why.points)} ${from(why.cause, order, words)} mit einer früheren Rückgabe verrechnet`,
        why.debtLeft === 0 ? [] : [`Noch offen: ${words.points(why.debtLeft)}`],
      );
    case "reward_held":
      return told(`${words.points(why.points)} für ${words.rewardName(why.rewardId)}, Code ${why.code}`);
    case "reward_released":
      return told(`${reward(why, words)} ${releasedBecause(why.reason)}${returned(why.points, words)}`);
    case "reward_used":
      return told(
        `${reward(why, words)} eingelöst${why.orderId === null ? "" : ` in ${order === null ? "einer Bestellung" : `Bestellung ${order}`}`}`,
      );
    case "reward_returned":
      return rewardReturned(why, words, order);
    case "expired":
      return told(`${words.points(why.points)} ${from(why.cause, order, words)} verfallen`, [
        expiryMode(why.mode, words),
      ]);
    case "reinstated":
      return told(`${words.points(why.points)} nach dem Verfall wieder gutgeschrieben: ${why.reason}`);
    case "adjusted":
      return told(
        `${words.points(Math.abs(why.points))} vom Shop ${why.points < 0 ? "abgezogen" : "gutgeschrieben"}: ${why.reason}`,
      );
    case "adjustment_undone":
      return told(
        `${words.points(Math.abs(why.points))} vom Shop ${why.points < 0 ? "zurückgenommen" : "zurückgegeben"}: ${why.reason}`,
      );
    case "opening":
      return told(
        why.points < 0
          ? `Übernahme aus dem früheren Programm berichtigt: ${words.points(-why.points)} weniger`
          : `Aus dem früheren Programm übernommen: ${words.points(why.points)}`,
        validity(why.expiresAt, words),
      );
    case "tier_entry":
      return told(`${words.points(why.points)} für die Stufe ${words.levelName(why.levelId)}`);
    case "gift_given":
    case "gift_taken_back":
      return explainGift(why, words);
    case "merged":
      return told(`${words.points(why.points)} zwischen zwei Konten derselben Person übertragen`);
    case "unmerged":
      return told(`${words.points(why.points)} zurück übertragen: zwei Konten sind wieder getrennt`);
    default:
      return assertNever(why);
  }
}

function told(title: string, details: readonly string[] = []): RenderedExplanation {
  return { title, details };
}

/** An order at the beginning of a sentence. */
function anOrder(order: string | null): string {
  return order === null ? "Eine Bestellung" : `Bestellung ${order}`;
}

function from(cause: string, order: string | null, words: Wording): string {
  const read = readCause(cause);
  switch (read.kind) {
    case "order":
      return order === null ? "aus einer Bestellung" : `aus Bestellung ${order}`;
    case "activity":
      return `für „${activityWords(read.activity, "de")}“`;
    case "level":
      return `für die Stufe ${words.levelName(read.levelId)}`;
    case "by_hand":
      return "vom Shop";
    case "reward":
      return "aus einer zurückgegebenen Prämie";
    case "other":
      return "von früher";
  }
}

function earned(why: Of<"order_earned">, { words, order, titles }: Explained): RenderedExplanation {
  const details = [
    ...partsByRule(why.lines, titles).map((part) => rulePart(part, words)),
    ...why.orderRules.map(({ ruleId, points }) => `${words.ruleName(ruleId)}: ${words.points(points)}`),
    ...(why.exactPoints.endsWith("/1")
      ? []
      : [
          `Zusammen ${words.number(decimalOfFraction(why.exactPoints, 2))}, für die ganze Bestellung einmal abgerundet`,
        ]),
    ...cuts(why.cutBy, words),
    ...(why.tierId === null ? [] : [`Stufe: ${words.levelName(why.tierId)}`]),
    ...availability(why.availableAt, words),
    ...validity(why.expiresAt, words),
  ];
  const name = anOrder(order);
  return told(
    why.points === 0 ? `${name}: keine ${words.pointsName}` : `${name}: ${words.points(why.points)}`,
    details,
  );
}

function rulePart(part: RulePart, words: Wording): string {
  const { ruleId, points, basisMinor, multiplier } = part;
  const rule = words.rule(ruleId);
  const result = `${partName(part, words)}: ${words.points(points)}`;
  if (rule?.kind === "item") return `${result}, ${words.number(rule.points)} je Stück`;
  if (rule?.kind !== "spend") return result;
  const factor = decimalOfFraction(multiplier, 3);
  const terms = [
    `${words.number(rule.points)} je ${rule.step ? "volle " : ""}${words.money(rule.perMinor)}`,
    ...(factor === 1 ? [] : [`${words.number(factor)}-fach`]),
  ];
  return `${result} für ${words.money(basisMinor)} (${terms.join(", ")})`;
}

function reduced(why: Of<"order_reduced">, words: Wording, order: string | null): RenderedExplanation {
  const { pointsName } = words;
  const lost = why.before - why.target;
  const these =
    why.target === 0 ? words.points(lost) : `${words.number(lost)} von ${words.points(why.before)}`;
  const details = [
    ...(why.keptBasisMinor === 0
      ? []
      : [
          `Behalten: Ware für ${words.money(why.keptBasisMinor)} von ${words.money(why.fullBasisMinor)}, das ergibt ${words.points(why.target)}`,
        ]),
    ...some(why.fromPending, (points) => `Davon noch nicht einlösbar: ${points}`, words),
    ...some(why.fromLot, (points) => `Davon aus dieser Bestellung noch übrig: ${points}`, words),
    ...some(why.fromOtherLots, (points) => `Von anderen ${pointsName} genommen: ${points}`, words),
    ...some(
      why.toDebt,
      (points) => `Schon ausgegeben, wird mit den nächsten ${pointsName} verrechnet: ${points}`,
      words,
    ),
    ...some(why.writtenOff, (points) => `Schon ausgegeben, wird erlassen: ${points}`, words),
  ];
  switch (why.reason) {
    case "refund":
      return told(
        why.keptBasisMinor === 0
          ? `${anOrder(order)} ging zurück, damit auch ${these}`
          : `Ein Teil ${order === null ? "einer Bestellung" : `von Bestellung ${order}`} ging zurück, damit auch ${these}`,
        details,
      );
    case "cancellation":
      return told(`${anOrder(order)} wurde storniert, abgezogen: ${these}`, details);
    case "edit":
      return told(`${anOrder(order)} wurde geändert, abgezogen: ${these}`, details);
  }
}

function some(points: number, say: (points: string) => string, words: Wording): string[] {
  return points === 0 ? [] : [say(words.points(points))];
}

function restored(why: Of<"order_restored">, words: Wording, order: string | null): string {
  const now =
    why.before === 0
      ? `bringt wieder ${words.points(why.target)}`
      : `bringt jetzt ${words.points(why.target)} statt ${words.number(why.before)}`;
  switch (why.reason) {
    case "uncancelled":
      return `${anOrder(order)} gilt wieder und ${now}`;
    case "edit":
      return `${anOrder(order)} wurde geändert und ${now}`;
    case "refund_corrected":
      return `Eine Erstattung wurde zurückgenommen: ${anOrder(order)} ${now}`;
  }
}

function activity(why: Of<"activity">, words: Wording): RenderedExplanation {
  const [first, ...others] = why.rules;
  const named = first !== undefined && others.length === 0 ? words.rule(first.ruleId) : null;
  const name = named === null ? activityWords(why.activity, "de") : words.ruleName(named.id);
  const details = [
    ...(why.points < 0 && why.points !== why.wanted ? ["Mehr war nicht da; offen bleibt dafür nichts"] : []),
    ...cuts(why.cutBy, words),
    ...validity(why.expiresAt, words),
  ];
  if (why.points === 0) return told(`${name}: keine ${words.pointsName}`, details);
  return told(`${name}: ${words.points(Math.abs(why.points))}${why.points < 0 ? " abgezogen" : ""}`, details);
}

function reward(why: { readonly rewardId: string; readonly code: string }, words: Wording): string {
  return `${words.rewardName(why.rewardId)} (Code ${why.code})`;
}

function returned(points: number, words: Wording): string {
  return points === 0 ? "" : `: ${words.points(points)} zurück`;
}

function releasedBecause(reason: Of<"reward_released">["reason"]): string {
  switch (reason) {
    case "expired":
      return "nicht rechtzeitig eingelöst";
    case "cancelled_by_member":
      return "zurückgegeben";
    case "revoked":
      return "vom Shop zurückgenommen";
    case "refused":
      return "ließ sich im Shop nicht einrichten";
    case "declined":
      return "konnte nicht gewährt werden";
    case "ground_fell":
      return "wurde zurückgenommen, weil der Anlass dafür zurückging";
  }
}

function rewardReturned(
  why: Of<"reward_returned">,
  words: Wording,
  order: string | null,
): RenderedExplanation {
  const whole = why.shareNum === why.shareDen;
  const part = order === null ? "einer Bestellung" : `von Bestellung ${order}`;
  const what = whole ? anOrder(order) : `Ein Teil ${part}`;
  const percent = decimalOfFraction(`${why.shareNum}00/${why.shareDen}`, 0);
  return told(
    `${what} mit ${reward(why, words)} ging zurück${why.points === 0 ? "" : `: ${words.points(why.points)} wieder gutgeschrieben`}`,
    whole ? [] : [`Zurückgegeben: ${words.number(percent)} % der Bestellung`],
  );
}

function expiryMode(mode: Of<"expired">["mode"], { pointsName }: Wording): string {
  switch (mode) {
    case "perLot":
      return `${pointsName} gelten eine bestimmte Zeit`;
    case "inactivity":
      return `${pointsName} verfallen nach langer Zeit ohne Bestellung und ohne Prämie`;
    case "fixedDate":
      return `${pointsName} verfallen an einem festen Tag im Jahr`;
  }
}

function cuts(cutBy: readonly string[], words: Wording): string[] {
  return cutBy.map((name) =>
    name === "cap" && words.rule(name) === null
      ? `Weniger, weil in dieser Zeit nicht mehr ${words.pointsName} möglich sind`
      : `Weniger, weil die Grenze für „${words.ruleName(name)}“ erreicht war`,
  );
}

function availability(at: number | null, words: Wording): string[] {
  return at === null ? ["Einlösbar einige Zeit nach der Lieferung"] : [`Einlösbar ab ${words.day(at)}`];
}

function validity(end: number | null, words: Wording): string[] {
  return end === null ? [] : [`Gültig bis ${words.lastDay(end)}`];
}
