import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { claimFor, rewardChoice } from "./shopper-deeds.server.ts";
import { answerBeforePost, answerStaff } from "./surface-door.server.ts";

/** Staff redeem a reward for the person at the till. */
export function action({ request }: ActionFunctionArgs) {
  return answerStaff(request, rewardChoice, claimFor);
}

export function loader({ request }: LoaderFunctionArgs) {
  return answerBeforePost(request);
}
