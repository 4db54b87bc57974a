import { z } from "zod";
import { defineDocument } from "./define-document.ts";
import { userErrors } from "./user-errors.ts";

export const START_WORKFLOW = defineDocument({
  points: 10,
  text: `#graphql
    mutation StartWorkflow($handle: String!, $payload: JSON!) {
      flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } }
    }`,
  answer: z.object({ flowTriggerReceive: z.object({ userErrors }).nullable() }),
});
