import { z } from "zod";
import { assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { HintAbout } from "#app/domain/event.ts";
import { digestOf } from "../digest-of.ts";
import type { PlatformAnswer, ReadOrder } from "../platform.ts";
import { describeShop } from "./describe-shop.ts";
import { id } from "./fields.ts";
import { readOrder } from "./history/read-orders.ts";
import type { ReadTopic } from "./orders/translate.ts";
import type { RestClient } from "./rest-client.ts";

export interface Looking {
  readonly client: RestClient;
  readonly shopKey: string;
  readonly about: HintAbout;
  readonly subjectId: string;
  readonly now: Instant;
}

type Found = PlatformAnswer<ReadOrder | null>;

/**
 * Asks the store what has become of what an event hints at, as the delivery that should have told. Null:
 * nothing has.
 */
export async function lookInto(looking: Looking): Promise<Found> {
  const { client, shopKey, about, subjectId } = looking;
  switch (about) {
    case "order": {
      const read = await readOrder(client, shopKey, subjectId);
      if (read.kind !== "data") return read;
      return { kind: "data", data: read.data ?? saying("order.gone", looking) };
    }
    case "customer":
    case "customer_removal":
      return lookIntoCustomer(looking);
    case "shop":
    case "shop_removal":
      return lookIntoShop(looking);
    default:
      return assertNever(about);
  }
}

const customer = z.object({ id });

/** Nobody is erased because an event says so: only who is really gone from the store. */
async function lookIntoCustomer(looking: Looking): Promise<Found> {
  const { client, shopKey, about, subjectId } = looking;
  const isRemoval = about === "customer_removal";
  const gone = saying(isRemoval ? "customer.removed" : "customer.gone", looking);
  if (!/^\d{1,15}$/u.test(subjectId)) return { kind: "data", data: gone };
  const asked = await client.read(shopKey, {
    path: `customers/${subjectId}`,
    query: { responseFields: "id,email,updated,acceptMarketing,extrafields(title,value)" },
    answer: customer,
  });
  if (asked.kind === "missing") return { kind: "data", data: gone };
  if (asked.kind !== "data") return asked;
  if (isRemoval) return { kind: "data", data: saying("customer.kept", looking) };
  const { text } = asked.data;
  const deliveryId = `read:customer:${subjectId}:${digestOf(text)}`;
  return { kind: "data", data: { topic: "customer", deliveryId, body: text } };
}

/** A customer says at once what they agreed to; there is no asking for several. Of who is gone there is nothing. */
export async function readConsents(
  client: RestClient,
  shopKey: string,
  customerIds: readonly string[],
  now: Instant,
): Promise<PlatformAnswer<ReadOrder[]>> {
  const read: ReadOrder[] = [];
  for (const subjectId of customerIds) {
    const found = await lookIntoCustomer({ client, shopKey, about: "customer", subjectId, now });
    if (found.kind !== "data") return found;
    if (found.data?.topic === "customer") read.push(found.data);
  }
  return { kind: "data", data: read };
}

/** A store has gone where its token is dead; while it answers, nothing of it ends. */
async function lookIntoShop(looking: Looking): Promise<Found> {
  const { client, shopKey, about } = looking;
  const asked = await describeShop(client, shopKey);
  const isRemoval = about === "shop_removal";
  if (asked.kind === "gone") {
    return { kind: "data", data: saying(isRemoval ? "shop.removed" : "shop.gone", looking) };
  }
  if (asked.kind !== "data") return asked;
  // Without that wish it is somebody else's event, or one of an earlier installation.
  return { kind: "data", data: isRemoval ? saying("shop.kept", looking) : null };
}

/** Told each time anew: who came back may go again. */
function saying(topic: ReadTopic, { subjectId, now }: Looking): ReadOrder {
  const deliveryId = `${topic}:${subjectId}:${String(now)}`;
  return { topic, deliveryId, body: JSON.stringify({ id: subjectId }) };
}
