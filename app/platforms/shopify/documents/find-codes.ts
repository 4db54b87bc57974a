import { z } from "zod";
import { defineDocument } from "./define-document.ts";

export const CODES_LOOKED_FOR = 20;

const places = Array.from({ length: CODES_LOOKED_FOR }, (_, place) => `c${String(place)}`);

/** Whether codes are in the shop, and their discounts still run. */
export const FIND_CODES = defineDocument({
  points: 60,
  text: `#graphql
    query FindCodes(${places.map((place) => `$${place}: String!`).join(", ")}) {
      ${places.map((place) => `${place}: codeDiscountNodeByCode(code: $${place}) { ...InShop }`).join("\n      ")}
    }
    fragment InShop on DiscountCodeNode {
      codeDiscount {
        ... on DiscountCodeBasic { status }
        ... on DiscountCodeFreeShipping { status }
        ... on DiscountCodeBxgy { status }
      }
    }`,
  answer: z.record(
    z.string(),
    z.object({ codeDiscount: z.object({ status: z.string() }).partial() }).nullable(),
  ),
});
