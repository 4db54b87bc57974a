import type { FirstChoices } from "./first-choices.ts";

/** From an empty app to a program that shoppers see. */
export const FIRST_STEPS = ["goal", "figures", "publish", "shop"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** How far a merchant has come with setting up the app for the first time. */
export interface FirstRun {
  readonly step: FirstStep;
  /** Null until the first step is done. */
  readonly choices: FirstChoices | null;
  readonly ended: "done" | "skipped" | null;
}
