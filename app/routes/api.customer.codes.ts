import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { storefrontCodes } from "#app/queries/storefront/storefront-codes.ts";
import { refusal } from "./shopper/shopper-deeds.server.ts";
import { answerShopper } from "./shopper/surface-door.server.ts";

const wishShape = z.object({ before: z.string().min(1).max(100) });

/** A further page of the customer's codes that are over: `before` is the last code of the page before it. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerShopper(
    request,
    wishShape,
    async ({ database, shopId, shopper, language, now }, { before }) => {
      const { memberId } = shopper;
      if (memberId === null) return refusal("not_a_member");
      return storefrontCodes(database, { shopId, memberId, language }, before, now);
    },
  );
}
