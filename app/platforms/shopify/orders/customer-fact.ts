import { z } from "zod";
import type { CustomerFact } from "#app/domain/event.ts";
import { withoutOwnTags } from "../own-tags.ts";
import { globalId, id, text, yes } from "./fields.ts";

export const customerBody = z.object({
  id,
  admin_graphql_api_id: globalId.nullish(),
  email: text,
  verified_email: yes,
  first_name: text,
  last_name: text,
  /** "vip, staff"; newer API versions leave it out. */
  tags: z.string().nullish(),
});

/**
 * A person as Shopify names them. An address counts as proven where Shopify says it is verified:
 * Shopify itself puts every order with that address under this one customer.
 */
export function customerFact(body: z.infer<typeof customerBody>): CustomerFact {
  return {
    id: body.admin_graphql_api_id ?? body.id,
    email: body.email,
    emailProven: body.email !== null && body.verified_email,
    tags: typeof body.tags === "string" ? splitTags(body.tags) : null,
    birthday: null,
    firstName: body.first_name,
    lastName: body.last_name,
  };
}

/** A guest known by e-mail only; null where the order names nobody at all (many POS sales). */
export function guestFact(email: string | null): CustomerFact | null {
  if (email === null) return null;
  return {
    id: null,
    email,
    emailProven: false,
    tags: null,
    birthday: null,
    firstName: null,
    lastName: null,
  };
}

function splitTags(tags: string): string[] {
  const split = tags.split(",").map((tag) => tag.trim());
  return withoutOwnTags(split.filter((tag) => tag !== ""));
}
