import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { friendsFor } from "./referral/own-link.server.ts";
import { answerShopper } from "./shopper/surface-door.server.ts";

/** The customer's link for friends and what it brings, in the customer account. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerShopper(request, z.object({}), friendsFor);
}
