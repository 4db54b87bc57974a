import { z } from "zod";
import { defineDocument } from "./define-document.ts";
import { userErrors } from "./user-errors.ts";

const node = z.object({ id: z.string() });

export const CREDIT_ACCOUNT = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreditAccount($id: ID!, $input: StoreCreditAccountCreditInput!) {
      storeCreditAccountCredit(id: $id, creditInput: $input) {
        storeCreditAccountTransaction { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({
    storeCreditAccountCredit: z
      .object({ storeCreditAccountTransaction: node.nullable(), userErrors })
      .nullable(),
  }),
});

const credit = z.object({
  id: z.string(),
  expiresAt: z.string().nullable(),
  amount: z.object({ amount: z.string(), currencyCode: z.string() }),
});
const account = z.object({ transactions: z.object({ nodes: z.array(credit.partial()) }) });

export const READ_CREDITS = defineDocument({
  points: 160,
  text: `#graphql
    query ReadCredits($id: ID!, $currency: String!) {
      customer(id: $id) {
        storeCreditAccounts(first: 1, query: $currency) {
          nodes {
            transactions(first: 50, reverse: true) {
              nodes {
                ... on StoreCreditAccountCreditTransaction { id expiresAt amount { amount currencyCode } }
              }
            }
          }
        }
      }
    }`,
  answer: z.object({
    customer: z.object({ storeCreditAccounts: z.object({ nodes: z.array(account) }) }).nullable(),
  }),
});

export const CREATE_GIFT_CARD = defineDocument({
  points: 10,
  text: `#graphql
    mutation CreateGiftCard($input: GiftCardCreateInput!) {
      giftCardCreate(input: $input) {
        giftCard { id }
        userErrors { field code message }
      }
    }`,
  answer: z.object({ giftCardCreate: z.object({ giftCard: node.nullable(), userErrors }).nullable() }),
});
