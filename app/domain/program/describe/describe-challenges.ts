import { assertNever } from "../../assert.ts";
import { goalOf } from "../../challenges/challenge.ts";
import type { Challenge, Every, Gift, Goal, SurpriseChallenge } from "../../challenges/challenge.ts";
import type { Language } from "../../ledger/explanations/language.ts";
import { describeLines, describeMember, describeWindow } from "./describe-condition.ts";
import type { ProgramWords } from "./program-words.ts";

/** A challenge as a sentence: `**Weekly**: **2 orders** a week bring **25 Bohnen**, each time again.` */
export function describeChallenge(challenge: Challenge, words: ProgramWords): string {
  const german = words.language === "de";
  const off = challenge.enabled ? "" : german ? "Abgeschaltet: " : "Switched off: ";
  const members = describeMember(challenge.member, words);
  const details = [
    ...(members === "" ? [] : [`${german ? "für Mitglieder" : "for members"}${members}`]),
    ...(challenge.optIn ? [german ? "nur für alle, die mitmachen" : "for those who take part"] : []),
    ...(challenge.badge === null
      ? []
      : [`${german ? "mit dem Abzeichen" : "with the badge"} **${words.wording.text(challenge.badge)}**`]),
  ];
  const what = `**${words.wording.text(challenge.name)}**: ${asked(challenge, words)}`;
  return `${off}${[what, ...details].join(", ")}.`;
}

function asked(challenge: Challenge, words: ProgramWords): string {
  const german = words.language === "de";
  const goal = describeGoal(goalOf(challenge), words);
  switch (challenge.kind) {
    case "goal": {
      const gives = [
        ...challenge.steps.map(({ at, gift }) => {
          const given = describeGift(gift, words);
          const { count } = challenge.goal;
          const reached = count === "value" ? words.money(at) : `**${words.wording.number(at)}**`;
          return german ? `${given} bei ${reached}` : `${given} at ${reached}`;
        }),
        ...(challenge.gift === null ? [] : [describeGift(challenge.gift, words)]),
      ];
      const again = challenge.repeat ? AGAIN[words.language] : "";
      const reached = `${goal}${everyWords(challenge.every, words)}`;
      // A badge may be all there is to reach.
      return gives.length === 0
        ? reached
        : `${reached} ${brings(challenge, words)} ${gives.join(", ")}${again}`;
    }
    case "streak": {
      const length = words.wording.number(challenge.length);
      const again = challenge.repeat ? AGAIN[words.language] : "";
      const onEnd = `**${length}** ${PERIODS_ON_END[words.language][challenge.every.kind]}`;
      const given = describeGift(challenge.gift, words);
      return `${goal}${everyWords(challenge.every, words)}, ${onEnd}, ${brings(challenge, words)} ${given}${again}`;
    }
    case "stamps": {
      const most =
        challenge.stampsPerOrder === null
          ? ""
          : german
            ? `, höchstens **${words.wording.number(challenge.stampsPerOrder)}** je Bestellung`
            : `, at most **${words.wording.number(challenge.stampsPerOrder)}** an order`;
      const again = challenge.repeat ? AGAIN[words.language] : "";
      return `${goal} ${brings(challenge, words)} ${describeGift(challenge.gift, words)}${again}${most}`;
    }
    case "surprise": {
      const gifts = words.either(challenge.oneOf.map(({ gift }) => describeGift(gift, words)));
      return `${surpriseWeeks(challenge, words)} ${firstOrder(challenge.goal, words)} ${gifts}, ${german ? "ausgelost" : "drawn by lot"}`;
    }
    case "contest": {
      const winners = words.wording.number(challenge.winners);
      const given = describeGift(challenge.gift, words);
      const time = everyWords(challenge.every, words);
      return german
        ? `unter allen mit ${goal}${time} werden **${winners}** ausgelost: ${given}`
        : `**${winners}** of all with ${goal}${time} are drawn: ${given}`;
    }
    default:
      return assertNever(challenge);
  }
}

function surpriseWeeks({ everyWeeks, from }: SurpriseChallenge, words: ProgramWords): string {
  const weeks = words.wording.number(everyWeeks);
  const day = words.date(from);
  if (words.language === "de") return `jede ${everyWeeks === 1 ? "" : `**${weeks}.** `}Woche ab dem ${day}`;
  return `${everyWeeks === 1 ? "every week" : `every **${weeks}** weeks`} from ${day}`;
}

/** An order that is all there is to reach is not counted besides. */
function firstOrder(goal: Goal, words: ProgramWords): string {
  const german = words.language === "de";
  const goods = goodsOf(goal, words);
  const isAny = goal.count === "purchases" && goal.atLeast === 1;
  const which = isAny ? goods : ` ${german ? "mit" : "with"} ${describeGoal(goal, words)}`;
  return german ? `bringt die erste Bestellung${which}` : `the first order${which} brings`;
}

/** One order brings, three bring; money brings, as one purchase. */
function brings(challenge: Challenge, { language }: ProgramWords): string {
  const { count, atLeast } = goalOf(challenge);
  const isOne = count === "value" || count === "activities" || atLeast === 1;
  if (language === "de") return isOne ? "bringt" : "bringen";
  return isOne ? "brings" : "bring";
}

const AGAIN: Record<Language, string> = { en: ", each time again", de: ", jedes Mal wieder" };

const PERIODS_ON_END: Record<Language, Record<"day" | "week" | "month" | "year", string>> = {
  en: { day: "days on end", week: "weeks on end", month: "months on end", year: "years on end" },
  de: { day: "Tage in Folge", week: "Wochen in Folge", month: "Monate in Folge", year: "Jahre in Folge" },
};

const EVERY: Record<Language, Record<"day" | "week" | "month" | "year" | "once", string>> = {
  en: { day: " a day", week: " a week", month: " a month", year: " a year", once: ", once," },
  de: { day: " am Tag", week: " in der Woche", month: " im Monat", year: " im Jahr", once: ", einmal," },
};

function everyWords(every: Every, words: ProgramWords): string {
  if (every.kind !== "span") return EVERY[words.language][every.kind];
  return describeWindow({ from: every.from, to: every.to, weekdays: null }, words);
}

/** What is to be reached: `**3 items** (goods tagged “new”)`. */
function describeGoal(goal: Goal, words: ProgramWords): string {
  return `${amountOf(goal, goal.atLeast, words)}${goodsOf(goal, words)}`;
}

function goodsOf({ lines }: Goal, words: ProgramWords): string {
  const goods = describeLines(lines, words).replace(/^(?: (?:on|auf)|,) /u, "");
  return goods === "" ? "" : ` (${goods})`;
}

type Counted = readonly [one: string, other: string];

const COUNTED: Record<Language, Record<Exclude<Goal["count"], "value" | "activities">, Counted>> = {
  en: {
    purchases: ["order", "orders"],
    units: ["item", "items"],
    products: ["product", "different products"],
    types: ["kind of goods", "different kinds of goods"],
  },
  de: {
    purchases: ["Bestellung", "Bestellungen"],
    units: ["Artikel", "Artikel"],
    products: ["Produkt", "verschiedene Produkte"],
    types: ["Warenart", "verschiedene Warenarten"],
  },
};

function amountOf({ count, activity }: Goal, amount: number, words: ProgramWords): string {
  const german = words.language === "de";
  if (count === "value") return german ? `${words.money(amount)} Einkauf` : `${words.money(amount)} spent`;
  const number = words.wording.number(amount);
  if (count === "activities") {
    const name = activity === null ? "" : activity.replaceAll("_", " ");
    return german ? `**${number}-mal** „${name}“` : `**${number}×** “${name}”`;
  }
  const [one, other] = COUNTED[words.language][count];
  return `**${number} ${amount === 1 ? one : other}**`;
}

/** What is given, within a sentence. */
export function describeGift(gift: Gift, words: ProgramWords): string {
  return gift.kind === "points"
    ? words.points(gift.points)
    : `**${words.wording.rewardName(gift.rewardId)}**`;
}
