import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { challengeChoice, takePartFor } from "./shopper/shopper-deeds.server.ts";
import { answerBeforePost, answerShopper } from "./shopper/surface-door.server.ts";

/** The customer takes part in a challenge, in the customer account. */
export function action({ request }: ActionFunctionArgs) {
  return answerShopper(request, challengeChoice, takePartFor);
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
