import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { joinProgram } from "#app/commands/join-program.ts";
import { admitVisitor, answerChanged, readWish, refuse } from "./storefront-visitor.server.ts";

/** Whoever is logged in joins, or comes back. What the shop's own deliveries say of them is left as it is. */
export async function action({ request }: ActionFunctionArgs) {
  const { database, shop, shopper, now } = await admitVisitor(request);
  await readWish(request, z.strictObject({}));
  if (shopper === null) return refuse("not_signed_in");
  await joinProgram(database, {
    shopId: shop.shopId,
    customer: {
      id: shopper.customerId,
      email: shopper.email,
      emailProven: false,
      tags: null,
      birthday: null,
      firstName: null,
      lastName: null,
    },
    now,
  });
  return answerChanged(request, null);
}
