import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { claimFor, rewardChoice } from "./shopper/shopper-deeds.server.ts";
import { answerBeforePost, answerStaff } from "./shopper/surface-door.server.ts";

/** Staff redeem a reward for the person at the till; the record says who of them. */
export function action({ request }: ActionFunctionArgs) {
  return answerStaff(request, rewardChoice, (visit, choice) => claimFor(visit, choice, visit.actor));
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
