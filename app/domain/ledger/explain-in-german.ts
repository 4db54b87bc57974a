import { assertNever } from "../assert.ts";
import type { ExplainedLine, ExplainedRule, Explanation } from "./explanation.ts";
import type { RenderedExplanation } from "./render-explanation.ts";
import type { Wording } from "./wording.ts";

type Of<Kind extends Explanation["kind"]> = Extract<Explanation, { kind: Kind }>;

/** An entry's reason in German, written as German is spoken in shops and not translated. */
export function explainInGerman(why: Explanation, words: Wording): RenderedExplanation {
  switch (why.kind) {
    case "order_earned":
      return earned(why, words);
    case "order_reduced":
      return reduced(why, words);
    case "order_restored":
      return told(
        `${orderName(why)} ${restoredBecause(why.reason)} und bringt nun ${words.points(why.target)} statt ${words.number(why.before)}`,
      );
    case "activity":
      return activity(why, words);
    case "matured":
      return told(
        `Jetzt einlösbar: ${words.points(why.points)} aus ${causeName(why.cause)}`,
        validity(why.expiresAt, words),
      );
    case "debt_offset":
      return told(
        `Mit ${words.points(why.points)} aus ${causeName(why.cause)} ausgeglichen, was nach einer Rückgabe noch offen war`,
        why.debtLeft === 0 ? [] : [`Noch offen: ${words.points(why.debtLeft)}`],
      );
    case "reward_held":
      return told(`${words.points(why.points)} für ${words.rewardName(why.rewardId)}, Code ${why.code}`);
    case "reward_released":
      return told(
        `${words.rewardName(why.rewardId)} (Code ${why.code}) ${releasedBecause(why.reason)}, wieder da: ${words.points(why.points)}`,
      );
    case "reward_used":
      return told(
        `${words.rewardName(why.rewardId)} (Code ${why.code}) eingelöst${why.orderId === null ? "" : ` in Bestellung ${why.orderId}`}`,
      );
    case "reward_returned":
      return told(
        `Bestellung ${why.orderId} mit Code ${why.code} ging ganz oder teilweise zurück, wieder da sind von den eingelösten: ${words.points(why.points)}`,
        [`Zurückgegebener Anteil der Bestellung: ${why.shareNum}/${why.shareDen}`],
      );
    case "expired":
      return told(`${words.points(why.points)} aus ${causeName(why.cause)} verfallen`, [
        expiryMode(why.mode),
      ]);
    case "reinstated":
      return told(`Verfallene ${words.points(why.points)} wieder gutgeschrieben: ${why.reason}`);
    case "adjusted":
      return told(
        `${words.points(Math.abs(why.points))} vom Shop ${why.points < 0 ? "abgezogen" : "gutgeschrieben"}: ${why.reason}`,
      );
    case "tier_entry":
      return told(`${words.points(why.points)} zum Erreichen von ${words.levelName(why.levelId)}`);
    case "merged":
      return told(
        `${words.points(why.points)} von ${why.fromMemberId} zu ${why.toMemberId} übertragen: es ist dieselbe Person`,
      );
    default:
      return assertNever(why);
  }
}

function told(title: string, details: readonly string[] = []): RenderedExplanation {
  return { title, details };
}

function orderName(why: { readonly orderId: string; readonly orderName: string | null }): string {
  return `Bestellung ${why.orderName ?? why.orderId}`;
}

function causeName(cause: string): string {
  const [kind, ...rest] = cause.split(":");
  return kind === "order" ? `Bestellung ${rest.join(":")}` : rest.join(" ").replaceAll("_", " ") || cause;
}

function earned(why: Of<"order_earned">, words: Wording): RenderedExplanation {
  const details = [
    ...why.lines.flatMap((line) => line.rules.map((rule) => lineRule(line, rule, words))),
    ...why.orderRules.map((rule) => `${rule.ruleId}: ${words.points(rule.points)} für die Bestellung`),
    ...(why.exactPoints.endsWith("/1")
      ? []
      : [`Genau ${why.exactPoints} Punkte, für die ganze Bestellung einmal abgerundet`]),
    ...cuts(why.cutBy),
    ...(why.tierId === null ? [] : [`Berechnet mit Status ${words.levelName(why.tierId)}`]),
    ...availability(why.availableAt, words),
    ...validity(why.expiresAt, words),
  ];
  const title =
    why.points === 0 ? `${orderName(why)} bringt nichts` : `${orderName(why)}: ${words.points(why.points)}`;
  return told(title, details);
}

function lineRule(line: ExplainedLine, explained: ExplainedRule, words: Wording): string {
  const rule = words.rule(explained.ruleId);
  const times = line.multiplier === "1" || line.multiplier === "1/1" ? "" : ` × ${line.multiplier}`;
  const result = `${explained.ruleId}: ${words.points(explained.points)}`;
  if (rule?.kind === "spend") {
    const each = `${words.number(rule.points)} je ${words.money(rule.perMinor)}`;
    return `${result} für ${words.money(line.basisMinor)} in Position ${line.lineId}, ${each}${rule.step ? ", nur volle Schritte" : ""}${times}`;
  }
  if (rule?.kind === "item")
    return `${result} für Position ${line.lineId}, ${words.number(rule.points)} je Stück`;
  return `${result} für Position ${line.lineId}`;
}

function reduced(why: Of<"order_reduced">, words: Wording): RenderedExplanation {
  const because = {
    refund: "ging ganz oder teilweise zurück",
    cancellation: "wurde storniert",
    edit: "wurde geändert",
  }[why.reason];
  const details = [
    `Behalten: ${words.money(why.keptBasisMinor)} von ${words.money(why.fullBasisMinor)}, das bringt ${words.points(why.target)}`,
    ...takenFrom(why.fromPending, "noch nicht freigegebenen Punkten", words),
    ...takenFrom(why.fromLot, "dem Rest der Punkte dieser Bestellung", words),
    ...takenFrom(why.fromOtherLots, "anderen Punkten", words),
    ...(why.toDebt === 0
      ? []
      : [`Schon eingelöst und mit den nächsten verrechnet: ${words.points(why.toDebt)}`]),
    ...(why.writtenOff === 0 ? [] : [`Schon eingelöst und erlassen: ${words.points(why.writtenOff)}`]),
  ];
  const lost = words.points(why.before - why.target);
  return told(`${orderName(why)} ${because}, mit ihr ${lost} von ${words.number(why.before)}`, details);
}

function takenFrom(points: number, source: string, words: Wording): string[] {
  return points === 0 ? [] : [`${words.points(points)} aus ${source}`];
}

function restoredBecause(reason: Of<"order_restored">["reason"]): string {
  switch (reason) {
    case "uncancelled":
      return "ist wieder offen";
    case "edit":
      return "wurde geändert";
    case "refund_corrected":
      return "hat eine Erstattung weniger";
  }
}

function activity(why: Of<"activity">, words: Wording): RenderedExplanation {
  const name = why.activity.replaceAll("_", " ");
  const details = [
    ...(why.points < 0 && why.points !== why.wanted ? ["Mehr war nicht da; offen bleibt dafür nichts"] : []),
    ...cuts(why.cutBy),
    ...validity(why.expiresAt, words),
  ];
  if (why.points === 0) return told(`${name}: keine Punkte`, details);
  return told(
    `${name}: ${words.points(Math.abs(why.points))} ${why.points < 0 ? "abgezogen" : "gutgeschrieben"}`,
    details,
  );
}

function releasedBecause(reason: Of<"reward_released">["reason"]): string {
  switch (reason) {
    case "expired":
      return "wurde nicht rechtzeitig eingelöst";
    case "cancelled_by_member":
      return "wurde zurückgegeben";
    case "revoked":
      return "wurde vom Shop zurückgenommen";
    case "refused":
      return "ließ sich im Shop nicht einrichten";
    case "declined":
      return "konnte nicht gewährt werden";
  }
}

function expiryMode(mode: Of<"expired">["mode"]): string {
  switch (mode) {
    case "perLot":
      return "Punkte gelten eine feste Zeit, seit sie einlösbar sind";
    case "inactivity":
      return "Punkte verfallen nach langer Zeit ohne Bestellung und ohne Prämie";
    case "fixedDate":
      return "Punkte verfallen an einem festen Tag im Jahr";
  }
}

function cuts(cutBy: readonly string[]): string[] {
  return cutBy.map((name) => `Gekürzt auf das, was die Grenze „${name}“ noch zuließ`);
}

function availability(at: number | null, words: Wording): string[] {
  return at === null ? ["Einlösbar einige Zeit nach der Lieferung"] : [`Einlösbar ab ${words.day(at)}`];
}

function validity(end: number | null, words: Wording): string[] {
  return end === null ? [] : [`Gültig bis ${words.lastDay(end)}`];
}
