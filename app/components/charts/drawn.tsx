import { Suspense, useEffect, useState, type ReactNode } from "react";

/** As high as every chart, so that nothing moves when it is drawn. */
export const CHART_HEIGHT = 180;

interface DrawnProps {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly children: ReactNode;
}

/** The place of a chart. What draws it comes after the page: nobody waits for it who came for something else. */
export function Drawn({ label, children }: DrawnProps) {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return (
    <div
      className="regulars-chart"
      role="img"
      aria-label={label}
      style={{ blockSize: `${String(CHART_HEIGHT)}px` }}
    >
      {mounted ? <Suspense fallback={null}>{children}</Suspense> : null}
    </div>
  );
}
