import { z } from "zod";

/** How mutations refuse: not an error of the request, but of what it asks for. */
export const userErrors = z.array(
  z.object({
    field: z.array(z.string()).nullish(),
    code: z.string().nullish(),
    message: z.string(),
  }),
);
export type UserErrors = z.infer<typeof userErrors>;
