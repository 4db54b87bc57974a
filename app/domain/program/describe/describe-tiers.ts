import { assertNever } from "../../assert.ts";
import type { TierLevel, Tiers } from "../program.ts";
import { describePerk } from "./describe-perk.ts";
import { factorText } from "./describe-rule.ts";
import type { ProgramWords } from "./program-words.ts";

/** How one gets into the tiers, stays and leaves; then a sentence per level. */
export function describeTiers(tiers: Tiers, words: ProgramWords): readonly string[] {
  return [validity(tiers, words), ...tiers.levels.map((level) => describeLevel(level, tiers, words))];
}

function describeLevel(level: TierLevel, tiers: Tiers, words: ProgramWords): string {
  const brings = describeBenefits(level, words);
  const start = `**${words.wording.text(level.name)}** ${threshold(level, tiers, words)}`;
  return brings.length === 0 ? `${start}.` : `${start}: ${brings.join(", ")}.`;
}

/** All that a level brings, each in a few words: more points, what is given on reaching it, perks. */
export function describeBenefits(level: TierLevel, words: ProgramWords): readonly string[] {
  const german = words.language === "de";
  return [
    ...(level.multiplier.num === level.multiplier.den
      ? []
      : [
          german
            ? `**${factorText(level.multiplier, words)}-fache** ${words.wording.pointsName}`
            : `**${factorText(level.multiplier, words)}×** ${words.wording.pointsName}`,
        ]),
    ...(level.entryPoints === 0
      ? []
      : [`${words.points(level.entryPoints)} ${german ? "beim Erreichen" : "on reaching it"}`]),
    ...level.entryRewards.map((reward) => words.wording.rewardName(reward)),
    ...level.perks.map((perk) => describePerk(perk, words)),
  ];
}

function threshold(level: TierLevel, tiers: Tiers, words: ProgramWords): string {
  const german = words.language === "de";
  if (level.from === 0) return german ? "von Anfang an" : "from the start";
  const from = german ? "ab" : "from";
  switch (tiers.metric) {
    case "spend":
      return `${from} ${words.money(level.from)} ${german ? "Umsatz" : "spent"}`;
    case "points":
      return `${from} ${words.points(level.from)}`;
    case "orders": {
      const one = level.from === 1;
      const orders = german ? (one ? "Bestellung" : "Bestellungen") : one ? "order" : "orders";
      return `${from} **${words.wording.number(level.from)}** ${orders}`;
    }
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
        ? `Für die Stufe ${window.months === 1 ? "zählt der letzte" : "zählen die letzten"} ${words.months(window.months)}; sie gilt ebenso lange${grace}.`
        : `The last ${words.months(window.months)} count towards the tier; it lasts as long${grace}.`;
    case "calendarYear":
      return german
        ? `Für die Stufe zählt das Kalenderjahr; sie gilt bis zum Ende des folgenden Jahres${grace}.`
        : `The calendar year counts towards the tier; it lasts until the end of the next year${grace}.`;
    default:
      return assertNever(window);
  }
}
