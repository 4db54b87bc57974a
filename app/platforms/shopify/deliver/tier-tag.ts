/** Ours are the tags that begin so; no other tag of the merchant's is ever touched. */
export const TAG_PREFIX = "regulars-tier:";

/** The tag of customers in a level: what segments, workflows and the merchant see of it. */
export function tierTag(levelId: string): string {
  return `${TAG_PREFIX}${levelId}`;
}
