import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerShopper } from "./shopper/surface-door.server.ts";
import { openSurface } from "./shopper/surface-state.server.ts";

/** All the customer account shows of the program: the customer's own. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerShopper(request, z.object({}), openSurface);
}
