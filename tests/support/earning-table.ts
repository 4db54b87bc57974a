import { expect, it } from "vitest";
import { Story } from "./story.ts";
import type { PlainProgram, ToldOrder } from "./story.ts";

export const perEuro = { id: "spend", kind: "spend", points: 1, per: "1.00" };
/** One point per euro, and these rules. */
export const rules = (...more: object[]): PlainProgram => ({ earning: { rules: [perEuro, ...more] } });

/** What one order, paid on Monday 5 January 2026, earns. */
function earned(program: PlainProgram, order: ToldOrder): number {
  const story = new Story(program).on("2026-01-05");
  story.join();
  story.order("1", order);
  return story.award("1").target;
}

interface Case {
  readonly title: string;
  readonly program?: PlainProgram;
  readonly order: ToldOrder;
  readonly points: number;
}

/** Orders and what they earn, one test each. */
export function table(cases: readonly Case[]): void {
  it.each(cases.map((one) => [one.title, one] as const))("%s", (_title, one) => {
    expect(earned(one.program ?? {}, one.order)).toBe(one.points);
  });
}
