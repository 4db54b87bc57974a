import type { Effect } from "#app/domain/effect.ts";
import type { DeliverOutcome, OutboxItem } from "../../platform.ts";
import type { AdminClient } from "../admin-client.ts";
import { ADD_TAGS, REMOVE_TAGS } from "../documents/members.ts";
import { gid } from "../gid.ts";
import { refusalOf } from "./refusal.ts";

/** One tag of a customer, on or off; said twice it changes nothing. */
export async function tagCustomer(
  client: AdminClient,
  { shopKey, customerId }: OutboxItem,
  { tag, isTagged }: Effect & { type: "tag_customer" },
): Promise<DeliverOutcome> {
  if (customerId === null) return { kind: "refused", reason: "the shop has no such customer" };
  const change = { id: gid("Customer", customerId), tags: [tag] };
  if (isTagged) {
    const added = await client.ask(shopKey, ADD_TAGS, change);
    return added.kind === "data" ? outcomeOf(added.data.tagsAdd?.userErrors) : added;
  }
  const removed = await client.ask(shopKey, REMOVE_TAGS, change);
  return removed.kind === "data" ? outcomeOf(removed.data.tagsRemove?.userErrors) : removed;
}

function outcomeOf(errors: Parameters<typeof refusalOf>[0] | undefined): DeliverOutcome {
  return errors === undefined || errors.length === 0 ? { kind: "done", reference: null } : refusalOf(errors);
}
