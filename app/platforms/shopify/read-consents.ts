import { digestOf } from "../digest-of.ts";
import type { PlatformAnswer, ReadOrder } from "../platform.ts";
import type { AdminClient } from "./admin-client.ts";
import { READ_CUSTOMER_CONSENTS } from "./documents/customers.ts";
import { gid } from "./gid.ts";
import { numericId } from "./orders/fields.ts";
import { READ_CONSENTS } from "./orders/topics.ts";

/** What customers have agreed to. Its topics tell only what changes after they are subscribed to. */
export async function readConsents(
  client: AdminClient,
  shopKey: string,
  customerIds: readonly string[],
): Promise<PlatformAnswer<ReadOrder[]>> {
  const ids = customerIds.map((id) => gid("Customer", id));
  const asked = await client.ask(shopKey, READ_CUSTOMER_CONSENTS, { ids });
  if (asked.kind !== "data") return asked;
  const read = asked.data.nodes.flatMap((node): ReadOrder[] => {
    if (node === null) return [];
    const email = consentOf(node.defaultEmailAddress);
    const sms = consentOf(node.defaultPhoneNumber);
    if (email === null && sms === null) return [];
    const id = numericId(node.id);
    const body = JSON.stringify({ id, email, sms });
    return [{ topic: READ_CONSENTS, deliveryId: `read:consents:${id}:${digestOf(body)}`, body }];
  });
  return { kind: "data", data: read };
}

interface Marketing {
  readonly marketingState: string;
  readonly marketingUpdatedAt: string | null;
}

/** In the words of the deliveries. */
function consentOf(marketing: Marketing | null): object | null {
  if (marketing === null) return null;
  const { marketingState, marketingUpdatedAt } = marketing;
  return { state: marketingState.toLowerCase(), consent_updated_at: marketingUpdatedAt };
}
