import { z } from "zod";
import { defineDocument } from "./define-document.ts";
import { userErrors } from "./user-errors.ts";

export const SET_MEMBER_STATE = defineDocument({
  points: 10,
  text: `#graphql
    mutation SetMemberState($metafields: [MetafieldsSetInput!]!) {
      metafieldsSet(metafields: $metafields) { userErrors { field code message } }
    }`,
  answer: z.object({ metafieldsSet: z.object({ userErrors }).nullable() }),
});

export const READ_TAGS = defineDocument({
  points: 5,
  text: `#graphql
    query ReadTags($id: ID!) {
      customer(id: $id) { tags }
    }`,
  answer: z.object({ customer: z.object({ tags: z.array(z.string()) }).nullable() }),
});

export const ADD_TAGS = defineDocument({
  points: 10,
  text: `#graphql
    mutation AddTags($id: ID!, $tags: [String!]!) {
      tagsAdd(id: $id, tags: $tags) { userErrors { field message } }
    }`,
  answer: z.object({ tagsAdd: z.object({ userErrors }).nullable() }),
});

export const REMOVE_TAGS = defineDocument({
  points: 10,
  text: `#graphql
    mutation RemoveTags($id: ID!, $tags: [String!]!) {
      tagsRemove(id: $id, tags: $tags) { userErrors { field message } }
    }`,
  answer: z.object({ tagsRemove: z.object({ userErrors }).nullable() }),
});
