import { z } from "zod";
import type { OwnStatus, PlatformAnswer } from "../platform.ts";
import { type RestClient, withoutMissing } from "./rest-client.ts";

const statuses = z.object({
  items: z.array(
    z.object({
      statusId: z.string(),
      /** Only custom ones have a name, and it may be left empty. */
      name: z.string().nullish(),
      enabled: z.boolean().default(true),
    }),
  ),
});

const CUSTOM = /^CUSTOM_(?:PAYMENT|FULFILLMENT)_STATUS_\d+$/u;

/** The custom statuses of a store's orders, as its merchant calls them. */
export async function findOwnStatuses(
  client: RestClient,
  shopKey: string,
): Promise<PlatformAnswer<readonly OwnStatus[]>> {
  const asked = withoutMissing(
    await client.ask(shopKey, { path: "profile/order_statuses", answer: statuses }),
  );
  if (asked.kind !== "data") return asked;
  const own = asked.data.items.filter(({ statusId }) => CUSTOM.test(statusId));
  return {
    kind: "data",
    data: own.map(({ statusId, name, enabled }) => ({
      status: statusId,
      name: name == null || name.trim() === "" ? null : name.trim(),
      inUse: enabled,
    })),
  };
}
