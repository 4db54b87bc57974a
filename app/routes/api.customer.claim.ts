import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { claimFor, rewardChoice } from "./shopper/shopper-deeds.server.ts";
import { answerBeforePost, answerShopper } from "./shopper/surface-door.server.ts";

/** The customer claims a reward in the customer account. */
export function action({ request }: ActionFunctionArgs) {
  return answerShopper(request, rewardChoice, (visit, choice) => claimFor(visit, choice, null));
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
