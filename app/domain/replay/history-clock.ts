import { elementAt } from "../assert.ts";
import type { MemberId } from "../books.ts";
import type { Instant } from "../calendar.ts";

/** So many lines are remembered whoever there is. */
const FEW = 64;

/**
 * How far a history has been told. What falls due for a member need happen only when the history comes
 * to that member again, if it then happens by the latest instant that was told in between. That is not
 * the last one: lines need not be in the order of their instants.
 */
export class HistoryClock {
  private line = 0;
  /** The lines no later one of which was as late, in their order; so their instants descend. Where lines are in order: the last. */
  private peaks: number[] = [];
  private peakInstants: Instant[] = [];
  /** At which line the history last came to a member. */
  private readonly lastLines = new Map<MemberId, { line: number }>();

  /** A line begins. */
  tell(at: Instant): void {
    const { peaks, peakInstants } = this;
    this.line += 1;
    while (peaks.length > 0 && elementAt(peakInstants, peaks.length - 1) <= at) {
      peaks.pop();
      peakInstants.pop();
    }
    peaks.push(this.line);
    peakInstants.push(at);
    if (peaks.length > FEW + 2 * this.lastLines.size) this.forgetPeaks();
  }

  /** The latest instant told; null before the first line. */
  latest(): Instant | null {
    return this.peakInstants[0] ?? null;
  }

  /** The history comes to a member. The latest instant told since it last did; null where that was in this same line, or never. */
  comeTo(memberId: MemberId): Instant | null {
    const last = this.lastLines.get(memberId);
    if (last === undefined) {
      this.lastLines.set(memberId, { line: this.line });
      return null;
    }
    const since = last.line;
    last.line = this.line;
    return since === this.line ? null : elementAt(this.peakInstants, this.firstPeakAfter(since));
  }

  /** Keeps those that some member is brought up to, and the latest: no more than there are members. */
  private forgetPeaks(): void {
    const kept = new Set([0, this.peaks.length - 1]);
    for (const { line } of this.lastLines.values()) kept.add(this.firstPeakAfter(line));
    const isKept = (_: number, index: number) => kept.has(index);
    this.peaks = this.peaks.filter(isKept);
    this.peakInstants = this.peakInstants.filter(isKept);
  }

  private firstPeakAfter(line: number): number {
    const { peaks } = this;
    let low = 0;
    let high = peaks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (elementAt(peaks, middle) > line) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
