import type { CustomerDescription, PlatformAnswer } from "../platform.ts";
import type { AdminClient } from "./admin-client.ts";
import { DESCRIBE_CUSTOMERS } from "./documents/customers.ts";
import { numericId } from "./orders/fields.ts";
import { gid } from "./gid.ts";
import { withoutOwnTags } from "./own-tags.ts";

/** Well below the 250 that a list may have. */
const CUSTOMERS_AT_ONCE = 100;

/** What tags customers have: since 2025 deliveries leave them out. */
export async function describeCustomers(
  client: AdminClient,
  shopKey: string,
  customers: readonly string[],
): Promise<PlatformAnswer<CustomerDescription[]>> {
  const found: CustomerDescription[] = [];
  for (let start = 0; start < customers.length; start += CUSTOMERS_AT_ONCE) {
    const ids = customers.slice(start, start + CUSTOMERS_AT_ONCE).map((id) => gid("Customer", id));
    const asked = await client.ask(shopKey, DESCRIBE_CUSTOMERS, { ids });
    if (asked.kind !== "data") return asked;
    for (const node of asked.data.nodes) {
      if (node !== null) found.push({ customer: numericId(node.id), tags: withoutOwnTags(node.tags) });
    }
  }
  return { kind: "data", data: found };
}
