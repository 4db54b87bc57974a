import { AxisBottom, AxisLeft, type AxisScale } from "@visx/axis";
import { GridRows } from "@visx/grid";
import type { ScaleLinear } from "./scales.ts";

/** Room around what is drawn, in pixels; the left one fits the longest figure. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const FIGURE_PX = 7;

export function frameFor(figures: readonly string[]): Frame {
  const longest = Math.max(...figures.map((figure) => figure.length));
  return { left: longest * FIGURE_PX + 18, right: 8, top: 8, bottom: 24 };
}

interface AxesProps {
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
  readonly x: AxisScale<number>;
  readonly y: ScaleLinear;
  readonly figures: readonly number[];
  readonly worded: (figure: number) => string;
  /** From left to right: what is named under the chart. */
  readonly named: readonly { readonly at: string | number; readonly text: string }[];
}

/** Lines at round figures, and the names under them: the first begins and the last ends with the chart. */
export function Axes({ frame, width, height, x, y, figures, worded, named }: AxesProps) {
  const textAt = (at: unknown) => named.find((one) => one.at === at)?.text ?? String(at);
  const last = named.at(-1)?.at;
  return (
    <>
      <GridRows
        scale={y}
        left={frame.left}
        width={width - frame.left - frame.right}
        tickValues={[...figures]}
        className="regulars-chart__grid"
      />
      <AxisLeft
        scale={y}
        left={frame.left}
        tickValues={[...figures]}
        tickFormat={(figure) => worded(Number(figure))}
        hideAxisLine
        hideTicks
        tickLabelProps={{ className: "regulars-chart__text", textAnchor: "end", dx: "-4px", dy: "4px" }}
      />
      <AxisBottom
        scale={x}
        top={height - frame.bottom}
        tickValues={named.map(({ at }) => at)}
        tickFormat={textAt}
        hideTicks
        axisClassName="regulars-chart__ground"
        tickLabelProps={(at) => ({
          className: "regulars-chart__text",
          textAnchor: at === named[0]?.at ? "start" : at === last ? "end" : "middle",
          dy: "2px",
        })}
      />
    </>
  );
}
