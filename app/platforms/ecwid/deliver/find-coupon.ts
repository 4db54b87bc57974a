import { z } from "zod";
import { id } from "../fields.ts";
import type { Asked, RestClient } from "../rest-client.ts";

/** Everything of ours in the merchant's list of coupons begins with this; it is how we know our own. */
export const NAME_MARK = "Regulars · ";

export interface FoundCoupon {
  readonly id: string;
  readonly ours: boolean;
  readonly used: boolean;
}

const coupons = z.object({
  items: z.array(
    z.object({
      id,
      name: z.string().nullish(),
      code: z.string(),
      orderCount: z.int().nonnegative().default(0),
    }),
  ),
});

/** Whose is the code? Null: nobody's. Codes are the same whatever their case. */
export async function findCoupon(
  client: RestClient,
  shopKey: string,
  code: string,
): Promise<Asked<FoundCoupon | null>> {
  const asked = await client.ask(shopKey, {
    path: "discount_coupons",
    query: { code, responseFields: "items(id,name,code,orderCount)" },
    answer: coupons,
  });
  if (asked.kind !== "data") return asked;
  const found = asked.data.items.find((one) => one.code.toLowerCase() === code.toLowerCase());
  if (found === undefined) return { kind: "data", data: null };
  const ours = found.name?.startsWith(NAME_MARK) === true;
  return { kind: "data", data: { id: found.id, ours, used: found.orderCount > 0 } };
}
