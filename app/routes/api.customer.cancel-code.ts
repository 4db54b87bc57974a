import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { cancelCodeFor } from "./shopper/shopper-deeds.server.ts";
import { answerBeforePost, answerShopper } from "./shopper/surface-door.server.ts";

const wishShape = z.object({ code: z.string().min(1).max(60) });

/** The customer gives an unused code back; its points return. */
export function action({ request }: ActionFunctionArgs) {
  return answerShopper(request, wishShape, (visit, { code }) => cancelCodeFor(visit, code));
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
