import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { storefrontHistory } from "#app/queries/storefront/storefront-history.ts";
import { refusal } from "./shopper/shopper-deeds.server.ts";
import { answerShopper } from "./shopper/surface-door.server.ts";

const wishShape = z.object({ before: z.string().regex(/^\d{1,18}$/u) });

/** A further page of the customer's own history: `before` is the cursor of the page before it. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerShopper(
    request,
    wishShape,
    async ({ database, shopId, shopper, language, now }, { before }) => {
      const { memberId } = shopper;
      if (memberId === null) return refusal("not_a_member");
      return storefrontHistory(database, { shopId, memberId, language }, before, now);
    },
  );
}
