import { z } from "zod";
import { defineDocument } from "./define-document.ts";

export const DESCRIBE_CUSTOMERS = defineDocument({
  points: 102,
  text: `#graphql
    query DescribeCustomers($ids: [ID!]!) {
      nodes(ids: $ids) { ... on Customer { id tags } }
    }`,
  answer: z.object({ nodes: z.array(z.object({ id: z.string(), tags: z.array(z.string()) }).nullable()) }),
});

const marketing = z.object({ marketingState: z.string(), marketingUpdatedAt: z.string().nullable() });

export const READ_CUSTOMER_CONSENTS = defineDocument({
  points: 302,
  text: `#graphql
    query ReadCustomerConsents($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Customer {
          id
          defaultEmailAddress { marketingState marketingUpdatedAt }
          defaultPhoneNumber { marketingState marketingUpdatedAt }
        }
      }
    }`,
  answer: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string(),
          defaultEmailAddress: marketing.nullable(),
          defaultPhoneNumber: marketing.nullable(),
        })
        .nullable(),
    ),
  }),
});
