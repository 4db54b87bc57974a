import { placeText, type DocumentPlace, isList, valueAt } from "../../program/document/document-path.ts";
import type { Again, Journey, Step } from "../journey.ts";
import { parseJourney, type JourneySurroundings } from "../parse-journeys.ts";
import { describeStep } from "./describe-step.ts";
import { describeTrigger } from "./describe-trigger.ts";
import type { JourneyWords } from "./journey-words.ts";

/** A whole journey in a few sentences, as it reads at the top of its page. */
export function describeJourney(journey: Journey, words: JourneyWords): readonly string[] {
  const german = words.language === "de";
  const trigger = describeTrigger(journey.trigger, words);
  const where = journey.where === null || isNothing(journey) ? "" : words.condition(journey.where);
  const begins = german
    ? `Wenn ${trigger}${where === "" ? "" : ` und wenn ${where}`}:`
    : `When ${trigger}${where === "" ? "" : ` and if ${where}`}:`;
  return [
    `${begins} ${said(journey.steps, words)}.`,
    againSaid(journey.again, words),
    ...stopsSaid(journey, words),
    ...(journey.holdout === 0 ? [] : [heldOutSaid(journey.holdout, words)]),
  ];
}

function isNothing({ where }: Journey): boolean {
  return where?.kind === "all" && where.of.length === 0;
}

function said(steps: readonly Step[], words: JourneyWords): string {
  if (steps.length === 0) return words.language === "de" ? "noch nichts" : "nothing yet";
  return steps
    .map((step) => describeStep(step, words))
    .map((text, index) => (index === 0 ? text : lowered(text, words)))
    .join(words.language === "de" ? ", dann " : ", then ");
}

/** Within a sentence English begins small; German nouns stay as they are. */
function lowered(text: string, { language }: JourneyWords): string {
  return language === "de" ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function againSaid(again: Again, words: JourneyWords): string {
  const german = words.language === "de";
  if (again === "once") return german ? "Einmal je Mitglied." : "Once for each member.";
  if (again === "always") return german ? "Jedes Mal." : "Every time.";
  return german
    ? `Frühestens wieder ${words.afterDays(again.afterDays)}.`
    : `Again no sooner than ${words.afterDays(again.afterDays)}.`;
}

const STOPS = {
  purchase: { en: "they have bought", de: "jemand gekauft hat" },
  trigger_undone: { en: "what began it no longer holds", de: "der Anlass nicht mehr gilt" },
  reward_used: { en: "the code it gave was used", de: "der Code daraus benutzt ist" },
} as const;

function stopsSaid({ stopWhen }: Journey, words: JourneyWords): readonly string[] {
  if (stopWhen.size === 0) return [];
  const { language } = words;
  const causes = words.either([...stopWhen].map((stop) => STOPS[stop][language]));
  return [language === "de" ? `Es endet, sobald ${causes}.` : `It ends as soon as ${causes}.`];
}

function heldOutSaid(percent: number, { language, wording }: JourneyWords): string {
  const share = `**${wording.number(percent)} %**`;
  return language === "de"
    ? `${share} bekommen nichts davon, zum Vergleich.`
    : `${share} get nothing of it, to compare with.`;
}

/** A journey without anything in it, around one step that is read by itself. */
const AROUND = { format: "regulars.journey/1", id: "x", trigger: { on: "joined" }, steps: [] };

/** Every step's own sentence by its place, `steps[0]`; null where something in it is wrong. */
export function describeSteps(
  document: unknown,
  around: JourneySurroundings,
  words: JourneyWords,
): Readonly<Record<string, string | null>> {
  const sentences: Record<string, string | null> = {};
  const walk = (place: DocumentPlace) => {
    const steps = valueAt(document, place);
    if (!isList(steps)) return;
    steps.forEach((step, index) => {
      const parsed = parseJourney({ ...AROUND, steps: [step] }, around);
      const [read] = parsed.ok ? parsed.value.steps : [];
      sentences[placeText([...place, index])] = read === undefined ? null : describeStep(read, words);
      const arms = valueAt(step, ["choose"]);
      if (isList(arms)) arms.forEach((_, arm) => walk([...place, index, "choose", arm, "steps"]));
    });
  };
  walk(["steps"]);
  return sentences;
}

/** What begins it by itself, for a journey of which another part is not right yet; null: that is wrong, too. */
export function describeBeginning(
  trigger: unknown,
  around: JourneySurroundings,
  words: JourneyWords,
): string | null {
  const parsed = parseJourney({ ...AROUND, trigger }, around);
  return parsed.ok ? describeTrigger(parsed.value.trigger, words) : null;
}
