import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { askAboutProducts } from "#app/commands/ask-about-products.ts";
import { storefrontEstimate } from "#app/queries/storefront-estimate.ts";
import { admitVisitor, answer, readWish } from "./storefront-visitor.server.ts";

/** A cart has at most this many lines in shops we know. */
const LINES_LIMIT = 250;
const MONEY_LIMIT = 100_000_000_000;
/** The app proxy waits longer; the shopper should not. */
const PATIENCE_MS = 1_500;

const wishShape = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        product: z.string().max(40),
        variant: z.string().max(40),
        quantity: z.int().min(1).max(1_000_000),
        totalHundredths: z.number().min(0).max(MONEY_LIMIT),
        giftCard: z.boolean(),
      }),
    )
    .max(LINES_LIMIT),
});

/** "Earn about 24 points": what a product or a cart would bring. Changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const { database, shopId, shopper, now } = await admitVisitor(request);
  const { lines } = await readWish(request, wishShape);
  const memberId = shopper?.memberId ?? null;
  const products = lines.map(({ product }) => product);
  await askAboutProducts(database, { shopId, products, now, patienceMs: PATIENCE_MS });
  return answer(await storefrontEstimate(database, shopId, memberId, lines, now));
}
