import { z } from "zod";
import { PLAN_LACKS, type PlanLack } from "#app/domain/shop-words.ts";
import type { PlatformAnswer } from "../platform.ts";
import { type RestClient, withoutMissing } from "./rest-client.ts";

const account = z.object({ account: z.object({ availableFeatures: z.array(z.string()).default([]) }) });

/** By the names that the store's profile lists. */
const FEATURES: readonly (readonly [feature: string, lack: PlanLack])[] = [
  ["DISCOUNT_COUPONS", "codes"],
  ["CUSTOMER_GROUPS", "groups"],
];

/** What the store's plan does not have. A store that lists nothing at all says nothing of its plan. */
export async function planLacks(
  client: RestClient,
  shopKey: string,
): Promise<PlatformAnswer<readonly PlanLack[]>> {
  const asked = withoutMissing(await client.ask(shopKey, { path: "profile", answer: account }));
  if (asked.kind === "retry" && asked.reason.startsWith(PLAN_LACKS.access))
    return { kind: "data", data: ["access"] };
  if (asked.kind !== "data") return asked;
  const { availableFeatures: features } = asked.data.account;
  if (features.length === 0) return { kind: "data", data: [] };
  return {
    kind: "data",
    data: FEATURES.filter(([feature]) => !features.includes(feature)).map(([, lack]) => lack),
  };
}
