import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { storefrontExplanation } from "#app/queries/storefront/storefront-explanation.ts";
import { refusal } from "./shopper/shopper-deeds.server.ts";
import { answerShopper } from "./shopper/surface-door.server.ts";

const wishShape = z.object({ key: z.string().regex(/^\d{1,18}$/u) });

/** The calculation behind one entry of the customer's own history. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerShopper(request, wishShape, async ({ database, shopId, shopper, language }, { key }) => {
    const { memberId } = shopper;
    if (memberId === null) return refusal("not_a_member");
    const explanation = await storefrontExplanation(database, { shopId, memberId, language }, key);
    return explanation ?? refusal("invalid_request");
  });
}
