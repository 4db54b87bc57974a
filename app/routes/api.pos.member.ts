import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerStaff } from "./shopper/surface-door.server.ts";
import { openSurface } from "./shopper/surface-state.server.ts";

/** What the person at the till has. */
export function loader({ request }: LoaderFunctionArgs) {
  return answerStaff(request, z.object({}), openSurface);
}
