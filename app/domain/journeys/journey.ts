import type { Condition } from "../customers/segments/condition.ts";
import type { CHANNELS, STOPS } from "./document.ts";
import type { TriggerDocument } from "./triggers-document.ts";

export type Channel = (typeof CHANNELS)[number];
export type Stop = (typeof STOPS)[number];

/** What begins a pass, as the document has it. */
export type Trigger = TriggerDocument;

/** Minutes after midnight, local time. */
export type ClockMinutes = number;

export type Gift =
  | { readonly kind: "points"; readonly points: number }
  | {
      readonly kind: "reward";
      readonly rewardId: string;
      /** Null: the code holds for what the reward says. */
      readonly products: "recommended" | "most_bought" | null;
    };

export type Step =
  | { readonly kind: "send"; readonly channel: Channel; readonly template: string }
  | {
      readonly kind: "wait";
      readonly days: number;
      readonly hours: number;
      readonly at: ClockMinutes | null;
    }
  | { readonly kind: "only"; readonly condition: Condition }
  | { readonly kind: "give"; readonly gift: Gift }
  | {
      readonly kind: "choose";
      /** Shares are whole percents, 100 together. */
      readonly arms: readonly { readonly share: number; readonly steps: readonly Step[] }[];
    };

export type Again = "once" | "always" | { readonly afterDays: number };

/**
 * A notice whose instant had passed when its ground became known goes at the next 09:00 that is more than so many days
 * before the last day.
 */
export interface Lateness {
  readonly untilDays: number;
}

/** A journey as it is run: a document that was checked. */
export interface Journey {
  readonly id: string;
  /** Counted by whom it is kept for; what is read from a file has none but its first. */
  readonly version: number;
  readonly enabled: boolean;
  readonly trigger: Trigger;
  /** Null: everybody. */
  readonly where: Condition | null;
  readonly again: Again;
  readonly purpose: "marketing" | "service";
  readonly stopWhen: ReadonlySet<Stop>;
  /** Percent. */
  readonly holdout: number;
  /** Null: what is late is passed over. */
  readonly late: Lateness | null;
  readonly steps: readonly Step[];
}

export interface JourneySettings {
  /** Half open; null where there are none. */
  readonly quietHours: { readonly from: ClockMinutes; readonly to: ClockMinutes } | null;
  readonly frequency: { readonly count: number; readonly days: number };
  readonly compareDays: number;
}

export interface Journeys {
  readonly settings: JourneySettings;
  /** In the order of the file. */
  readonly list: readonly Journey[];
}
