import { z } from "zod";
import { defineDocument } from "./define-document.ts";
import { userErrors } from "./user-errors.ts";

const node = z.object({ id: z.string() });

export const FIND_PERKS = defineDocument({
  points: 20,
  text: `#graphql
    query FindPerks($query: String!, $after: String) {
      discountNodes(first: 100, query: $query, after: $after) {
        nodes {
          id
          discount {
            ... on DiscountAutomaticBasic { tags status }
            ... on DiscountAutomaticFreeShipping { tags status }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`,
  answer: z.object({
    discountNodes: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          discount: z.object({ tags: z.array(z.string()), status: z.string() }).partial(),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

const made = z.object({ automaticDiscountNode: node.nullable(), userErrors }).nullable();

export const CREATE_STANDING_PERCENT = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreateStandingPercent($input: DiscountAutomaticBasicInput!) {
      made: discountAutomaticBasicCreate(automaticBasicDiscount: $input) {
        automaticDiscountNode { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ made }),
});

export const CREATE_STANDING_SHIPPING = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreateStandingShipping($input: DiscountAutomaticFreeShippingInput!) {
      made: discountAutomaticFreeShippingCreate(freeShippingAutomaticDiscount: $input) {
        automaticDiscountNode { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ made }),
});

export const UPDATE_STANDING_PERCENT = defineDocument({
  points: 10,
  text: `#graphql
    mutation UpdateStandingPercent($id: ID!, $input: DiscountAutomaticBasicInput!) {
      made: discountAutomaticBasicUpdate(id: $id, automaticBasicDiscount: $input) {
        automaticDiscountNode { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ made }),
});

export const UPDATE_STANDING_SHIPPING = defineDocument({
  points: 10,
  text: `#graphql
    mutation UpdateStandingShipping($id: ID!, $input: DiscountAutomaticFreeShippingInput!) {
      made: discountAutomaticFreeShippingUpdate(id: $id, freeShippingAutomaticDiscount: $input) {
        automaticDiscountNode { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ made }),
});

export const DELETE_STANDING = defineDocument({
  points: 10,
  text: `#graphql
    mutation DeleteStanding($id: ID!) {
      discountAutomaticDelete(id: $id) { deletedAutomaticDiscountId userErrors { field code message } }
    }`,
  answer: z.object({ discountAutomaticDelete: z.object({ userErrors }).nullable() }),
});

const segment = z.object({ id: z.string(), name: z.string(), query: z.string() });

export const FIND_SEGMENTS = defineDocument({
  points: 10,
  text: `#graphql
    query FindSegments($query: String!) {
      segments(first: 25, query: $query) { nodes { id name query } }
    }`,
  answer: z.object({ segments: z.object({ nodes: z.array(segment) }) }),
});

export const CREATE_SEGMENT = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreateSegment($name: String!, $query: String!) {
      segmentCreate(name: $name, query: $query) { segment { id } userErrors { field message } }
    }`,
  answer: z.object({ segmentCreate: z.object({ segment: node.nullable(), userErrors }).nullable() }),
});

export const UPDATE_SEGMENT = defineDocument({
  points: 10,
  text: `#graphql
    mutation UpdateSegment($id: ID!, $query: String!) {
      segmentUpdate(id: $id, query: $query) { segment { id } userErrors { field message } }
    }`,
  answer: z.object({ segmentUpdate: z.object({ userErrors }).nullable() }),
});

export const DELETE_SEGMENT = defineDocument({
  points: 10,
  text: `#graphql
    mutation DeleteSegment($id: ID!) {
      segmentDelete(id: $id) { deletedSegmentId userErrors { field message } }
    }`,
  answer: z.object({ segmentDelete: z.object({ userErrors }).nullable() }),
});
