import { z } from "zod";
import { parseMoney } from "#app/domain/money.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";

/**
 * The small parts Shopify's bodies are made of. Unknown fields are passed over; what is used is
 * checked, and an error names its path. Values never get into an error: they may be somebody's data.
 */
export const id = z
  .union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/u, "is not an id")])
  .transform(String);

/** The digits of a `gid://shopify/Order/820982911946154508`. */
export const globalId = z
  .string()
  .regex(/^gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}(\?.*)?$/u, "is not a Shopify id")
  .transform((gid) => numericId(gid));

export function numericId(gid: string): string {
  const end = gid.indexOf("?");
  return gid.slice(gid.lastIndexOf("/") + 1, end < 0 ? undefined : end);
}

export const instant = z.string().transform((text, context) => {
  const parsed = parseInstant(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: "custom", message: "is not an instant with an offset" });
  return z.NEVER;
});

/** Integer minor units. Shopify writes amounts as text, a few as numbers ("89.99", 89.99, "500"). */
export function money(digits: number) {
  return z.union([z.string(), z.number()]).transform((amount, context) => {
    const minor = parseMoney(String(amount), digits);
    if (minor !== null) return minor;
    context.addIssue({ code: "custom", message: `is not an amount with at most ${String(digits)} decimals` });
    return z.NEVER;
  });
}

/** Of a pair of amounts the one in the shop's currency. */
export function shopMoney(digits: number) {
  return z
    .object({ shop_money: z.object({ amount: money(digits) }) })
    .transform((set) => set.shop_money.amount);
}

/** A list that Shopify leaves out or sends as null when there is nothing in it. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((list) => list ?? []);
}

export const text = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === "" ? null : value));

export const yes = z
  .boolean()
  .nullish()
  .transform((value) => value === true);
