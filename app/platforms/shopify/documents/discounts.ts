import { z } from "zod";
import { defineDocument } from "./define-document.ts";
import { userErrors } from "./user-errors.ts";

const node = z.object({ id: z.string() });
const redeemCodes = z.object({ nodes: z.array(z.object({ id: z.string(), asyncUsageCount: z.number() })) });
const found = z.object({ title: z.string(), asyncUsageCount: z.number(), codes: redeemCodes });

export const FIND_DISCOUNT = defineDocument({
  points: 10,
  text: `#graphql
    query FindDiscount($code: String!, $search: String!) {
      codeDiscountNodeByCode(code: $code) {
        id
        codeDiscount {
          ... on DiscountCodeBasic {
            title
            asyncUsageCount
            codes(first: 1, query: $search) { nodes { id asyncUsageCount } }
          }
          ... on DiscountCodeFreeShipping {
            title
            asyncUsageCount
            codes(first: 1, query: $search) { nodes { id asyncUsageCount } }
          }
          ... on DiscountCodeBxgy {
            title
            asyncUsageCount
            codes(first: 1, query: $search) { nodes { id asyncUsageCount } }
          }
        }
      }
    }`,
  answer: z.object({
    codeDiscountNodeByCode: z.object({ id: z.string(), codeDiscount: found.partial() }).nullable(),
  }),
});

const created = z.object({ codeDiscountNode: node.nullable(), userErrors });

export const CREATE_BASIC = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreateBasicDiscount($input: DiscountCodeBasicInput!) {
      created: discountCodeBasicCreate(basicCodeDiscount: $input) {
        codeDiscountNode { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ created: created.nullable() }),
});

export const CREATE_FREE_SHIPPING = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreateFreeShippingDiscount($input: DiscountCodeFreeShippingInput!) {
      created: discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) {
        codeDiscountNode { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ created: created.nullable() }),
});

export const CREATE_BXGY = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreateBxgyDiscount($input: DiscountCodeBxgyInput!) {
      created: discountCodeBxgyCreate(bxgyCodeDiscount: $input) {
        codeDiscountNode { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ created: created.nullable() }),
});

const bulkCreation = z.object({
  id: z.string(),
  done: z.boolean(),
  codes: z.object({ nodes: z.array(z.object({ code: z.string(), errors: userErrors })) }),
});
export type BulkCreation = z.infer<typeof bulkCreation>;

export const ADD_CODES = defineDocument({
  points: 10,
  text: `#graphql
    mutation AddRedeemCodes($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
      discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) {
        bulkCreation { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({
    discountRedeemCodeBulkAdd: z.object({ bulkCreation: node.nullable(), userErrors }).nullable(),
  }),
});

export const READ_ADDED_CODES = defineDocument({
  points: 20,
  text: `#graphql
    query ReadAddedCodes($id: ID!) {
      discountRedeemCodeBulkCreation(id: $id) {
        id
        done
        codes(first: 250) { nodes { code errors { field code message } } }
      }
    }`,
  answer: z.object({ discountRedeemCodeBulkCreation: bulkCreation.nullable() }),
});

const named = z.object({ title: z.string(), status: z.string() });

/** The discount that codes of one reward definition share, by its title. */
export const FIND_SHARED_DISCOUNT = defineDocument({
  points: 10,
  text: `#graphql
    query FindSharedDiscount($query: String!) {
      codeDiscountNodes(first: 10, query: $query) {
        nodes {
          id
          codeDiscount {
            ... on DiscountCodeBasic { title status }
            ... on DiscountCodeFreeShipping { title status }
            ... on DiscountCodeBxgy { title status }
          }
        }
      }
    }`,
  answer: z.object({
    codeDiscountNodes: z.object({
      nodes: z.array(z.object({ id: z.string(), codeDiscount: named.partial() })),
    }),
  }),
});

export const DELETE_DISCOUNT = defineDocument({
  points: 10,
  text: `#graphql
    mutation DeleteDiscount($id: ID!) {
      discountCodeDelete(id: $id) { deletedCodeDiscountId userErrors { field code message } }
    }`,
  answer: z.object({
    discountCodeDelete: z.object({ deletedCodeDiscountId: z.string().nullable(), userErrors }).nullable(),
  }),
});

export const DELETE_CODES = defineDocument({
  points: 10,
  text: `#graphql
    mutation DeleteRedeemCodes($discountId: ID!, $ids: [ID!]) {
      discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) {
        job { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ discountCodeRedeemCodeBulkDelete: z.object({ userErrors }).nullable() }),
});

/** What one unit of a free product costs today. */
export const READ_PRICES = defineDocument({
  points: 20,
  text: `#graphql
    query ReadPrices($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on ProductVariant { price }
        ... on Product { variants(first: 1) { nodes { price } } }
      }
    }`,
  answer: z.object({
    nodes: z.array(
      z
        .object({
          price: z.string(),
          variants: z.object({ nodes: z.array(z.object({ price: z.string() })) }),
        })
        .partial()
        .nullable(),
    ),
  }),
});

/** Programs may name a collection by its handle; a discount takes nothing but ids. */
export const FIND_COLLECTION = defineDocument({
  points: 5,
  text: `#graphql
    query FindCollection($handle: String!) {
      collectionByIdentifier(identifier: { handle: $handle }) { id }
    }`,
  answer: z.object({ collectionByIdentifier: node.nullable() }),
});
