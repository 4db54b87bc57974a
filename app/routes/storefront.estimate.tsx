import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { askAboutProducts } from "#app/commands/questions/ask-about-products.ts";
import { storefrontEstimate } from "#app/queries/storefront/storefront-estimate.ts";
import { admitVisitor, answer, readWish } from "./shopper/storefront-visitor.server.ts";

/** A cart has at most this many lines in shops we know. */
const LINES_LIMIT = 250;
const MONEY_LIMIT = 100_000_000_000;
/** The app proxy waits longer; the shopper should not. */
const PATIENCE_MS = 1_500;

/** As the shop numbers its products: anything else is none, and nobody asks about it. */
const productNumber = z.string().regex(/^\d{1,19}$/u);

const wishShape = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        product: productNumber,
        variant: z.union([z.literal(""), productNumber]),
        quantity: z.int().min(1).max(1_000_000),
        totalHundredths: z.number().min(0).max(MONEY_LIMIT),
        giftCard: z.boolean(),
      }),
    )
    .max(LINES_LIMIT),
});

/** "Earn about 24 points": what a product or a cart would bring. Changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const { database, shopId, shopper, language, now } = await admitVisitor(request);
  const { lines } = await readWish(request, wishShape);
  const memberId = shopper?.memberId ?? null;
  const products = lines.map(({ product }) => product);
  // What is not known of a product is asked, and kept, for members only: visitors leave nothing behind.
  if (memberId !== null) {
    await askAboutProducts(database, { shopId, products, now, patienceMs: PATIENCE_MS });
  }
  return answer(await storefrontEstimate(database, { shopId, memberId, language }, lines, now));
}
