import type { Segment } from "./records.ts";
import type { Discount } from "./discount-records.ts";
import type { Customer, Shop } from "./records.ts";

interface Term {
  readonly tag: string;
  readonly holds: boolean;
}

const TERM = /^customer_tags\s+(NOT\s+)?CONTAINS\s+'([^']+)'$/iu;

/** The part of the segment query language that this shop knows: tags, joined by AND. Null: it is none. */
export function readSegmentQuery(query: string): readonly Term[] | null {
  const terms = query.split(/\s+AND\s+/iu).map((part) => TERM.exec(part.trim()));
  if (terms.some((term) => term === null)) return null;
  return terms.map((term) => ({ tag: (term?.[2] ?? "").toLowerCase(), holds: term?.[1] === undefined }));
}

function isInSegment(segment: Segment, customer: Customer): boolean {
  const tags = new Set(customer.tags.map((tag) => tag.toLowerCase()));
  return readSegmentQuery(segment.query)?.every(({ tag, holds }) => tags.has(tag) === holds) === true;
}

/** Discounts without a code that are for this person: for everybody, or for a segment they are in. */
export function automaticDiscountsFor(shop: Shop, customerId: string | null): Discount[] {
  const customer = customerId === null ? undefined : shop.customers[customerId];
  const isIn = (id: string): boolean => {
    const segment = shop.segments[id];
    return segment !== undefined && customer !== undefined && isInSegment(segment, customer);
  };
  return Object.values(shop.discounts).filter(
    ({ automatic, segmentIds }) => automatic && (segmentIds === null || segmentIds.some(isIn)),
  );
}
