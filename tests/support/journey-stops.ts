import { expect } from "vitest";
import { at, join, journey, line, note, told } from "./journey-story.ts";
import type { JourneyStory } from "./journey-story.ts";

/** Writes at once, and again a month later unless it is stopped. */
export const twice = (trigger: object, stopWhen: readonly string[] = ["trigger_undone"], more: object = {}) =>
  journey("j", trigger, {
    ...{ stopWhen, again: "once" },
    steps: [note("first"), { wait: { days: 30 } }, note("second")],
    ...more,
  });

export const hello = join(at("2026-01-05"));
export const tier = (when: string, level: string) => line("tier", when, { level, reason: "test" });
export const levels = [
  { id: "bronze", from: "0" },
  { id: "silver", from: "100.00" },
  { id: "gold", from: "200.00" },
];

/** A story, and the instant at which its pass is stopped; null: it goes on to its end. */
export type StopCase = [string, Omit<JourneyStory, "stopAt">, string | null];

export function expectStop(story: Omit<JourneyStory, "stopAt">, stoppedAt: string | null): void {
  const seen = told({ ...story, stopAt: at("2026-03-20") });
  const stopped = seen.filter((text) => text.includes("skipped"));
  expect(stopped).toEqual(
    stoppedAt === null ? [] : [expect.stringMatching(`^${stoppedAt} m1 j [12] skipped: stopped$`)],
  );
  expect(seen.some((text) => text.includes("inbox second"))).toBe(stoppedAt === null);
}
