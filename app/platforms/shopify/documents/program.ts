import { z } from "zod";
import { defineDocument } from "./define-document.ts";
import { userErrors } from "./user-errors.ts";

export const READ_INSTALLATION = defineDocument({
  points: 5,
  text: `#graphql
    query ReadInstallation {
      currentAppInstallation { id }
    }`,
  answer: z.object({ currentAppInstallation: z.object({ id: z.string() }) }),
});

export const SET_PROGRAM = defineDocument({
  points: 10,
  text: `#graphql
    mutation SetProgram($metafields: [MetafieldsSetInput!]!) {
      metafieldsSet(metafields: $metafields) { userErrors { field code message } }
    }`,
  answer: z.object({ metafieldsSet: z.object({ userErrors }).nullable() }),
});
