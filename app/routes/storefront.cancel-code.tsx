import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { cancelCodeFor } from "./shopper/shopper-deeds.server.ts";
import { admitMember, answerDeed, readWish } from "./shopper/storefront-visitor.server.ts";

const wishShape = z.strictObject({ code: z.string().min(1).max(60) });

/** The member gives an unused code back; its points return. */
export async function action({ request }: ActionFunctionArgs) {
  const visitor = await admitMember(request);
  const { code } = await readWish(request, wishShape);
  return answerDeed(await cancelCodeFor(visitor, code));
}
