import { z } from "zod";
import { assert } from "../assert.ts";
import type { Condition, SegmentConditions } from "../customers/segments/condition.ts";
import { ConditionReader } from "../customers/segments/parse-condition.ts";
import { checkAmount } from "../program/check/check-amount.ts";
import { checkUnique } from "../program/check/check-unique.ts";
import { allowedText, describeIssues } from "../program/document/describe-error.ts";
import type { DocumentError, DocumentPath } from "../program/document/describe-error.ts";
import type { Program } from "../program/program.ts";
import { journeyDocument, journeySettings, journeysFile, MOST_JOURNEYS } from "./document.ts";
import type { JourneyDocument, JourneysFile, StepDocument } from "./document.ts";
import type { Gift, Journey, Journeys, JourneySettings, Step } from "./journey.ts";
import { minutesOf } from "./local-time.ts";

/** What a journey names beside itself: rewards, levels and challenges of a program, and segments. */
export interface JourneySurroundings {
  readonly program: Program;
  readonly segments: SegmentConditions;
  /** It was found sound before, in surroundings that may have changed since: what is missing now is no mistake. */
  readonly wasSound?: boolean;
}

type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

/** Reads journeys out of anything: a list of them, or a list with settings. What is wrong comes back with its path. */
export function parseJourneys(input: unknown, around: JourneySurroundings): Parsed<Journeys> {
  const checked = checkJourneys(input, around);
  if (!checked.ok) return checked;
  const { list, settings } = checked.value;
  return { ok: true, value: { settings: settingsOf(settings ?? journeySettings.parse({})), list } };
}

/** Journeys that are sound, as documents, to be kept. */
export interface CheckedJourneys {
  readonly journeys: readonly JourneyDocument[];
  /** The same, to be run. */
  readonly list: readonly Journey[];
  /** Null: the file has none. */
  readonly settings: JourneysFile["settings"] | null;
  /** Where the list stands. */
  readonly path: DocumentPath;
}

export function checkJourneys(input: unknown, around: JourneySurroundings): Parsed<CheckedJourneys> {
  const parsed = Array.isArray(input)
    ? z.array(journeyDocument).max(MOST_JOURNEYS).safeParse(input, { error: allowedText })
    : journeysFile.safeParse(input, { error: allowedText });
  if (!parsed.success) return { ok: false, errors: describeIssues(input, parsed.error.issues) };
  const { data } = parsed;
  const [journeys, settings] = Array.isArray(data) ? [data, null] : [data.journeys, data.settings];
  const path = Array.isArray(data) ? [] : ["journeys"];
  const reader = readerFor(input, around);
  const complain = (place: DocumentPath, allowed: string) => {
    reader.complain(place, allowed);
  };
  checkUnique(
    journeys.map(({ id }) => id),
    path,
    complain,
  );
  const list = journeys.map((document, index) =>
    new JourneyReader(reader, around, [...path, index]).read(document),
  );
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  return { ok: true, value: { journeys, list, settings, path } };
}

/** The same of one journey by itself. */
export function parseJourney(input: unknown, around: JourneySurroundings): Parsed<Journey> {
  const parsed = journeyDocument.safeParse(input, { error: allowedText });
  if (!parsed.success) return { ok: false, errors: describeIssues(input, parsed.error.issues) };
  const reader = readerFor(input, around);
  const journey = new JourneyReader(reader, around, []).read(parsed.data);
  return reader.errors.length > 0 ? { ok: false, errors: reader.errors } : { ok: true, value: journey };
}

function readerFor(
  document: unknown,
  { program, segments, wasSound = false }: JourneySurroundings,
): ConditionReader {
  return new ConditionReader(document, program.currencyDigits, (id) => wasSound || segments.has(id));
}

/** Settings as they are kept; what is missing is as the program ships. */
export function parseJourneySettings(input: unknown): JourneySettings {
  return settingsOf(journeySettings.parse(input));
}

function settingsOf({ quietHours, frequency, compareDays }: JourneysFile["settings"]): JourneySettings {
  const from = minutesOf(quietHours.from);
  const to = minutesOf(quietHours.to);
  return { quietHours: from === to ? null : { from, to }, frequency, compareDays };
}

const FIRST_VERSION = 1;

/** Stands for a condition that is wrong: the document it is in is refused. */
const NOTHING: Condition = { kind: "all", of: [] };

class JourneyReader {
  private readonly reader: ConditionReader;
  private readonly around: JourneySurroundings;
  private readonly path: DocumentPath;

  constructor(reader: ConditionReader, around: JourneySurroundings, path: DocumentPath) {
    this.reader = reader;
    this.around = around;
    this.path = path;
  }

  read(document: JourneyDocument): Journey {
    const { id, enabled, trigger, again, purpose, holdout, steps } = document;
    if (purpose === "service" && holdout > 0)
      this.complain(["holdout"], "nothing: a service message is kept from nobody");
    this.checkTrigger(trigger);
    const where = document.where === undefined ? null : this.condition(document.where, ["where"]);
    const stopWhen = new Set(document.stopWhen);
    return {
      id,
      version: FIRST_VERSION,
      enabled,
      trigger,
      where,
      again,
      purpose,
      stopWhen,
      holdout,
      late: null,
      steps: this.steps(steps, ["steps"]),
    };
  }

  private steps(documents: readonly StepDocument[], path: DocumentPath): Step[] {
    return documents.map((document, index) => this.step(document, [...path, index]));
  }

  private step({ send, wait, only, give, choose }: StepDocument, path: DocumentPath): Step {
    if (send !== undefined) return { kind: "send", ...send };
    if (wait !== undefined) {
      const { days = 0, hours = 0, at } = wait;
      return { kind: "wait", days, hours, at: at === undefined ? null : minutesOf(at) };
    }
    if (give !== undefined) return { kind: "give", gift: this.gift(give, [...path, "give"]) };
    if (choose !== undefined) {
      const arms = choose.map(({ share, steps }, index) => ({
        share,
        steps: this.steps(steps, [...path, "choose", index, "steps"]),
      }));
      return { kind: "choose", arms };
    }
    return { kind: "only", condition: this.condition(only, [...path, "only"]) };
  }

  private gift({ points, reward, products }: NonNullable<StepDocument["give"]>, path: DocumentPath): Gift {
    if (points !== undefined) return { kind: "points", points };
    assert(reward !== undefined, "a gift is points or a reward");
    this.known(reward, this.around.program.rewards, [...path, "reward"], "the id of a reward of the program");
    const variable = this.around.program.rewards.find(({ id }) => id === reward)?.variable ?? null;
    if (variable !== null && this.around.wasSound !== true)
      this.complain(
        [...path, "reward"],
        "a reward that is not variable: nobody picks how many points it costs",
      );
    return { kind: "reward", rewardId: reward, products: products ?? null };
  }

  private condition(value: unknown, path: DocumentPath): Condition {
    return this.reader.read(value, [...this.path, ...path]) ?? NOTHING;
  }

  private checkTrigger(trigger: JourneyDocument["trigger"]): void {
    const { program, segments } = this.around;
    switch (trigger.on) {
      case "tier_reached":
      case "tier_lost":
      case "tier_in_grace":
        trigger.levels?.forEach((id, index) => {
          const levels = program.tiers?.levels ?? [];
          this.known(id, levels, ["trigger", "levels", index], "the id of a level of the program");
        });
        return;
      case "reward_in_reach":
        if (trigger.reward !== undefined)
          this.known(
            trigger.reward,
            program.rewards,
            ["trigger", "reward"],
            "the id of a reward of the program",
          );
        return;
      case "challenge_done":
      case "challenge_near":
        if (trigger.id !== undefined)
          this.known(
            trigger.id,
            program.challenges,
            ["trigger", "id"],
            "the id of a challenge of the program",
          );
        return;
      case "segment_entered":
      case "segment_left":
        if (this.around.wasSound !== true && !segments.has(trigger.segment))
          this.complain(["trigger", "segment"], "the id of a segment of the segments document");
        return;
      case "purchase":
        checkAmount(trigger.minSubtotal, program.currencyDigits, {
          path: ["trigger", "minSubtotal"],
          complain: (path, allowed) => {
            this.complain(path, allowed);
          },
        });
        return;
      default:
        return;
    }
  }

  private known(
    wanted: string,
    parts: readonly { readonly id: string }[],
    path: DocumentPath,
    allowed: string,
  ): void {
    if (this.around.wasSound !== true && !parts.some(({ id }) => id === wanted)) this.complain(path, allowed);
  }

  private complain(path: DocumentPath, allowed: string): void {
    this.reader.complain([...this.path, ...path], allowed);
  }
}
