import { assertNever } from "../../assert.ts";
import type { Campaign, Cap, Program, Rule } from "../program.ts";
import {
  describeLimit,
  describeLines,
  describeMember,
  describeOrder,
  describeWindow,
  PERIODS,
  quoted,
} from "./describe-condition.ts";
import type { ProgramWords } from "./program-words.ts";

/** A rule as a sentence: `Customers earn **1 Bohne** per **€1.00**, after **14 days**.` */
export function describeRule(rule: Rule, words: ProgramWords): string {
  const conditions =
    ("lines" in rule ? describeLines(rule.lines, words) : "") +
    describeOrder(rule.order, words) +
    describeWindow(rule.when, words) +
    describeLimit(rule.limit, words);
  const off = rule.enabled ? "" : words.language === "de" ? "Abgeschaltet: " : "Switched off: ";
  return `${off}${gains(rule, words)}${conditions}${maturityOf(rule, words)}.`;
}

function gains(rule: Rule, words: ProgramWords): string {
  const german = words.language === "de";
  const points = words.points(Math.abs(rule.points));
  const who = `${german ? "Mitglieder" : "Customers"}${describeMember(rule.member, words)}`;
  const earn = german ? `${who} sammeln` : `${who} earn`;
  switch (rule.kind) {
    case "spend": {
      const more = rule.stack === "bonus" ? (german ? " zusätzlich" : " more") : "";
      const each = rule.step ? (german ? "je volle" : "per full") : german ? "je" : "per";
      return `${earn} ${points}${more} ${each} ${words.money(rule.perMinor)}`;
    }
    case "item":
      return german ? `${earn} ${points} je Stück` : `${earn} ${points} per piece`;
    case "order": {
      const onlyOnce = rule.order?.first === true || rule.order?.nth !== undefined;
      if (onlyOnce) return `${earn} ${points}`;
      return german ? `${earn} ${points} je Bestellung` : `${earn} ${points} per order`;
    }
    case "activity": {
      const name = words.wording.ruleName(rule.id);
      const activity = german ? `„${name}“` : `“${name}”`;
      if (rule.points >= 0)
        return german ? `${earn} ${points} für ${activity}` : `${earn} ${points} for ${activity}`;
      return german ? `${who} verlieren ${points} für ${activity}` : `${who} lose ${points} for ${activity}`;
    }
    default:
      return assertNever(rule);
  }
}

/** Activities are credited at once, whatever orders wait for. */
function maturityOf(rule: Rule, words: ProgramWords): string {
  if (rule.kind === "activity") return "";
  const { maturity } = words.program;
  const german = words.language === "de";
  switch (maturity.kind) {
    case "immediate":
      return "";
    case "afterPaid":
      return `, ${words.afterDays(maturity.days)}`;
    case "afterFulfilled":
      return german
        ? `, ${words.days(maturity.days)} nach dem Versand`
        : `, ${words.days(maturity.days)} after fulfilment`;
    default:
      return assertNever(maturity);
  }
}

export function describeCampaign(campaign: Campaign, words: ProgramWords): string {
  const factor = factorText(campaign.factor, words);
  const name = campaign.name === null ? null : words.wording.text(campaign.name);
  const german = words.language === "de";
  const members = campaign.tiers === null ? "" : describeMember({ tiers: campaign.tiers }, words);
  const by = members === "" ? "" : `${german ? " von Mitgliedern" : " by members"}${members}`;
  const conditions = by + describeLines(campaign.lines, words) + describeWindow(campaign.when, words);
  return german
    ? `${name ?? "Aktion"}: Einkäufe${conditions} bringen **${factor}-fache** ${words.wording.pointsName}.`
    : `${name ?? "Campaign"}: purchases${conditions} earn **${factor}×** ${words.wording.pointsName}.`;
}

export function describeCap(cap: Cap, words: ProgramWords): string {
  const per = PERIODS[words.language][cap.per];
  return words.language === "de"
    ? `Mit allen Regeln zusammen höchstens ${words.points(cap.points)} ${per}.`
    : `All rules together give at most ${words.points(cap.points)} ${per}.`;
}

/** Who never collects: one sentence, or none. */
export function describeExclusions({ exclude }: Program, words: ProgramWords): readonly string[] {
  const german = words.language === "de";
  const { customerTags, emailDomains } = exclude;
  const who = [
    ...(customerTags.size === 0
      ? []
      : [`${german ? "mit dem Kundentag" : "Customers tagged"} ${quoted(customerTags, words)}`]),
    ...(emailDomains.size === 0
      ? []
      : [`${german ? "mit einer Adresse bei" : "addresses at"} ${quoted(emailDomains, words)}`]),
  ].join(german ? " oder " : " and ");
  if (who === "") return [];
  return [german ? `Wer ${who} bestellt, sammelt nicht.` : `${who} do not collect.`];
}

/** A factor has at most four decimals. */
export function factorText(factor: Program["campaigns"][number]["factor"], words: ProgramWords): string {
  const tenThousandths = Number((factor.num * 10_000n) / factor.den);
  return words.wording.number(tenThousandths / 10_000);
}
