import { z } from "zod";
import { toMinor } from "../../../shop/money.ts";
import type { Discount } from "../../../shop/discount-records.ts";
import type { Shop } from "../../../shop/records.ts";
import { idOf } from "../../world.ts";

/** The schema has checked the form already; this only gives it TypeScript's types. */
const ids = z.array(z.string()).nullish();
const decimal = z.union([z.string(), z.number()]).transform(String);
export const discountItems = z.object({
  all: z.boolean().nullish(),
  products: z.object({ productsToAdd: ids, productVariantsToAdd: ids }).nullish(),
  collections: z.object({ add: ids }).nullish(),
});
const quantity = z.union([z.string(), z.number()]).transform(Number);
const gets = z.object({
  items: discountItems.nullish(),
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
const people = z.object({
  all: z.unknown().nullish(),
  customers: z.object({ add: ids }).nullish(),
  customerSegments: z.object({ add: ids, remove: ids }).nullish(),
});

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
      items: discountItems.nullish(),
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

/** What Shopify answers as userErrors to a discount with a code, as far as a loyalty app can run into it. */
export function findCodeProblems(
  shop: Shop,
  kind: Discount["kind"],
  argument: string,
  input: DiscountInput,
): UserError[] {
  const errors = findProblems(shop, kind, argument, input);
  const problem: Problem = (path, code, message) =>
    errors.push({ field: [argument, ...path], code, message });
  if (isBlank(input.code)) problem(["code"], "BLANK", "Code can't be blank");
  if ((input.code ?? "").length > 255)
    problem(["code"], "TOO_LONG", "Code is too long (maximum is 255 characters)");
  if (input.context?.customerSegments) {
    problem(["context"], "INVALID", "The fake Shopify knows segments of automatic discounts only");
  }
  if (input.usageLimit !== null && input.usageLimit !== undefined && input.usageLimit < 1) {
    problem(["usageLimit"], "GREATER_THAN", "Usage limit must be greater than 0");
  }
  const taken = Object.values(shop.discounts).some((one) =>
    one.codes.some((redeem) => redeem.code.toLowerCase() === (input.code ?? "").trim().toLowerCase()),
  );
  if (taken) problem(["code"], "TAKEN", "Code must be unique. Please try a different code.");
  return errors;
}

/** What is asked of every discount, with a code or without. */
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
  findGetsProblems(shop, kind, input, problem);
  findMissing(shop, input, problem);
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
  for (const one of input.context?.customerSegments?.add ?? []) {
    const id = idOf("Segment", one);
    if (id === null || shop.segments[id] === undefined) {
      problem(["context", "customerSegments", "add"], "INVALID", "Segment is invalid");
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
