import { assertNever } from "../../assert.ts";
import type { Language } from "../../ledger/explanations/language.ts";
import type { Expiry, Program } from "../program.ts";
import type { GoodsGroup } from "../shop-abilities.ts";
import { describeChallenge } from "./describe-challenges.ts";
import { describeMembership } from "./describe-membership.ts";
import { describeReferral } from "./describe-referral.ts";
import { describeReward } from "./describe-reward.ts";
import { describeCampaign, describeCap, describeExclusions, describeRule } from "./describe-rule.ts";
import { describeTiers } from "./describe-tiers.ts";
import { programWords, type ProgramWords } from "./program-words.ts";

export type ProgramPart =
  "earning" | "challenges" | "tiers" | "memberships" | "referral" | "rewards" | "expiry" | "refunds";

export interface ProgramSentences {
  readonly part: ProgramPart;
  /** What stands between `**` is meant to stand out. */
  readonly sentences: readonly string[];
}

/** A whole program in plain sentences, part by part, for whoever sets it up and whoever takes part in it. */
export function describeProgram(
  program: Program,
  language: Language,
  goodsGroup: GoodsGroup,
): readonly ProgramSentences[] {
  const words = programWords(program, language, goodsGroup);
  const parts: ProgramSentences[] = [
    {
      part: "earning",
      sentences: [
        ...program.rules.map((rule) => describeRule(rule, words)),
        ...program.campaigns.map((campaign) => describeCampaign(campaign, words)),
        ...program.caps.map((cap) => describeCap(cap, words)),
        ...describeExclusions(program, words),
      ],
    },
    {
      part: "challenges",
      sentences: program.challenges.map((challenge) => describeChallenge(challenge, words)),
    },
    { part: "tiers", sentences: program.tiers === null ? [] : describeTiers(program.tiers, words) },
    {
      part: "memberships",
      sentences: program.memberships.map((membership) => describeMembership(membership, words)),
    },
    {
      part: "referral",
      sentences: program.referral?.enabled === true ? describeReferral(program.referral, words) : [],
    },
    { part: "rewards", sentences: program.rewards.map((reward) => describeReward(reward, words)) },
    { part: "expiry", sentences: [describeExpiry(program.expiry, words)] },
    { part: "refunds", sentences: describeRefunds(program, words) },
  ];
  return parts
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ part, sentences }) => ({ part, sentences: sentences.map(capitalised) }));
}

/** The merchant's word for points may be written small, and a sentence begin with it. */
function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function describeExpiry(expiry: Expiry, words: ProgramWords): string {
  const german = words.language === "de";
  const other = words.wording.pointsName;
  switch (expiry.kind) {
    case "never":
      return german ? `${other} verfallen nie.` : `${other} never expire.`;
    case "perLot": {
      const end = expiry.toMonthEnd ? (german ? ", zum Monatsende" : ", at the end of that month") : "";
      return `${other} ${german ? "verfallen" : "expire"} ${words.afterMonths(expiry.months)}${end}.`;
    }
    case "inactivity":
      return german
        ? `${other} verfallen ${words.months(expiry.months)} nach der letzten Bestellung oder Einlösung.`
        : `${other} expire ${words.months(expiry.months)} after the last order or redemption.`;
    case "fixedDate": {
      const day = words.monthDay(expiry.month, expiry.day);
      const spared =
        expiry.minAgeDays === 0
          ? ""
          : german
            ? `, wenn sie älter als ${words.days(expiry.minAgeDays)} sind`
            : ` when they are older than ${words.days(expiry.minAgeDays)}`;
      return german
        ? `${other} verfallen jedes Jahr am ${day}${spared}.`
        : `${other} expire every year on ${day}${spared}.`;
    }
    default:
      return assertNever(expiry);
  }
}

function describeRefunds({ refunds }: Program, words: ProgramWords): readonly string[] {
  const { language } = words;
  const other = words.wording.pointsName;
  return [SPENT_POINTS[language][refunds.spentPoints](other), SHORTFALL[language][refunds.shortfall](other)];
}

type Sentence = (points: string) => string;

const SPENT_POINTS: Record<Language, Record<Program["refunds"]["spentPoints"], Sentence>> = {
  en: {
    none: (points) => `${points} spent on an order do not come back when it is returned.`,
    fullOnly: (points) => `${points} spent on an order come back when all of it is returned.`,
    proportional: (points) => `${points} spent on an order come back in proportion to what is returned.`,
  },
  de: {
    none: (points) => `Für eine Bestellung eingelöste ${points} kommen nicht zurück, wenn Ware zurückgeht.`,
    fullOnly: (points) =>
      `Für eine Bestellung eingelöste ${points} kommen zurück, wenn die ganze Bestellung zurückgeht.`,
    proportional: (points) =>
      `Für eine Bestellung eingelöste ${points} kommen anteilig zurück, wenn Ware zurückgeht.`,
  },
};

const SHORTFALL: Record<Language, Record<Program["refunds"]["shortfall"], Sentence>> = {
  en: {
    debt: (points) => `${points} of returned goods that were spent already are settled from the next ones.`,
    clamp: (points) => `${points} of returned goods that were spent already are let off.`,
    otherLots: (points) =>
      `${points} of returned goods that were spent already are taken from the member's other ones.`,
  },
  de: {
    debt: (points) =>
      `Sind ${points} zurückgegebener Ware schon ausgegeben, werden sie mit den nächsten verrechnet.`,
    clamp: (points) => `Sind ${points} zurückgegebener Ware schon ausgegeben, werden sie erlassen.`,
    otherLots: (points) =>
      `Sind ${points} zurückgegebener Ware schon ausgegeben, werden sie von den übrigen genommen.`,
  },
};
