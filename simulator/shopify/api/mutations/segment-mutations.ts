import { readSegmentQuery } from "../../../shop/segments.ts";
import { gid, idOf } from "../../world.ts";
import { text, type ApiContext, type Args, type View } from "../api-context.ts";
import { segmentView } from "../views/segment-view.ts";

interface SegmentError {
  readonly field: readonly string[];
  readonly message: string;
}

export const segmentMutations = (context: ApiContext): Readonly<Record<string, (args: Args) => View>> => ({
  segmentCreate: (args) => create(context, args),
  segmentUpdate: (args) => update(context, args),
  segmentDelete: (args) => remove(context, args),
});

function create(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const name = (text(args, "name") ?? "").trim();
  const query = text(args, "query") ?? "";
  const userErrors = problems(context, { id: null, name, query });
  if (userErrors.length > 0) return { segment: null, userErrors };
  const at = world.now();
  const segment = { id: world.newId(), name, query, createdAt: at, updatedAt: at };
  shop.segments[segment.id] = segment;
  world.changed();
  return { segment: segmentView(segment), userErrors };
}

function update(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const segment = shop.segments[idOf("Segment", text(args, "id") ?? "") ?? ""];
  if (segment === undefined) return { segment: null, userErrors: [missing()] };
  const name = (text(args, "name") ?? segment.name).trim();
  const query = text(args, "query") ?? segment.query;
  const userErrors = problems(context, { id: segment.id, name, query });
  if (userErrors.length > 0) return { segment: null, userErrors };
  Object.assign(segment, { name, query, updatedAt: world.now() });
  world.changed();
  return { segment: segmentView(segment), userErrors };
}

/** A segment that a discount is for stays. */
function remove(context: ApiContext, args: Args): View {
  const { shop } = context;
  const id = idOf("Segment", text(args, "id") ?? "") ?? "";
  if (shop.segments[id] === undefined) return { deletedSegmentId: null, userErrors: [missing()] };
  if (Object.values(shop.discounts).some(({ segmentIds }) => segmentIds?.includes(id) === true)) {
    const message = "Segment is used by a discount";
    return { deletedSegmentId: null, userErrors: [{ field: ["id"], message }] };
  }
  Reflect.deleteProperty(shop.segments, id);
  context.world.changed();
  return { deletedSegmentId: gid("Segment", id), userErrors: [] };
}

function problems(
  { shop }: ApiContext,
  wish: { readonly id: string | null; readonly name: string; readonly query: string },
): SegmentError[] {
  const errors: SegmentError[] = [];
  if (wish.name === "") errors.push({ field: ["name"], message: "Name can't be blank" });
  const others = Object.values(shop.segments).filter(({ id }) => id !== wish.id);
  if (others.some(({ name }) => name.toLowerCase() === wish.name.toLowerCase())) {
    errors.push({ field: ["name"], message: "Name has already been taken" });
  }
  if (readSegmentQuery(wish.query) === null) {
    errors.push({ field: ["query"], message: "Query is invalid, or the fake Shopify does not know it" });
  }
  return errors;
}

function missing(): SegmentError {
  return { field: ["id"], message: "Segment does not exist" };
}
