import type { Segment } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection, sortedBy } from "../connection.ts";
import { search } from "../search.ts";

export function segmentView(one: Segment): View {
  return {
    __typename: "Segment",
    id: gid("Segment", one.id),
    name: one.name,
    query: one.query,
    creationDate: time(one.createdAt),
    lastEditDate: time(one.updatedAt),
  };
}

export function segmentsConnection(context: ApiContext, args: Args): View {
  const found = search(Object.values(context.shop.segments), args["query"], {
    name: ({ name }) => name,
    id: ({ id }) => Number(id),
  });
  return connection(
    context,
    sortedBy(found, () => 0),
    args,
    segmentView,
  );
}
