import { ParentSize } from "@visx/responsive";
import { scaleLinear } from "@visx/scale";
import { Line, LinePath } from "@visx/shape";
import { Axes, frameFor } from "./axes.tsx";
import { CHART_HEIGHT } from "./drawn.tsx";

export interface CurveProps {
  /** Of the least valuable 0 … 100 %, in even steps: 0 to 1. */
  readonly shares: readonly number[];
  readonly figure: (share: number) => string;
  /** What is counted along the bottom. */
  readonly along: string;
}

const FIGURES = [0, 0.5, 1];

/** How a whole is shared out, and beside it the line on which all had the same. */
export function Curve({ shares, figure, along }: CurveProps) {
  return (
    <ParentSize debounceTime={50}>
      {({ width }) => (width < 1 ? null : <Drawing {...{ shares, figure, along, width }} />)}
    </ParentSize>
  );
}

function Drawing({ shares, figure, along, width }: CurveProps & { readonly width: number }) {
  const frame = frameFor(FIGURES.map(figure));
  const x = scaleLinear<number>({ domain: [0, 1], range: [frame.left, width - frame.right] });
  const y = scaleLinear<number>({ domain: [0, 1], range: [CHART_HEIGHT - frame.bottom, frame.top] });
  return (
    <svg width={width} height={CHART_HEIGHT} aria-hidden="true">
      <Axes
        {...{ frame, width, x, y }}
        height={CHART_HEIGHT}
        figures={FIGURES}
        worded={figure}
        named={[
          { at: 0, text: along },
          { at: 1, text: figure(1) },
        ]}
      />
      <Line className="regulars-chart__even" from={{ x: x(0), y: y(0) }} to={{ x: x(1), y: y(1) }} />
      <LinePath
        className="regulars-chart__curve"
        data={[...shares]}
        x={(_, index) => x(index / (shares.length - 1))}
        y={(share) => y(share)}
      />
    </svg>
  );
}
