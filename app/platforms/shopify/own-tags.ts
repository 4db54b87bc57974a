import { SEGMENT_TAG_PREFIX } from "#app/domain/customers/segments/segment-tag.ts";
import { TAG_PREFIX } from "./deliver/tier-tag.ts";

/** A customer's tags without those the app wrote itself: what it says of them is no ground for what it gives. */
export function withoutOwnTags(tags: readonly string[]): string[] {
  return tags.filter((tag) => {
    const plain = tag.toLowerCase();
    return !plain.startsWith(TAG_PREFIX) && !plain.startsWith(SEGMENT_TAG_PREFIX);
  });
}
