/** Tags that begin so are the app's own: they tell the shop who is in which segment. */
export const SEGMENT_TAG_PREFIX = "regulars-segment:";

/** The tag of customers who are in a segment. */
export function segmentTag(segmentId: string): string {
  return `${SEGMENT_TAG_PREFIX}${segmentId}`;
}
