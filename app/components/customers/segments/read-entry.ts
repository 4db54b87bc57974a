import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { parseSegments, SEGMENTS_FORMAT } from "#app/domain/customers/segments/segments.ts";
import { withSegment, type SegmentEntry } from "#app/domain/customers/segments/shop-segments.ts";

export interface ReadEntry {
  readonly isSound: boolean;
  /** What is wrong with its conditions, by the place below them. */
  readonly errors: readonly DocumentError[];
}

/** A segment among all those of the shop: what it names must be there, and it must not go round in a circle. */
export function readEntry(all: readonly SegmentEntry[], entry: SegmentEntry, digits: number): ReadEntry {
  const document = withSegment({ format: SEGMENTS_FORMAT, segments: all }, entry.id, entry);
  const parsed = parseSegments(document, digits);
  if (parsed.ok) return { isSound: true, errors: [] };
  const index = document.segments.findIndex(({ id }) => id === entry.id);
  const prefix = `segments[${String(index)}].`;
  return {
    isSound: false,
    errors: parsed.errors.flatMap((error) =>
      error.path.startsWith(prefix) ? [{ ...error, path: error.path.slice(prefix.length) }] : [error],
    ),
  };
}
