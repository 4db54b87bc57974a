import { z } from "zod";
import { parseMoney } from "#app/domain/money.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";

/**
 * The small parts Shopify's bodies are made of. Unknown fields are passed over; what is used is
 * checked, and an error names its path. Values never get into an error: they may be somebody's data.
 */
const GLOBAL_ID = /^gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}(\?.*)?$/u;

export const id = z.unknown().transform(readId);

export const idIfAny = z
  .unknown()
  .optional()
  .transform((value, context) => (value === undefined || value === null ? null : readId(value, context)));

function readId(value: unknown, context: z.RefinementCtx): string {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return String(value);
  if (typeof value === "string" && /^\d{1,20}$/u.test(value)) return value;
  if (typeof value === "string" && GLOBAL_ID.test(value)) return numericId(value);
  context.addIssue({ code: "custom", message: "is not an id" });
  return z.NEVER;
}

/** The digits of a `gid://shopify/Order/820982911946154508`. */
export const globalId = z
  .string()
  .regex(GLOBAL_ID, "is not a Shopify id")
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
  return z.unknown().transform((amount, context) => minorOf(amount, digits, context));
}

export function moneyIfAny(digits: number) {
  return z
    .unknown()
    .optional()
    .transform((amount, context) =>
      amount === undefined || amount === null ? undefined : minorOf(amount, digits, context),
    );
}

/**
 * Of a pair of amounts the one in the shop's currency; undefined where there is no pair. Looked into
 * by hand, as an order has dozens of them and each would cost three nested schemas.
 */
export function shopMoney(digits: number) {
  return z
    .unknown()
    .optional()
    .transform((set, context) => {
      if (set === undefined || set === null) return undefined;
      const inShop = typeof set === "object" && "shop_money" in set ? set.shop_money : undefined;
      const amount =
        typeof inShop === "object" && inShop !== null && "amount" in inShop ? inShop.amount : undefined;
      return minorOf(amount, digits, context);
    });
}

function minorOf(amount: unknown, digits: number, context: z.RefinementCtx): number {
  const text = typeof amount === "number" ? String(amount) : amount;
  const minor = typeof text === "string" ? parseMoney(text, digits) : null;
  if (minor !== null) return minor;
  context.addIssue({ code: "custom", message: `is not an amount with at most ${String(digits)} decimals` });
  return z.NEVER;
}

/** An amount in a currency that is not known yet. */
export const moneyText = z.union([z.string(), z.number()]).transform(String);

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
