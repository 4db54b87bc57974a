import { ProgressBar } from "@shopify/polaris";

interface ShareBarProps {
  readonly part: number;
  readonly whole: number;
  /** The element that says what is measured. */
  readonly labelledBy: string;
}

/** How much of a whole, in whole per cent: screen readers read the figure out. */
export function ShareBar({ part, whole, labelledBy }: ShareBarProps) {
  const percent = whole === 0 ? 0 : Math.round((part / whole) * 100);
  return (
    <ProgressBar
      progress={Math.min(percent, 100)}
      size="small"
      tone="highlight"
      ariaLabelledBy={labelledBy}
    />
  );
}
