import { assert } from "../../assert.ts";
import { parseMoney } from "../../money.ts";
import { parseInstant } from "../../parse-instant.ts";
import { compileLines, type LineConditionDocument } from "../../program/compile/line-condition.ts";
import { describeGoods } from "../../program/describe/describe-condition.ts";
import type { Trigger } from "../journey.ts";
import type { JourneyWords } from "./journey-words.ts";

/** What begins a pass, as half a sentence: `somebody joins`, in German `jemand beitritt`, behind "when" and "wenn". */
export function describeTrigger(trigger: Trigger, words: JourneyWords): string {
  const said = TOLD[trigger.on];
  if (said !== undefined) return said[words.language];
  return words.language === "de" ? inGerman(trigger, words) : inEnglish(trigger, words);
}

/** Those that ask for nothing more. */
const TOLD: Partial<Readonly<Record<Trigger["on"], { readonly en: string; readonly de: string }>>> = {
  joined: { en: "somebody **joins**", de: "jemand **beitritt**" },
  unsubscribed: {
    en: "somebody **unsubscribes** from the newsletter",
    de: "jemand den Newsletter **abbestellt**",
  },
  order_returned: { en: "goods **come back**", de: "Ware **zurückkommt**" },
  referral_joined: {
    en: "a friend somebody brought along **joins**",
    de: "ein geworbener Freund **beitritt**",
  },
  referral_qualified: {
    en: "a friend somebody brought along **has ordered**",
    de: "ein geworbener Freund **bestellt hat**",
  },
};

function inEnglish(trigger: Trigger, words: JourneyWords): string {
  const { days, hours } = words;
  switch (trigger.on) {
    case "purchase":
      return `somebody **buys**${goodsOf(trigger.lines, words)}${nth(trigger.nth, words)}${atLeast(trigger.minSubtotal, words)}`;
    case "points_earned":
      return `somebody has **earned points**, ${hours(trigger.batchHours)} after the first of them`;
    case "reward_in_reach":
      return `${rewardOr(trigger.reward, words, "a **reward**")} comes **in reach**`;
    case "tier_reached":
      return `somebody **reaches** ${levelsOr(trigger.levels, words, "a higher tier")}`;
    case "tier_lost":
      return `somebody **loses** ${levelsOr(trigger.levels, words, "a tier")}`;
    case "tier_in_grace":
      return `the time in which somebody still keeps ${levelsOr(trigger.levels, words, "a tier")} **begins**`;
    case "tier_near":
      return `at most **${percent(trigger.missingShare, words)}** is missing to somebody’s **next tier**`;
    case "points_expiring":
      return `points of somebody’s **expire** in ${days(trigger.daysBefore)}`;
    case "code_expiring":
      return `a code that nobody has used **ends** in ${days(trigger.daysBefore)}`;
    case "membership_ending":
      return `a paid membership **ends** in ${days(trigger.daysBefore)}`;
    case "birthday":
      return `it is ${before(trigger.daysBefore, words)}somebody’s **birthday**`;
    case "anniversary":
      return `it is ${before(trigger.daysBefore, words)}the day on which somebody **joined**, a year or more later`;
    case "lapsed":
      return `somebody has **not bought** for ${days(trigger.days)}`;
    case "segment_entered":
      return `somebody **comes into** the segment **${words.names.segment(trigger.segment)}**`;
    case "segment_left":
      return `somebody **leaves** the segment **${words.names.segment(trigger.segment)}**`;
    case "cart_abandoned":
      return `somebody leaves a **cart** for ${hours(trigger.hours)}`;
    case "replenishment":
      return `it is time for somebody to **buy again**${goodsOf(trigger.lines, words)}`;
    case "browsed":
      return `somebody did **${trigger.activity}** ${String(trigger.times)} times within ${days(trigger.withinDays)}${goodsOf(trigger.lines, words)}`;
    case "survey_open":
      return `the survey **${trigger.survey}** has waited for ${days(trigger.days)}`;
    case "challenge_done":
      return `somebody has **done** ${challengeOr(trigger.id, words, "a challenge")}`;
    case "challenge_near":
      return `at most **${missing(trigger.missing, words)}** is missing to ${challengeOr(trigger.id, words, "a challenge")}`;
    case "date":
      return `it is **${dateOf(trigger, words)}**`;
    default:
      return toldOf(trigger, words);
  }
}

function inGerman(trigger: Trigger, words: JourneyWords): string {
  const { hours } = words;
  switch (trigger.on) {
    case "purchase":
      return `jemand${nth(trigger.nth, words)}${goodsOf(trigger.lines, words)}${atLeast(trigger.minSubtotal, words)} **kauft**`;
    case "points_earned":
      return `jemand **Punkte erhalten** hat, ${hours(trigger.batchHours)} nach den ersten`;
    case "reward_in_reach":
      return `${rewardOr(trigger.reward, words, "eine **Prämie**")} **in Reichweite** kommt`;
    case "tier_reached":
      return `jemand ${levelsOr(trigger.levels, words, "eine höhere Stufe")} **erreicht**`;
    case "tier_lost":
      return `jemand ${levelsOr(trigger.levels, words, "eine Stufe")} **verliert**`;
    case "tier_in_grace":
      return `die Zeit **beginnt**, in der jemand ${levelsOr(trigger.levels, words, "eine Stufe")} noch behält`;
    case "tier_near":
      return `jemandem höchstens **${percent(trigger.missingShare, words)}** zur **nächsten Stufe** fehlen`;
    case "points_expiring":
      return `${inDays(trigger.daysBefore, words)} Punkte **verfallen**`;
    case "code_expiring":
      return `ein unbenutzter Code ${inDays(trigger.daysBefore, words)} **abläuft**`;
    case "membership_ending":
      return `eine bezahlte Mitgliedschaft ${inDays(trigger.daysBefore, words)} **endet**`;
    case "birthday":
      return `jemand ${before(trigger.daysBefore, words)}**Geburtstag** hat`;
    case "anniversary":
      return `sich ${before(trigger.daysBefore, words)}der **Beitritt** jährt`;
    case "lapsed":
      return `jemand ${words.days(trigger.days)} lang **nichts gekauft** hat`;
    case "segment_entered":
      return `jemand ins Segment **${words.names.segment(trigger.segment)}** **kommt**`;
    case "segment_left":
      return `jemand das Segment **${words.names.segment(trigger.segment)}** **verlässt**`;
    case "cart_abandoned":
      return `jemand einen **Warenkorb** ${hours(trigger.hours)} lang liegen lässt`;
    case "replenishment":
      return `es für jemanden Zeit ist,${goodsOf(trigger.lines, words)} **nachzukaufen**`;
    case "browsed":
      return `jemand ${String(trigger.times)}-mal innerhalb von ${inDays(trigger.withinDays, words, "")} **${trigger.activity}** tat${goodsOf(trigger.lines, words)}`;
    case "survey_open":
      return `die Umfrage **${trigger.survey}** ${words.days(trigger.days)} lang offen ist`;
    case "challenge_done":
      return `jemand ${challengeOr(trigger.id, words, "eine Herausforderung")} **geschafft** hat`;
    case "challenge_near":
      return `zu ${challengeOr(trigger.id, words, "einer Herausforderung")} höchstens **${missing(trigger.missing, words)}** fehlt`;
    case "date":
      return `es **${dateOf(trigger, words)}** ist`;
    default:
      return toldOf(trigger, words);
  }
}

function toldOf({ on }: Trigger, { language }: JourneyWords): string {
  const said = TOLD[on];
  assert(said !== undefined, "every trigger is said by itself or by what it asks for");
  return said[language];
}

function goodsOf(lines: LineConditionDocument | undefined, words: JourneyWords): string {
  return lines === undefined ? "" : ` ${describeGoods(compileLines(lines), words)}`;
}

function nth(count: number | undefined, { language }: JourneyWords): string {
  if (count === undefined) return "";
  if (language === "de") return ` zum **${String(count)}. Mal**`;
  return count === 1 ? " for the **first time**" : `, their **purchase no. ${String(count)}**`;
}

function atLeast(amount: string | undefined, words: JourneyWords): string {
  if (amount === undefined) return "";
  const minor = parseMoney(amount, words.program.currencyDigits);
  const money = minor === null ? `**${amount}**` : words.money(minor);
  return words.language === "de" ? ` für mindestens ${money}` : ` for at least ${money}`;
}

/** Days ahead, where German bends the noun: `in 7 Tagen`. */
function inDays(count: number, { wording }: JourneyWords, preposition = "in "): string {
  return `${preposition}**${wording.number(count)} ${count === 1 ? "Tag" : "Tagen"}**`;
}

function before(count: number, words: JourneyWords): string {
  if (count === 0) return "";
  return words.language === "de" ? `${inDays(count, words)} ` : `${words.days(count)} before `;
}

function percent(share: number, { wording }: JourneyWords): string {
  return `${wording.number(Math.round(share * 1000) / 10)} %`;
}

function missing(amount: number | string, { wording }: JourneyWords): string {
  return typeof amount === "number" ? wording.number(amount) : amount;
}

function rewardOr(rewardId: string | undefined, { wording }: JourneyWords, any: string): string {
  return rewardId === undefined ? any : `**${wording.rewardName(rewardId)}**`;
}

function challengeOr(id: string | undefined, { wording }: JourneyWords, any: string): string {
  return id === undefined ? any : `**${wording.challengeName(id)}**`;
}

function levelsOr(ids: readonly string[] | undefined, words: JourneyWords, any: string): string {
  return ids === undefined || ids.length === 0 ? any : words.levels(ids);
}

function dateOf(
  { at, everyYear }: { readonly at: string; readonly everyYear: boolean },
  { wording, language }: JourneyWords,
): string {
  const instant = parseInstant(at);
  const day = instant === null ? at : wording.day(instant);
  if (!everyYear) return day;
  return language === "de" ? `${day} und jedes Jahr danach` : `${day} and every year after`;
}
