import { element } from "../element.ts";
import type { StorefrontLevel, StorefrontMember } from "../state.ts";
import { say } from "../words/words.ts";
import type { Speech } from "./speech.ts";
import type { View } from "./view.ts";

/** My tier, the way to the next one, what is missing, what it brings and how long mine lasts. */
export function progressSection(view: View, member: StorefrontMember): HTMLElement | null {
  const { tiers } = view.state.program;
  const state = member.tier;
  if (tiers === null || state === null) return null;
  const { speech } = view;
  const { words } = speech;
  const current = tiers.levels.find((level) => level.id === state.levelId);
  const next = tiers.levels.find((level) => level.id === state.next?.levelId);
  const missing =
    next === undefined || state.next === null
      ? words.tierTop
      : say(words.tierMissing, { amount: speech.amount(tiers.metric, state.next.missing), tier: next.name });
  return element(
    "section",
    { class: "card", "aria-labelledby": "regulars-tier" },
    element("h3", { id: "regulars-tier" }, words.tierTitle),
    element(
      "div",
      { class: "ends" },
      element("strong", {}, state.name),
      next !== undefined && element("span", {}, next.name),
    ),
    element(
      "div",
      {
        class: "bar",
        role: "progressbar",
        "aria-valuenow": state.percent,
        "aria-valuemin": 0,
        "aria-valuemax": 100,
        "aria-valuetext": missing,
        "aria-labelledby": "regulars-tier",
      },
      element("i", { style: `inline-size: ${String(state.percent)}%` }),
    ),
    next !== undefined &&
      element(
        "div",
        { class: "ends small" },
        element("span", {}, speech.amount(tiers.metric, current === undefined ? 0 : current.from)),
        element("span", {}, speech.amount(tiers.metric, next.from)),
      ),
    element("p", { class: "lead" }, missing),
    next !== undefined && brings(speech, next),
    holds(view, member),
  );
}

function brings(speech: Speech, level: StorefrontLevel): HTMLElement | null {
  const benefits = levelBenefits(speech, level);
  if (benefits.length === 0) return null;
  const list = speech.list(benefits);
  return element("p", { class: "small" }, say(speech.words.tierBrings, { tier: level.name, list }));
}

/** "Kostenloser Versand", "1.25 × Bohnen", "100 Bohnen as a welcome". */
export function levelBenefits(speech: Speech, level: StorefrontLevel): string[] {
  const benefits = [...level.perks];
  if (level.multiplier !== "1") {
    const factor = speech.factor(level.multiplier);
    benefits.push(say(speech.words.timesPoints, { factor, name: speech.pointsName }));
  }
  if (level.entryPoints > 0) {
    benefits.push(say(speech.words.welcomePoints, { points: speech.points(level.entryPoints) }));
  }
  return benefits;
}

function holds(view: View, member: StorefrontMember): HTMLElement | null {
  const { speech, state } = view;
  const { tier } = member;
  const metric = state.program.tiers?.metric;
  if (tier === null || tier.name === null || metric === undefined) return null;
  if (tier.graceUntil !== null && tier.keepMissing !== null) {
    const amount = speech.amount(metric, tier.keepMissing);
    const day = speech.lastDay(tier.graceUntil);
    return element("p", { class: "small" }, say(speech.words.tierGrace, { tier: tier.name, day, amount }));
  }
  if (tier.until === null) return null;
  const day = speech.lastDay(tier.until);
  return element("p", { class: "small" }, say(speech.words.tierUntil, { tier: tier.name, day }));
}
