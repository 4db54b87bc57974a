import type { QuestionAbout } from "#app/db/questions/shop-questions.ts";

/** One request's worth each: what is answered is remembered before the next is asked. */
export const AT_ONCE: Readonly<Record<QuestionAbout, number>> = {
  order: 10,
  customer: 10,
  customer_removal: 1,
  shop: 1,
  shop_removal: 1,
  product: 25,
  payment: 1,
  customer_tags: 100,
  // Ecwid is asked for each alone, and orders wait meanwhile.
  customer_consents: 25,
};

/** Hints first: nothing is known of them yet. */
export const ABOUT = [
  "order",
  "customer",
  "customer_removal",
  "shop",
  "shop_removal",
  "product",
  "payment",
  "customer_tags",
  "customer_consents",
] as const satisfies readonly QuestionAbout[];
