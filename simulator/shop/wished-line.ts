import { z } from "zod";

const money = z.string().regex(/^\d+(\.\d+)?$/);

/** A line as control asks for it; money is decimal text in the shop's currency. */
export const wishedLine = z.strictObject({
  variantId: z.string().regex(/^\d+$/).optional(),
  title: z.string().optional(),
  /** Unit price; the variant's when left out. */
  price: money.optional(),
  quantity: z.number().int().positive().default(1),
  giftCard: z.boolean().default(false),
  taxable: z.boolean().default(true),
  /** False: a service, or a custom sale that is handed over. */
  requiresShipping: z.boolean().default(true),
  vendor: z.string().optional(),
  /** A discount of this line alone, for all its units. */
  discount: money.optional(),
});

export type WishedLine = z.output<typeof wishedLine>;
