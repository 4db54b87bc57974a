import { assertNever } from "../../assert.ts";
import type { TierLevel, Tiers } from "../program.ts";
import { factorText } from "./describe-rule.ts";
import type { ProgramWords } from "./program-words.ts";

/** How one gets into the tiers, stays and leaves; then a sentence per level. */
export function describeTiers(tiers: Tiers, words: ProgramWords): readonly string[] {
  return [validity(tiers, words), ...tiers.levels.map((level) => describeLevel(level, tiers, words))];
}

function describeLevel(level: TierLevel, tiers: Tiers, words: ProgramWords): string {
  const german = words.language === "de";
  const brings = [
    ...(level.multiplier.num === level.multiplier.den
      ? []
      : [`**${factorText(level.multiplier, words)} ×** ${words.program.pointsName.other}`]),
    ...(level.entryPoints === 0
      ? []
      : [`${words.points(level.entryPoints)} ${german ? "beim Aufstieg" : "on entry"}`]),
    ...level.entryRewards.map((reward) => words.wording.rewardName(reward)),
    ...level.perks,
  ];
  const start = `**${level.name}** ${german ? "ab" : "from"} ${threshold(level, tiers, words)}`;
  return brings.length === 0 ? `${start}.` : `${start}: ${brings.join(", ")}.`;
}

function threshold(level: TierLevel, tiers: Tiers, words: ProgramWords): string {
  const german = words.language === "de";
  switch (tiers.metric) {
    case "spend":
      return `${words.money(level.from)} ${german ? "Umsatz" : "spent"}`;
    case "points":
      return words.points(level.from);
    case "orders":
      return `**${words.wording.number(level.from)}** ${german ? "Bestellungen" : "orders"}`;
    default:
      return assertNever(tiers.metric);
  }
}

function validity(tiers: Tiers, words: ProgramWords): string {
  const german = words.language === "de";
  const { window } = tiers;
  const grace =
    tiers.graceDays === 0
      ? ""
      : german
        ? `, danach noch ${words.days(tiers.graceDays)} Frist`
        : `, with ${words.days(tiers.graceDays)} of grace`;
  switch (window.kind) {
    case "lifetime":
      return german ? "Eine erreichte Stufe bleibt für immer." : "A tier once reached is kept for ever.";
    case "rolling":
      return german
        ? `Für die Stufe zählen die letzten ${words.months(window.months)}; sie gilt ebenso lange${grace}.`
        : `The last ${words.months(window.months)} count towards the tier; it is valid for as long${grace}.`;
    case "calendarYear":
      return german
        ? `Für die Stufe zählt das Kalenderjahr; sie gilt bis zum Ende des folgenden Jahres${grace}.`
        : `The calendar year counts towards the tier; it is valid until the end of the next year${grace}.`;
    default:
      return assertNever(window);
  }
}
