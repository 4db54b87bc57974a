import { badRequest, type ApiContext, type Args, type View } from "./api-context.ts";

const MOST_PER_PAGE = 250;

const encodeCursor = (id: string): string => Buffer.from(JSON.stringify({ last_id: id })).toString("base64");

/** A page of a sorted list, with Shopify's limits on `first` and `last`. */
export function connection<T extends { readonly id: string }>(
  context: ApiContext,
  sorted: readonly T[],
  args: Args,
  view: (one: T) => View,
): View {
  const ordered = args["reverse"] === true ? [...sorted].reverse() : sorted;
  const { start, end } = context.bulk ? { start: 0, end: ordered.length } : range(ordered, args);
  const page = ordered.slice(start, end).map((one) => ({ cursor: encodeCursor(one.id), node: view(one) }));
  return {
    edges: page,
    nodes: page.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
  };
}

function range(ordered: readonly { readonly id: string }[], args: Args): { start: number; end: number } {
  const { first, last } = args;
  const wanted = typeof first === "number" ? first : last;
  if (typeof wanted !== "number") throw badRequest("you must provide one of first or last");
  if (wanted < 0 || wanted > MOST_PER_PAGE) {
    throw badRequest(
      `first and last must be between 0 and ${MOST_PER_PAGE}, not ${wanted}`,
      "BAD_USER_INPUT",
    );
  }
  const after = positionOf(ordered, args["after"]);
  const before = positionOf(ordered, args["before"]);
  const from = after === null ? 0 : after + 1;
  const to = before ?? ordered.length;
  return typeof first === "number"
    ? { start: from, end: Math.min(to, from + first) }
    : { start: Math.max(from, to - wanted), end: to };
}

function positionOf(ordered: readonly { readonly id: string }[], cursor: unknown): number | null {
  if (typeof cursor !== "string") return null;
  const index = ordered.findIndex((one) => encodeCursor(one.id) === cursor);
  if (index === -1) throw badRequest("Invalid cursor for current pagination sort.", "INVALID_CURSOR");
  return index;
}

/** Sorts by a number and then by id, as every sort key of Shopify's does. */
export function sortedBy<T extends { readonly id: string }>(all: readonly T[], key: (one: T) => number): T[] {
  return [...all].sort((a, b) => key(a) - key(b) || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
