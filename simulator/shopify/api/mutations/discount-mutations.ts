import { randomUUID } from "node:crypto";
import type { Discount } from "../../../shop/discount-records.ts";
import { gid, idOf } from "../../world.ts";
import { text, time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection } from "../connection.ts";
import { codeRemovedBody } from "../../actions/discounts.ts";
import { codeDiscountNodeView, redeemCodeView } from "../views/discount-view.ts";
import { discountInput, findCodeProblems, type UserError } from "./discount-input.ts";
import { discountOf } from "./discount-of-input.ts";

const ARGUMENTS = {
  basic: "basicCodeDiscount",
  free_shipping: "freeShippingCodeDiscount",
  buy_x_get_y: "bxgyCodeDiscount",
} as const;

const MISSING: UserError = { field: ["id"], code: "INVALID", message: "Code discount does not exist." };

export const discountMutations = (context: ApiContext): Readonly<Record<string, (args: Args) => View>> => ({
  discountCodeBasicCreate: (args) => create(context, "basic", args),
  discountCodeFreeShippingCreate: (args) => create(context, "free_shipping", args),
  discountCodeBxgyCreate: (args) => create(context, "buy_x_get_y", args),
  discountCodeActivate: (args) => setActive(context, args, true),
  discountCodeDeactivate: (args) => setActive(context, args, false),
  discountCodeDelete: (args) => remove(context, args),
  discountRedeemCodeBulkAdd: (args) => addCodes(context, args),
  discountCodeRedeemCodeBulkDelete: (args) => removeCodes(context, args),
});

function create(context: ApiContext, kind: Discount["kind"], args: Args): View {
  const { shop, world } = context;
  const argument = ARGUMENTS[kind];
  const input = discountInput.parse(args[argument]);
  const userErrors = findCodeProblems(shop, kind, argument, input);
  if (userErrors.length > 0) return { codeDiscountNode: null, userErrors };
  const discount: Discount = {
    ...discountOf(shop, kind, input),
    id: world.newId(),
    automatic: false,
    createdAt: world.now(),
    updatedAt: world.now(),
    codes: [{ id: world.newId(), code: (input.code ?? "").trim(), used: 0 }],
    usedBy: [],
    input: args[argument],
  };
  shop.discounts[discount.id] = discount;
  tell(context, "discounts/create", discount);
  return { codeDiscountNode: codeDiscountNodeView(context, discount), userErrors };
}

function tell(context: ApiContext, topic: string, discount: Discount): void {
  const at = context.world.now();
  const body = {
    admin_graphql_api_id: gid("DiscountCodeNode", discount.id),
    title: discount.title,
    status: discount.deactivated ? "EXPIRED" : "ACTIVE",
    created_at: time(discount.createdAt),
    updated_at: time(discount.updatedAt),
  };
  context.post.announce(context.shop, { topic, body, eventId: randomUUID(), at });
}

function find(context: ApiContext, args: Args, name: string): Discount | null {
  const id = idOf("DiscountCodeNode", text(args, name) ?? "");
  const found = id === null ? undefined : context.shop.discounts[id];
  return found === undefined || found.automatic ? null : found;
}

function setActive(context: ApiContext, args: Args, active: boolean): View {
  const discount = find(context, args, "id");
  if (discount === null) return { codeDiscountNode: null, userErrors: [MISSING] };
  discount.deactivated = !active;
  discount.updatedAt = context.world.now();
  if (!active && discount.endsAt === null) discount.endsAt = context.world.now();
  if (active) discount.endsAt = null;
  tell(context, "discounts/update", discount);
  return { codeDiscountNode: codeDiscountNodeView(context, discount), userErrors: [] };
}

function remove(context: ApiContext, args: Args): View {
  const discount = find(context, args, "id");
  if (discount === null) return { deletedCodeDiscountId: null, userErrors: [MISSING] };
  Reflect.deleteProperty(context.shop.discounts, discount.id);
  const body = {
    admin_graphql_api_id: gid("DiscountCodeNode", discount.id),
    deleted_at: time(context.world.now()),
  };
  context.post.announce(context.shop, {
    topic: "discounts/delete",
    body,
    eventId: randomUUID(),
    at: context.world.now(),
  });
  return { deletedCodeDiscountId: gid("DiscountCodeNode", discount.id), userErrors: [] };
}

/** Codes are added some time after the answer; each may fail on its own when it is taken. */
function addCodes(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const discount = find(context, args, "discountId");
  if (discount === null) {
    return { bulkCreation: null, userErrors: [{ ...MISSING, field: ["discountId"] }] };
  }
  const given = Array.isArray(args["codes"]) ? (args["codes"] as readonly { readonly code: string }[]) : [];
  if (given.length === 0) {
    const empty = { field: ["codes"], code: "BLANK", message: "Codes can't be blank" };
    return { bulkCreation: null, userErrors: [empty] };
  }
  const creation = {
    id: world.newId(),
    discountId: discount.id,
    createdAt: world.now(),
    done: false,
    codes: given.map(({ code }) => ({
      code: code.trim(),
      redeemCodeId: null as string | null,
      error: null as string | null,
    })),
  };
  shop.codeImports[creation.id] = creation;
  world.later(world.settings.asyncDelayMs, () => {
    for (const one of creation.codes) {
      const taken = Object.values(shop.discounts).some((other) =>
        other.codes.some((redeem) => redeem.code.toLowerCase() === one.code.toLowerCase()),
      );
      if (taken || one.code === "") {
        one.error = one.code === "" ? "BLANK" : "TAKEN";
        continue;
      }
      one.redeemCodeId = world.newId();
      discount.codes.push({ id: one.redeemCodeId, code: one.code, used: 0 });
    }
    creation.done = true;
  });
  return { bulkCreation: bulkCreationView(context, creation.id), userErrors: [] };
}

export function bulkCreationView(context: ApiContext, id: string): View | null {
  const creation = context.shop.codeImports[id];
  if (creation === undefined) return null;
  const discount = context.shop.discounts[creation.discountId];
  const numbered = creation.codes.map((one, index) => ({ ...one, id: String(index) }));
  return {
    id: gid("DiscountRedeemCodeBulkCreation", creation.id),
    createdAt: time(creation.createdAt),
    done: creation.done,
    codesCount: creation.codes.length,
    importedCount: creation.codes.filter((one) => one.redeemCodeId !== null).length,
    failedCount: creation.codes.filter((one) => one.error !== null).length,
    discountCode: discount === undefined ? null : codeDiscountNodeView(context, discount),
    codes: (args: Args) =>
      connection(context, numbered, args, (one) => ({
        code: one.code,
        discountRedeemCode:
          one.redeemCodeId === null
            ? null
            : redeemCodeView({ id: one.redeemCodeId, code: one.code, used: 0 }),
        errors:
          one.error === null
            ? []
            : [
                {
                  field: ["code"],
                  code: one.error,
                  message: "Code must be unique. Please try a different code.",
                  extraInfo: null,
                },
              ],
      })),
  };
}

function removeCodes(context: ApiContext, args: Args): View {
  const discount = find(context, args, "discountId");
  if (discount === null) return { job: null, userErrors: [{ ...MISSING, field: ["discountId"] }] };
  const ids = Array.isArray(args["ids"])
    ? args["ids"].flatMap((one) => idOf("DiscountRedeemCode", String(one)) ?? [])
    : [];
  if (ids.length === 0) {
    const missing = {
      field: ["ids"],
      code: "MISSING_ARGUMENT",
      message: "Missing expected argument key: 'ids'.",
    };
    return { job: null, userErrors: [missing] };
  }
  context.world.later(context.world.settings.asyncDelayMs, () => {
    const [gone, left] = [true, false].map((isGone) =>
      discount.codes.filter((one) => ids.includes(one.id) === isGone),
    );
    discount.codes.splice(0, discount.codes.length, ...(left ?? []));
    for (const one of gone ?? []) {
      const at = context.world.now();
      const body = codeRemovedBody(context.shop, discount, one, at);
      const topic = "discounts/redeemcode_removed";
      context.post.announce(context.shop, { topic, body, eventId: randomUUID(), at });
    }
  });
  return { job: { id: gid("Job", randomUUID()), done: false }, userErrors: [] };
}
