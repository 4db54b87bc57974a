import { ParentSize } from "@visx/responsive";
import { scaleBand } from "@visx/scale";
import { Bar } from "@visx/shape";
import { assert } from "#app/domain/assert.ts";
import { Axes, frameFor } from "./axes.tsx";
import { CHART_HEIGHT } from "./drawn.tsx";
import { valueScale, wholeFigures, type ScaleLinear } from "./scales.ts";

export interface ColumnsProps {
  /** In their order, each with its two figures. */
  readonly columns: readonly Column[];
  readonly figure: (value: number) => string;
}

export interface Column {
  readonly id: string;
  readonly name: string;
  readonly first: number;
  readonly second: number;
  /** What is said to the pointer. */
  readonly said: string;
}

/** Two bars a column, on one scale. */
export function Columns({ columns, figure }: ColumnsProps) {
  return (
    <ParentSize debounceTime={50}>
      {({ width }) => (width < 1 ? null : <Drawing columns={columns} figure={figure} width={width} />)}
    </ParentSize>
  );
}

function Drawing({ columns, figure, width }: ColumnsProps & { readonly width: number }) {
  const values = columns.flatMap(({ first, second }) => [first, second]);
  const figures = wholeFigures(valueScale(values, [0, 1]));
  const frame = frameFor(figures.map(figure));
  const y = valueScale(values, [CHART_HEIGHT - frame.bottom, frame.top]);
  const x = scaleBand<string>({
    domain: columns.map(({ id }) => id),
    range: [frame.left, width - frame.right],
    paddingInner: 0.3,
  });
  const half = x.bandwidth() / 2;
  const [start, end] = [columns[0], columns.at(-1)];
  const ends = [start, ...(end === start ? [] : [end])].filter((column) => column !== undefined);
  return (
    <svg width={width} height={CHART_HEIGHT} aria-hidden="true">
      <Axes
        {...{ frame, width, x, y, figures }}
        height={CHART_HEIGHT}
        worded={figure}
        named={ends.map(({ id, name }) => ({ at: id, text: name }))}
      />
      {figures.some((value) => value < 0) ? (
        <line className="regulars-chart__zero" x1={frame.left} x2={width - frame.right} y1={y(0)} y2={y(0)} />
      ) : null}
      {columns.map(({ id, first, second, said }) => (
        <g key={id}>
          <title>{said}</title>
          <Bar className="regulars-chart__issued" x={placeOf(x, id)} width={half} {...between(y, first)} />
          <Bar
            className="regulars-chart__redeemed"
            x={placeOf(x, id) + half}
            width={half}
            {...between(y, second)}
          />
        </g>
      ))}
    </svg>
  );
}

function placeOf(x: ReturnType<typeof scaleBand<string>>, id: string): number {
  const place = x(id);
  assert(place !== undefined, "every column is on the scale");
  return place;
}

/** From zero to a value, which may lie below. */
function between(y: ScaleLinear, value: number) {
  const [from, to] = [y(0), y(value)];
  return { y: Math.min(from, to), height: Math.abs(from - to) };
}
