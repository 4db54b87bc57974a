import { z } from "zod";
import { toMinor } from "../../world/money.ts";
import type { Discount, DiscountBuys, DiscountGets, Entitled } from "../../world/discount-records.ts";
import type { Shop } from "../../world/records.ts";
import { idOf } from "../../world/world.ts";

/** The schema has checked the form already; this only gives it TypeScript's types. */
const ids = z.array(z.string()).nullish();
const decimal = z.union([z.string(), z.number()]).transform(String);
const items = z.object({
  all: z.boolean().nullish(),
  products: z.object({ productsToAdd: ids, productVariantsToAdd: ids }).nullish(),
  collections: z.object({ add: ids }).nullish(),
});
const quantity = z.union([z.string(), z.number()]).transform(Number);
const gets = z.object({
  items: items.nullish(),
  value: z
    .object({
      percentage: z.number().nullish(),
      discountAmount: z
        .object({ amount: decimal.nullish(), appliesOnEachItem: z.boolean().nullish() })
        .nullish(),
      discountOnQuantity: z
        .object({
          quantity: quantity.nullish(),
          effect: z.object({ percentage: z.number().nullish(), amount: decimal.nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
const people = z.object({ all: z.unknown().nullish(), customers: z.object({ add: ids }).nullish() });

export const discountInput = z.object({
  title: z.string().nullish(),
  code: z.string().nullish(),
  startsAt: z.string().nullish(),
  endsAt: z.string().nullish(),
  usageLimit: z.number().nullish(),
  appliesOncePerCustomer: z.boolean().nullish(),
  combinesWith: z
    .object({
      orderDiscounts: z.boolean().nullish(),
      productDiscounts: z.boolean().nullish(),
      shippingDiscounts: z.boolean().nullish(),
    })
    .nullish(),
  context: people.nullish(),
  customerSelection: people.nullish(),
  customerGets: gets.nullish(),
  customerBuys: z
    .object({
      items: items.nullish(),
      value: z.object({ quantity: quantity.nullish(), amount: decimal.nullish() }).nullish(),
    })
    .nullish(),
  minimumRequirement: z
    .object({
      quantity: z.object({ greaterThanOrEqualToQuantity: quantity.nullish() }).nullish(),
      subtotal: z.object({ greaterThanOrEqualToSubtotal: decimal.nullish() }).nullish(),
    })
    .nullish(),
  tags: z.array(z.string()).nullish(),
});

export type DiscountInput = z.output<typeof discountInput>;

export interface UserError {
  readonly field: readonly string[];
  readonly message: string;
  readonly code: string;
}

type Problem = (path: readonly string[], code: string, message: string) => void;

/** What Shopify answers as userErrors, as far as a loyalty app can run into it. */
export function findProblems(
  shop: Shop,
  kind: Discount["kind"],
  argument: string,
  input: DiscountInput,
): UserError[] {
  const errors: UserError[] = [];
  const problem: Problem = (path, code, message) =>
    errors.push({ field: [argument, ...path], code, message });
  if (isBlank(input.title)) problem(["title"], "BLANK", "Title can't be blank");
  if (isBlank(input.code)) problem(["code"], "BLANK", "Code can't be blank");
  if ((input.code ?? "").length > 255)
    problem(["code"], "TOO_LONG", "Code is too long (maximum is 255 characters)");
  if (isBlank(input.startsAt)) problem(["startsAt"], "BLANK", "Starts at can't be blank");
  if (input.startsAt && input.endsAt && Date.parse(input.endsAt) <= Date.parse(input.startsAt)) {
    problem(["endsAt"], "END_DATE_BEFORE_START_DATE", "Ends at needs to be after starts_at");
  }
  if (!input.context && !input.customerSelection) {
    problem(["context"], "BLANK", "Context can't be blank");
  }
  const minimum = input.minimumRequirement;
  if (minimum?.quantity && minimum.subtotal) {
    problem(
      ["minimumRequirement"],
      "MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT",
      "Minimum subtotal and quantity are both present",
    );
  }
  if (input.usageLimit !== null && input.usageLimit !== undefined && input.usageLimit < 1) {
    problem(["usageLimit"], "GREATER_THAN", "Usage limit must be greater than 0");
  }
  findGetsProblems(shop, kind, input, problem);
  findMissing(shop, input, problem);
  const taken = Object.values(shop.discounts).some((one) =>
    one.codes.some((redeem) => redeem.code.toLowerCase() === (input.code ?? "").trim().toLowerCase()),
  );
  if (taken) problem(["code"], "TAKEN", "Code must be unique. Please try a different code.");
  return errors;
}

function isBlank(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === "";
}

function findGetsProblems(shop: Shop, kind: Discount["kind"], input: DiscountInput, problem: Problem): void {
  if (kind === "free_shipping") return;
  const value = input.customerGets?.value;
  if (!value) {
    problem(["customerGets", "value"], "BLANK", "Value can't be blank");
    return;
  }
  if (!input.customerGets?.items) {
    problem(["customerGets", "items"], "BLANK", "Items can't be blank");
    return;
  }
  const fraction = value.percentage ?? value.discountOnQuantity?.effect?.percentage;
  if (fraction !== null && fraction !== undefined && (fraction <= 0 || fraction > 1)) {
    problem(
      ["customerGets", "value", "percentage"],
      "VALUE_OUTSIDE_RANGE",
      "Value must be between 0.0 and 1.0",
    );
  }
  const amount = value.discountAmount?.amount;
  if (amount !== null && amount !== undefined && toMinor(amount, shop.currency) <= 0) {
    problem(
      ["customerGets", "value", "discountAmount", "amount"],
      "GREATER_THAN",
      "Amount must be greater than 0",
    );
  }
  if (kind === "basic" && value.discountOnQuantity) {
    problem(
      ["customerGets", "value", "discountOnQuantity"],
      "INVALID",
      "Discount on quantity is only for buy X get Y discounts",
    );
  }
  if (kind === "buy_x_get_y" && !value.discountOnQuantity) {
    problem(["customerGets", "value"], "INVALID", "Only discountOnQuantity permitted with bxgy discounts.");
  }
  if (kind === "buy_x_get_y" && input.customerGets.items.all === true) {
    problem(["customerGets", "items"], "INVALID", "Items in 'customer get' cannot be set to all");
  }
  if (kind === "buy_x_get_y" && !input.customerBuys?.value) {
    problem(["customerBuys", "value"], "BLANK", "Customer buys value can't be blank");
  }
}

function findMissing(shop: Shop, input: DiscountInput, problem: Problem): void {
  const customers = (input.context ?? input.customerSelection)?.customers?.add ?? [];
  for (const one of customers) {
    const id = idOf("Customer", one);
    if (id === null || shop.customers[id] === undefined) {
      problem(
        ["context", "customers", "add"],
        "INVALID",
        `Customer with id: ${one.split("/").at(-1) ?? one} is invalid`,
      );
    }
  }
  for (const part of [input.customerGets?.items, input.customerBuys?.items]) {
    for (const one of part?.products?.productsToAdd ?? []) {
      const id = idOf("Product", one);
      if (id === null || shop.products[id] === undefined) {
        problem(
          ["customerGets", "items", "products", "productsToAdd"],
          "INVALID",
          `Product with id: ${one.split("/").at(-1) ?? one} is invalid`,
        );
      }
    }
    for (const one of part?.products?.productVariantsToAdd ?? []) {
      const id = idOf("ProductVariant", one);
      const exists = Object.values(shop.products).some((product) =>
        product.variants.some((variant) => variant.id === id),
      );
      if (!exists) {
        problem(
          ["customerGets", "items", "products", "productVariantsToAdd"],
          "INVALID",
          `Product variant with id: ${one.split("/").at(-1) ?? one} is invalid`,
        );
      }
    }
    for (const one of part?.collections?.add ?? []) {
      const id = idOf("Collection", one);
      if (id === null || shop.collections[id] === undefined) {
        problem(
          ["customerGets", "items", "collections", "add"],
          "INVALID",
          `Collection with id: ${one.split("/").at(-1) ?? one} is invalid`,
        );
      }
    }
  }
}

export function getsOf(shop: Shop, input: DiscountInput): DiscountGets {
  const value = input.customerGets?.value;
  const on = value?.discountOnQuantity;
  const amount = value?.discountAmount;
  return {
    items: entitledOf(input.customerGets?.items),
    value: on
      ? { type: "quantity", quantity: on.quantity ?? 1, fraction: on.effect?.percentage ?? 1 }
      : amount?.amount
        ? {
            type: "amount",
            amountMinor: toMinor(amount.amount, shop.currency),
            onEachItem: amount.appliesOnEachItem === true,
          }
        : typeof value?.percentage === "number"
          ? { type: "percentage", fraction: value.percentage }
          : null,
  };
}

export function buysOf(shop: Shop, input: DiscountInput): DiscountBuys | null {
  const buys = input.customerBuys;
  if (!buys) return null;
  return {
    items: entitledOf(buys.items),
    quantity: buys.value?.quantity ?? null,
    amountMinor: buys.value?.amount ? toMinor(buys.value.amount, shop.currency) : null,
  };
}

function entitledOf(input: z.output<typeof items> | null | undefined): Entitled {
  const list = (type: string, gids: readonly string[] | null | undefined): string[] =>
    (gids ?? []).flatMap((one) => idOf(type, one) ?? []);
  return {
    all: input === null || input === undefined || input.all === true,
    productIds: list("Product", input?.products?.productsToAdd),
    variantIds: list("ProductVariant", input?.products?.productVariantsToAdd),
    collectionIds: list("Collection", input?.collections?.add),
  };
}
