/** Where on the scale a threshold may be put, in whole units of what members climb by. */
export interface ThresholdRoom {
  readonly step: number;
  /** Between the neighbours, on a step each; `lowest` above `highest`: there is no room. */
  readonly lowest: number;
  readonly highest: number;
  /** Where the scale ends. */
  readonly end: number;
}

/** A page key goes so many steps. */
const PAGE_STEPS = 10;

/** A hundredth of the scale, as a figure a merchant would choose: 1, 2, 5 and their tenfolds. */
export function stepFor(top: number): number {
  const hundredth = Math.max(top, 1) / 100;
  const size = 10 ** Math.floor(Math.log10(hundredth));
  const times = hundredth / size;
  return Math.max(1, size * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1));
}

/** Never at the start, where no threshold would be left, and never on or past a neighbour. */
export function roomFor({
  below,
  above,
  top,
}: {
  /** Null: it is the lowest. */
  readonly below: number | null;
  /** Null: it is the highest. */
  readonly above: number | null;
  readonly top: number;
}): ThresholdRoom {
  const step = stepFor(top);
  const end = Math.ceil(top / step) * step;
  return {
    step,
    end,
    lowest: below === null ? step : (Math.floor(below / step) + 1) * step,
    highest: above === null ? end : (Math.ceil(above / step) - 1) * step,
  };
}

/** The nearest place that a threshold may have; null where there is none. */
export function snapped(value: number, { step, lowest, highest }: ThresholdRoom): number | null {
  if (lowest > highest) return null;
  return Math.min(Math.max(Math.round(value / step) * step, lowest), highest);
}

/** Where a key takes a threshold; null: it is none of these keys, or there is no room. */
export function movedByKey(key: string, value: number, room: ThresholdRoom): number | null {
  const { step, lowest, highest } = room;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return snapped((Math.floor(value / step) + 1) * step, room);
    case "ArrowLeft":
    case "ArrowDown":
      return snapped((Math.ceil(value / step) - 1) * step, room);
    case "PageUp":
      return snapped(value + PAGE_STEPS * step, room);
    case "PageDown":
      return snapped(value - PAGE_STEPS * step, room);
    case "Home":
      return snapped(lowest, room);
    case "End":
      return snapped(highest, room);
    default:
      return null;
  }
}
