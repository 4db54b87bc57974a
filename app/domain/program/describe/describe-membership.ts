import type { Membership } from "../program.ts";
import { describeGift } from "./describe-challenges.ts";
import { describePerk } from "./describe-perk.ts";
import { factorText } from "./describe-rule.ts";
import type { ProgramWords } from "./program-words.ts";

/** A paid membership as a sentence: how long a unit of it lasts, and what it brings. */
export function describeMembership(membership: Membership, words: ProgramWords): string {
  const german = words.language === "de";
  const { multiplier, entryPoints, monthly, graceDays } = membership;
  const factor = factorText(multiplier, words);
  const { pointsName } = words.wording;
  const brings = [
    ...(multiplier.num === multiplier.den
      ? []
      : [german ? `**${factor}-fache** ${pointsName}` : `**${factor}×** ${pointsName}`]),
    ...(entryPoints === 0
      ? []
      : [`${words.points(entryPoints)} ${german ? "zum Einstieg" : "to begin with"}`]),
    ...(monthly === null
      ? []
      : [`${german ? "jeden Monat" : "every month"} ${describeGift(monthly, words)}`]),
    ...[...membership.rewards].map((id) => `**${words.wording.rewardName(id)}**`),
    ...membership.perks.map((perk) => describePerk(perk, words)),
  ];
  const grace =
    graceDays === 0
      ? ""
      : german
        ? ` und ${words.days(graceDays)} Frist`
        : ` and ${words.days(graceDays)} of grace`;
  const start = `**${words.wording.text(membership.name)}** ${german ? "gilt" : "lasts"} ${words.months(membership.months)}${grace} ${german ? "je gekauftem Stück" : "for each one bought"}`;
  return brings.length === 0 ? `${start}.` : `${start}: ${brings.join(", ")}.`;
}
