import { ParentSize } from "@visx/responsive";
import { scaleLinear } from "@visx/scale";
import { Circle, Line } from "@visx/shape";
import { Axes, frameFor } from "./axes.tsx";
import { CHART_HEIGHT } from "./drawn.tsx";
import { valueScale, wholeFigures } from "./scales.ts";

export interface DaysProps {
  /** In their order; at least one. */
  readonly days: readonly DrawnDay[];
  /** Where the next one is expected; null: nobody can say. */
  readonly next: { readonly at: number; readonly name: string } | null;
  readonly figure: (value: number) => string;
}

export interface DrawnDay {
  readonly at: number;
  readonly name: string;
  readonly value: number;
  /** What is said to the pointer. */
  readonly said: string;
}

/** Days on an axis of time, each as high as its figure, and where the next one is expected. */
export function Days(props: DaysProps) {
  return (
    <ParentSize debounceTime={50}>
      {({ width }) => (width < 1 ? null : <Drawing {...props} width={width} />)}
    </ParentSize>
  );
}

const RADIUS_PX = 5;

function Drawing({ days, next, figure, width }: DaysProps & { readonly width: number }) {
  const values = days.map(({ value }) => value);
  const figures = wholeFigures(valueScale(values, [0, 1]));
  const frame = frameFor(figures.map(figure));
  const y = valueScale(values, [CHART_HEIGHT - frame.bottom, frame.top]);
  const ends = [days[0], next ?? days.at(-1)].filter((end) => end !== undefined);
  const places = [...days, ...(next === null ? [] : [next])].map(({ at }) => at);
  const x = scaleLinear<number>({
    domain: [Math.min(...places), Math.max(...places)],
    range: [frame.left + RADIUS_PX, width - frame.right - RADIUS_PX],
  });
  return (
    <svg width={width} height={CHART_HEIGHT} aria-hidden="true">
      <Axes
        {...{ frame, width, x, y, figures }}
        height={CHART_HEIGHT}
        worded={figure}
        named={ends.map(({ at, name }) => ({ at, text: name }))}
      />
      {next === null ? null : (
        <Line
          className="regulars-chart__even"
          from={{ x: x(next.at), y: frame.top }}
          to={{ x: x(next.at), y: CHART_HEIGHT - frame.bottom }}
        />
      )}
      {days.map(({ at, value, said }) => (
        <g key={at}>
          <title>{said}</title>
          <Circle className="regulars-chart__issued" cx={x(at)} cy={y(value)} r={RADIUS_PX} />
        </g>
      ))}
    </svg>
  );
}
