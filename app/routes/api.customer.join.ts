import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { joinFor } from "./shopper/shopper-deeds.server.ts";
import { answerBeforePost, answerShopper } from "./shopper/surface-door.server.ts";

/** The customer joins the program, or comes back. */
export function action({ request }: ActionFunctionArgs) {
  return answerShopper(request, z.object({}), joinFor);
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
