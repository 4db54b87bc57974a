import { z } from "zod";
import { defineDocument } from "#app/platforms/shopify/documents/define-document.ts";

/** A code's discount as Shopify itself shows it: what a merchant would see, and what checkout goes by. */
const ITEMS = `
  items {
    ... on AllDiscountItems { allItems }
    ... on DiscountProducts {
      products(first: 10) { nodes { id } }
      productVariants(first: 10) { nodes { id } }
    }
    ... on DiscountCollections { collections(first: 10) { nodes { id } } }
  }`;
const COMMON = `
  title
  startsAt
  endsAt
  usageLimit
  appliesOncePerCustomer
  combinesWith { orderDiscounts productDiscounts shippingDiscounts }
  context {
    ... on DiscountBuyerSelectionAll { all }
    ... on DiscountCustomers { customers { id } }
  }`;
const MINIMUM = `
  minimumRequirement {
    ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount } }
    ... on DiscountMinimumQuantity { greaterThanOrEqualToQuantity }
  }`;
const GETS = `
  customerGets {
    ${ITEMS}
    value {
      ... on DiscountPercentage { percentage }
      ... on DiscountAmount { amount { amount } appliesOnEachItem }
      ... on DiscountOnQuantity {
        quantity { quantity }
        effect { ... on DiscountPercentage { percentage } }
      }
    }
  }`;

const nodes = z.object({ nodes: z.array(z.object({ id: z.string() })) });
const items = z
  .object({ allItems: z.boolean(), products: nodes, productVariants: nodes, collections: nodes })
  .partial();
const amount = z.object({ amount: z.string() });

const shape = z.object({
  __typename: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  usageLimit: z.number().nullable(),
  appliesOncePerCustomer: z.boolean(),
  combinesWith: z.record(z.string(), z.boolean()),
  context: z.object({ all: z.string(), customers: z.array(z.object({ id: z.string() })) }).partial(),
  minimumRequirement: z
    .object({ greaterThanOrEqualToSubtotal: amount, greaterThanOrEqualToQuantity: z.string() })
    .partial()
    .nullish(),
  customerGets: z
    .object({
      items,
      value: z
        .object({
          percentage: z.number(),
          amount,
          appliesOnEachItem: z.boolean(),
          quantity: z.object({ quantity: z.string() }),
          effect: z.object({ percentage: z.number() }),
        })
        .partial(),
    })
    .optional(),
  customerBuys: z
    .object({ items, value: z.object({ quantity: z.string(), amount: z.string() }).partial() })
    .optional(),
});

export type DiscountShape = z.infer<typeof shape>;

export const READ_DISCOUNT = defineDocument({
  points: 30,
  text: `#graphql
    query ReadDiscount($code: String!) {
      codeDiscountNodeByCode(code: $code) {
        codeDiscount {
          __typename
          ... on DiscountCodeBasic { ${COMMON} ${MINIMUM} ${GETS} }
          ... on DiscountCodeFreeShipping { ${COMMON} ${MINIMUM} }
          ... on DiscountCodeBxgy {
            ${COMMON}
            ${GETS}
            customerBuys {
              ${ITEMS}
              value {
                ... on DiscountQuantity { quantity }
                ... on DiscountPurchaseAmount { amount }
              }
            }
          }
        }
      }
    }`,
  answer: z.object({ codeDiscountNodeByCode: z.object({ codeDiscount: shape }).nullable() }),
});
