import type { Step } from "../journey.ts";
import type { JourneyWords } from "./journey-words.ts";

/** A step as a sentence without its dot, in the imperative: `Send the mail Welcome`. */
export function describeStep(step: Step, words: JourneyWords): string {
  return words.language === "de" ? inGerman(step, words) : inEnglish(step, words);
}

const BY = {
  en: { email: "", sms: " as a text message", push: " to their wallet", inbox: " into their panel" },
  de: { email: "", sms: " als SMS", push: " in ihr Wallet", inbox: " in ihr Panel" },
} as const;

function inEnglish(step: Step, words: JourneyWords): string {
  switch (step.kind) {
    case "send":
      return `Send **${words.names.letter(step.template)}**${BY.en[step.channel]}`;
    case "wait":
      return `Wait ${waited(step, words)}`;
    case "only":
      return `Go on only if ${words.condition(step.condition)}`;
    case "give": {
      const { gift } = step;
      if (gift.kind === "points")
        return gift.points < 0
          ? `Take ${words.points(-gift.points)} at most`
          : `Give ${words.points(gift.points)}`;
      const only = { recommended: ", for what others buy with it", most_bought: ", for what they buy most" };
      const goods = gift.products === null ? "" : only[gift.products];
      return `Give **${words.wording.rewardName(gift.rewardId)}** as a code of their own${goods}`;
    }
    case "choose":
      return `Take one of ${String(step.arms.length)} ways by lot: ${shares(step)}`;
  }
}

function inGerman(step: Step, words: JourneyWords): string {
  switch (step.kind) {
    case "send":
      return `**${words.names.letter(step.template)}** schicken${BY.de[step.channel]}`;
    case "wait":
      return `${capital(waited(step, words))} warten`;
    case "only":
      return `Nur weiter, wenn ${words.condition(step.condition)}`;
    case "give": {
      const { gift } = step;
      if (gift.kind === "points")
        return gift.points < 0
          ? `Höchstens ${words.points(-gift.points)} nehmen`
          : `${words.points(gift.points)} geben`;
      const only = {
        recommended: ", für das, was andere dazu kaufen",
        most_bought: ", für das, was sie am meisten kaufen",
      };
      const goods = gift.products === null ? "" : only[gift.products];
      return `**${words.wording.rewardName(gift.rewardId)}** als eigenen Code geben${goods}`;
    }
    case "choose":
      return `Einen von ${String(step.arms.length)} Wegen auslosen: ${shares(step)}`;
  }
}

function shares({ arms }: Extract<Step, { kind: "choose" }>): string {
  return arms.map(({ share }) => `**${String(share)} %**`).join(", ");
}

function waited({ days, hours, at }: Extract<Step, { kind: "wait" }>, words: JourneyWords): string {
  const german = words.language === "de";
  const spans = [...(days > 0 ? [words.days(days)] : []), ...(hours > 0 ? [words.hours(hours)] : [])];
  const span = spans.join(german ? " und " : " and ");
  if (at === null) return span === "" ? words.hours(0) : span;
  const clock = `**${clockText(at)}**`;
  if (span === "") return german ? `bis ${clock}` : `until ${clock}`;
  return german ? `${span} und dann bis ${clock}` : `${span}, then until ${clock}`;
}

const HOUR = 60;

function clockText(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  return `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
