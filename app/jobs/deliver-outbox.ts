import { postponeEffect, shopsWithEffects, type TakenEffect, takeEffects } from "#app/db/outbox-batch.ts";
import { readShop } from "#app/db/shops.ts";
import { deliverEffect, type DeliveryParts, HELD_MS } from "./deliver-effect.ts";
import { ShopRounds } from "./shop-rounds.ts";

const AT_ONCE = 20;
const SHOPS_AT_ONCE = 4;
const POLL_EVERY_MS = 1_000;

/** Tells shops what was decided, until they have heard it. */
export function outboxRounds(parts: DeliveryParts): ShopRounds {
  const { database, now } = parts;
  return new ShopRounds({
    name: "outbox",
    atOnce: SHOPS_AT_ONCE,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsWithEffects(database, now()),
    work: (shopId) => deliverToShop(parts, shopId),
  });
}

async function deliverToShop(parts: DeliveryParts, shopId: number): Promise<"rested" | "again"> {
  const { database, now } = parts;
  const shop = await readShop(database, shopId);
  if (shop?.status !== "installed" || shop.outboxStopped !== null) return "rested";
  const platform = parts.findPlatform(shop.platform);
  if (platform === null) return "rested";
  const at = now();
  const taken = codesFirst(await takeEffects(database, shopId, at, at + HELD_MS, AT_ONCE));
  // Codes that share a discount go to the platform together: it adds them in bulk.
  const shared = shop.settings.codesMayBePassedOn
    ? taken.filter(({ body }) => body.type === "issue_discount")
    : [];
  const rest = taken.filter((effect) => !shared.includes(effect));
  const together = await Promise.all(
    shared.map((effect) => deliverEffect(database, platform, shop, effect, now())),
  );
  const isGone = together.includes("gone");
  for (const [index, effect] of rest.entries()) {
    const outcome = isGone ? "gone" : await deliverEffect(database, platform, shop, effect, now());
    if (outcome !== "gone") continue;
    // Nobody is there to be told: what is held goes back, in front of the stop.
    for (const held of rest.slice(isGone ? index : index + 1)) {
      await postponeEffect(database, shopId, held.outbox_id, "the shop cannot be reached", now());
    }
    return "rested";
  }
  if (isGone) return "rested";
  return taken.length === 0 ? "rested" : "again";
}

/** Somebody may be waiting for a code. What must be told in its order is never taken together. */
function codesFirst(taken: readonly TakenEffect[]): TakenEffect[] {
  const isCode = ({ body }: TakenEffect): boolean => body.type.startsWith("issue_");
  return [...taken.filter(isCode), ...taken.filter((effect) => !isCode(effect))];
}
