import { activityWords } from "#app/domain/ledger/explanations/activity-words.ts";
import { describeReward } from "#app/domain/program/describe/describe-reward.ts";
import { describeCampaign, describeRule } from "#app/domain/program/describe/describe-rule.ts";
import { programWords } from "#app/domain/program/describe/program-words.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { FindingPlace, ReviewFinding } from "#app/domain/program-review/finding.ts";
import { formatsOf } from "../formats.tsx";
import { findingTexts } from "../i18n/publishing/finding-texts.ts";
import type { Language } from "../i18n/language.tsx";
import { percentIn } from "./percent-in.ts";
import { addressOf, type ProgramPage } from "../program/parts-nav.tsx";

/** A finding as people read it. */
export interface FindingWords {
  readonly said: string;
  /** The rule, campaign or reward it is about, in its own sentence. */
  readonly about: string | null;
  readonly ground: string;
  readonly cure: string;
  /** Where it is cured. */
  readonly page: string;
}

const DAYS_OF_MONTH = 30;

export interface WordedBy {
  readonly program: Program;
  readonly language: Language;
  readonly goodsGroup: GoodsGroup;
  /** Orders the dry run looked at. */
  readonly orders: number;
}

export function findingWords(finding: ReviewFinding, by: WordedBy): FindingWords {
  const about = "of" in finding ? sentenceOf(by, finding.of) : null;
  const page = addressOf("of" in finding ? PAGES[finding.of.kind] : OTHER_PAGES[finding.kind]);
  return { about, page, ...said(finding, by) };
}

type Said = Pick<FindingWords, "said" | "ground" | "cure">;

function said(finding: ReviewFinding, by: WordedBy): Said {
  const { program, language } = by;
  const t = findingTexts[language];
  const { count } = formatsOf(language, program);
  const allOrders = count(by.orders);
  switch (finding.kind) {
    case "level_out_of_reach":
      return outOfReach(finding, by);
    case "expiry_before_next_purchase": {
      const own = t[finding.kind];
      const months = Math.ceil((finding.medianDays * 1.5) / DAYS_OF_MONTH);
      const ground = own.ground(count(finding.medianDays), count(finding.expiryDays));
      return { said: own.said, ground, cure: own.cure(count(months)) };
    }
    case "goods_untold": {
      const { groundReward, ...own } = t[finding.kind];
      const { orders } = finding;
      return { ...own, ground: orders === null ? groundReward : own.ground(count(orders), allOrders) };
    }
    case "people_untold": {
      const own = t[finding.kind];
      return { ...own, ground: own.ground(count(finding.orders), allOrders) };
    }
    case "reward_overpriced":
      return overpriced(finding, by);
    case "exclusion_hidden":
    case "people_excluded":
      return excluding(finding, by);
    case "without_source":
    case "over":
    case "never_applied":
    case "always_behind":
    case "often_behind":
    case "add_up":
      return idle(finding, by);
  }
}

type Of<Kind extends ReviewFinding["kind"]> = Extract<ReviewFinding, { kind: Kind }>;

function overpriced(finding: Of<"reward_overpriced">, { program, language }: WordedBy): Said {
  const own = findingTexts[language].reward_overpriced;
  const { money, points } = formatsOf(language, program);
  const { priceMinor, worthMinor, averageMinor } = finding;
  const ground = own.ground[finding.by](
    points(finding.points),
    money(priceMinor),
    money(worthMinor),
    money(averageMinor ?? worthMinor),
  );
  const fair = Math.floor((finding.points * worthMinor) / Math.max(1, priceMinor));
  return { said: own.said, ground, cure: own.cure(points(fair)) };
}

function excluding(
  finding: Of<"exclusion_hidden" | "people_excluded">,
  { program, language }: WordedBy,
): Said {
  const t = findingTexts[language];
  const { count, money } = formatsOf(language, program);
  if (finding.kind === "people_excluded") {
    const own = t[finding.kind];
    return { ...own, ground: own.ground(count(finding.excluded), count(finding.people)) };
  }
  const own = t[finding.kind];
  const { exceptMinor, goodsMinor } = finding;
  return { ...own, ground: own.ground(percentIn(language)(exceptMinor, goodsMinor), money(exceptMinor)) };
}

function idle(
  finding: Of<"without_source" | "over" | "never_applied" | "always_behind" | "often_behind" | "add_up">,
  by: WordedBy,
): Said {
  const { program, language } = by;
  const t = findingTexts[language];
  const { count, day } = formatsOf(language, program);
  const other = (id: string) => sentenceOf(by, { kind: "rule", id });
  switch (finding.kind) {
    case "without_source": {
      const own = t[finding.kind];
      return { ...own, ground: own.ground(activityWords(finding.activity, language)) };
    }
    case "over": {
      const own = t[finding.kind];
      return { ...own, ground: own.ground(day(finding.endedAt - 1)) };
    }
    case "never_applied": {
      const own = t[finding.kind];
      return { ...own, ground: own.ground(count(finding.orders)) };
    }
    case "always_behind":
    case "often_behind": {
      const own = t[finding.kind];
      return { ...own, ground: own.ground(count(finding.lines), other(finding.byRuleId)) };
    }
    case "add_up": {
      const own = t[finding.kind];
      return { ...own, ground: own.ground(count(finding.lines), other(finding.withRuleId)) };
    }
  }
}

function outOfReach(finding: Of<"level_out_of_reach">, { program, language }: WordedBy): Said {
  const own = findingTexts[language].level_out_of_reach;
  const { count, money, points } = formatsOf(language, program);
  const { tiers } = program;
  const level = tiers?.levels.find(({ id }) => id === finding.levelId);
  const threshold = (from: number) =>
    tiers?.metric === "spend" ? money(from) : tiers?.metric === "points" ? points(from) : count(from);
  const window = tiers?.window;
  const during =
    window?.kind === "rolling" ? own.window.rolling(window.months) : own.window[window?.kind ?? "lifetime"];
  const { reached, people, within, reachableFrom } = finding;
  const share = percentIn(language)(reached, people);
  const counted = { reached: count(reached), people: count(people), share };
  return {
    said: own.said(level === undefined ? finding.levelId : inLanguage(level.name, language)),
    ground:
      within === null
        ? own.ground(counted, level === undefined ? "–" : threshold(level.from), during)
        : own.groundSoFar(counted, threshold(within.from), count(within.days)),
    cure: reachableFrom === null ? own.cureUnknown : own.cure(threshold(reachableFrom)),
  };
}

const PAGES: Readonly<Record<FindingPlace["kind"], ProgramPage>> = {
  rule: "earning",
  campaign: "campaigns",
  reward: "rewards",
};
const OTHER_PAGES: Readonly<Record<Exclude<ReviewFinding, { of: FindingPlace }>["kind"], ProgramPage>> = {
  level_out_of_reach: "tiers",
  expiry_before_next_purchase: "expiry",
  people_excluded: "participants",
};

/** What is meant by a name, or in the sentence the program has for it. */
function sentenceOf({ program, language, goodsGroup }: WordedBy, { kind, id }: FindingPlace): string {
  const words = programWords(program, language, goodsGroup);
  switch (kind) {
    case "rule": {
      const rule = program.rules.find((one) => one.id === id);
      if (rule === undefined) return id;
      return rule.name === null ? plain(describeRule(rule, words)) : inLanguage(rule.name, language);
    }
    case "campaign": {
      const campaign = program.campaigns.find((one) => one.id === id);
      return campaign === undefined ? id : plain(describeCampaign(campaign, words));
    }
    case "reward": {
      const reward = program.rewards.find((one) => one.id === id);
      return reward === undefined ? id : plain(describeReward(reward, words));
    }
  }
}

function plain(sentence: string): string {
  return sentence.replaceAll("**", "");
}
