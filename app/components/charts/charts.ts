import { lazy, type ComponentType } from "react";
import type { ColumnsProps } from "./columns.tsx";
import type { CurveProps } from "./curve.tsx";
import type { DaysProps } from "./days.tsx";

/** The library is loaded with the first chart that is drawn; where it cannot be, the figures stand in their table. */
export const LazyColumns = lazy<ComponentType<ColumnsProps>>(() =>
  import("./columns.tsx").then(({ Columns }) => ({ default: Columns }), notDrawn),
);
export const LazyCurve = lazy<ComponentType<CurveProps>>(() =>
  import("./curve.tsx").then(({ Curve }) => ({ default: Curve }), notDrawn),
);
export const LazyDays = lazy<ComponentType<DaysProps>>(() =>
  import("./days.tsx").then(({ Days }) => ({ default: Days }), notDrawn),
);

function notDrawn() {
  return { default: () => null };
}
