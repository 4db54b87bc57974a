import { randomUUID } from "node:crypto";
import type { Discount } from "../../../shop/discount-records.ts";
import { gid, idOf } from "../../world.ts";
import { text, time, type ApiContext, type Args, type View } from "../api-context.ts";
import { automaticDiscountNodeView } from "../views/discount-view.ts";
import { discountInput, findProblems, type UserError } from "./discount-input.ts";
import { discountOf } from "./discount-of-input.ts";

const ARGUMENTS = {
  basic: "automaticBasicDiscount",
  free_shipping: "freeShippingAutomaticDiscount",
} as const;
type AutomaticKind = keyof typeof ARGUMENTS;

const MISSING: UserError = { field: ["id"], code: "INVALID", message: "Automatic discount does not exist." };

export const automaticDiscountMutations = (
  context: ApiContext,
): Readonly<Record<string, (args: Args) => View>> => ({
  discountAutomaticBasicCreate: (args) => create(context, "basic", args),
  discountAutomaticFreeShippingCreate: (args) => create(context, "free_shipping", args),
  discountAutomaticBasicUpdate: (args) => update(context, "basic", args),
  discountAutomaticFreeShippingUpdate: (args) => update(context, "free_shipping", args),
  discountAutomaticDelete: (args) => remove(context, args),
});

function create(context: ApiContext, kind: AutomaticKind, args: Args): View {
  const { shop, world } = context;
  const argument = ARGUMENTS[kind];
  const input = discountInput.parse(args[argument]);
  const userErrors = findProblems(shop, kind, argument, input);
  if (userErrors.length > 0) return { automaticDiscountNode: null, userErrors };
  const discount: Discount = {
    ...discountOf(shop, kind, input),
    id: world.newId(),
    automatic: true,
    createdAt: world.now(),
    updatedAt: world.now(),
    codes: [],
    usedBy: [],
    input: args[argument],
  };
  shop.discounts[discount.id] = discount;
  tell(context, "discounts/create", discount);
  return { automaticDiscountNode: automaticDiscountNodeView(context, discount), userErrors };
}

/** What the input leaves out stays; segments are added to those there are, or taken from them. */
function update(context: ApiContext, kind: AutomaticKind, args: Args): View {
  const { shop, world } = context;
  const argument = ARGUMENTS[kind];
  const before = find(context, args);
  if (before?.kind !== kind) return { automaticDiscountNode: null, userErrors: [MISSING] };
  const given = discountInput.parse(args[argument]);
  const whole = discountInput.parse({ ...Object(before.input), ...Object(args[argument]) });
  const userErrors = findProblems(shop, kind, argument, whole);
  if (userErrors.length > 0) return { automaticDiscountNode: null, userErrors };
  const segments = given.context?.customerSegments;
  const ids = (gids: readonly string[] | null | undefined): string[] =>
    gids?.flatMap((one) => idOf("Segment", one) ?? []) ?? [];
  const kept = (before.segmentIds ?? []).filter((id) => !ids(segments?.remove).includes(id));
  const after: Discount = {
    ...before,
    ...discountOf(shop, kind, whole),
    segmentIds:
      segments === null || segments === undefined
        ? before.segmentIds
        : [...new Set([...kept, ...ids(segments.add)])],
    updatedAt: world.now(),
    input: { ...Object(before.input), ...Object(args[argument]) },
  };
  shop.discounts[after.id] = after;
  tell(context, "discounts/update", after);
  return { automaticDiscountNode: automaticDiscountNodeView(context, after), userErrors };
}

function remove(context: ApiContext, args: Args): View {
  const discount = find(context, args);
  if (discount === null) return { deletedAutomaticDiscountId: null, userErrors: [MISSING] };
  Reflect.deleteProperty(context.shop.discounts, discount.id);
  const id = gid("DiscountAutomaticNode", discount.id);
  const at = context.world.now();
  const body = { admin_graphql_api_id: id, deleted_at: time(at) };
  context.post.announce(context.shop, { topic: "discounts/delete", body, eventId: randomUUID(), at });
  return { deletedAutomaticDiscountId: id, userErrors: [] };
}

function find(context: ApiContext, args: Args): Discount | null {
  const id = idOf("DiscountAutomaticNode", text(args, "id") ?? "");
  const found = id === null ? undefined : context.shop.discounts[id];
  return found?.automatic === true ? found : null;
}

function tell(context: ApiContext, topic: string, discount: Discount): void {
  const body = {
    admin_graphql_api_id: gid("DiscountAutomaticNode", discount.id),
    title: discount.title,
    status: "ACTIVE",
    created_at: time(discount.createdAt),
    updated_at: time(discount.updatedAt),
  };
  context.post.announce(context.shop, { topic, body, eventId: randomUUID(), at: context.world.now() });
}
