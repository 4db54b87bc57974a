import { scaleLinear } from "@visx/scale";

export type ScaleLinear = ReturnType<typeof scaleLinear<number>>;

const FIGURES_WANTED = 4;

/**
 * From a round figure below everything to one above it; zero is in it. Days on which more came back than was given
 * lie below zero. `range`: the pixels of the lowest and of the highest figure.
 */
export function valueScale(values: readonly number[], range: readonly [number, number]): ScaleLinear {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  return scaleLinear<number>({
    domain: [least, most === least ? least + 1 : most],
    range: [...range],
    nice: FIGURES_WANTED,
  });
}

/** The round figures of a scale of whole things. */
export function wholeFigures(scale: ScaleLinear): readonly number[] {
  return scale.ticks(FIGURES_WANTED).filter(Number.isInteger);
}
