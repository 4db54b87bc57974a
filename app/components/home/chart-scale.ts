/** The value axis of a chart: from a round figure below everything to one above, in round steps. */
export interface ChartScale {
  readonly bottom: number;
  readonly top: number;
  /** From top to bottom; zero is among them. */
  readonly ticks: readonly number[];
}

const STEPS_WANTED = 3;

/** Days on which more came back than was given lie below zero and are seen like the others. */
export function chartScale(values: readonly number[]): ChartScale {
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const step = roundStep(Math.max(most - least, 1) / STEPS_WANTED);
  const steps = { above: Math.ceil(most / step), below: Math.ceil(-least / step) };
  if (steps.above + steps.below === 0) steps.above = 1;
  const ticks: number[] = [];
  for (let index = steps.above; index >= -steps.below; index -= 1) ticks.push(index * step);
  return { top: steps.above * step, bottom: steps.below === 0 ? 0 : -steps.below * step, ticks };
}

/** The next of 1, 2, 5, 10, 20, 50 …: points are whole. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const found = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least);
  return found ?? 10 * power;
}
