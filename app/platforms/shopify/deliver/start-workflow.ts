import type { DeliverOutcome, OutboxItem } from "../../platform.ts";
import type { AdminClient } from "../admin-client.ts";
import { START_WORKFLOW } from "../documents/flow.ts";
import { flowTriggerOf } from "./flow.ts";
import { refusalOf } from "./refusal.ts";

/**
 * Tells Shopify Flow what happened, so that the merchant's workflows start. Flow has no key against
 * doubles: after a lost answer a workflow may start twice, which is what Flow itself promises.
 */
export async function startWorkflow(client: AdminClient, item: OutboxItem): Promise<DeliverOutcome> {
  const trigger = flowTriggerOf(item);
  if (trigger === null) return { kind: "done", reference: null };
  const { handle, payload } = trigger;
  const asked = await client.ask(item.shopKey, START_WORKFLOW, { handle, payload });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.flowTriggerReceive?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : { kind: "done", reference: null };
}
