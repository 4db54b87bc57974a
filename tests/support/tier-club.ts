import { berlin } from "./story.ts";
import type { PlainProgram, Story, ToldOrder } from "./story.ts";

const LEVELS = [
  { id: "bronze", from: "0" },
  { id: "silver", from: "200.00", multiplier: 1.25, entryPoints: 100 },
  { id: "gold", from: "1000.00", multiplier: 1.5, entryPoints: 50, entryRewards: ["gift"] },
];

/** A program with three levels by spend over twelve months, and what a story changes of it. */
export function club(tiers: object = {}, more: PlainProgram = {}): PlainProgram {
  return {
    rewards: [{ id: "gift", kind: "amountOff", value: "5.00", cost: 9999 }],
    tiers: {
      metric: "spend",
      window: { kind: "rolling", months: 12 },
      graceDays: 30,
      levels: LEVELS,
      ...tiers,
    },
    ...more,
  };
}

export const buy = (story: Story, id: string, price: string, more: Partial<ToldOrder> = {}) =>
  story.order(id, { lines: [{ price }], ...more });

/** A member's tier with its dates in words. */
export function tierOf(story: Story) {
  const { levelId, since, until, graceUntil } = story.member().tier;
  return { levelId, since: berlin(since), until: berlin(until), graceUntil: berlin(graceUntil) };
}
