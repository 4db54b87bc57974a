import { z } from "zod";
import { normaliseAddress } from "#app/domain/people/normalise-address.ts";
import type { PlatformAnswer } from "../platform.ts";
import { id } from "./fields.ts";
import { type RestClient, withoutMissing } from "./rest-client.ts";

const customers = z.object({ items: z.array(z.object({ id, email: z.string().nullish() })) });

/**
 * The store's customer who has this address now, member or not; null: nobody. By itself Ecwid's search takes
 * a part of an address for enough, so it is asked for the whole one, and what it answers is compared.
 */
export async function findCustomer(
  client: RestClient,
  shopKey: string,
  address: string,
): Promise<PlatformAnswer<string | null>> {
  const asked = withoutMissing(
    await client.ask(shopKey, {
      path: "customers",
      query: { email: address, useExactEmailMatch: "true", responseFields: "items(id,email)" },
      answer: customers,
    }),
  );
  if (asked.kind !== "data") return asked;
  const wanted = normaliseAddress(address);
  const [only, ...others] = asked.data.items.filter(
    ({ email }) => email != null && normaliseAddress(email) === wanted,
  );
  return { kind: "data", data: only === undefined || others.length > 0 ? null : only.id };
}
