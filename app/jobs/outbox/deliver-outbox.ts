import {
  postponeEffect,
  shopsWithEffects,
  type TakenEffect,
  takeEffects,
} from "#app/db/outbox/outbox-batch.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { deliverEffects, type DeliveryParts, LEASE_MS } from "#app/deliveries/deliver-effects.ts";
import { deliverMessages } from "#app/deliveries/deliver-messages.ts";
import type { MailParts } from "#app/messages/mail.server.ts";
import { ShopRounds } from "../shop-rounds.ts";

const AT_ONCE = 20;
const SHOPS_AT_ONCE = 4;
const POLL_EVERY_MS = 1_000;

/** What the outbox is delivered with; without `mail` messages are passed over. */
export interface OutboxParts extends DeliveryParts {
  readonly mail?: MailParts | null;
}

/** Tells shops what was decided, and members what was written to them, until they have heard it. */
export function outboxRounds(parts: OutboxParts): ShopRounds {
  const { database, now } = parts;
  return new ShopRounds({
    name: "outbox",
    atOnce: SHOPS_AT_ONCE,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsWithEffects(database, now()),
    work: (shopId) => deliverToShop(parts, shopId),
  });
}

async function deliverToShop(parts: OutboxParts, shopId: number): Promise<"rested" | "again"> {
  const { database, now } = parts;
  const shop = await readShop(database, shopId);
  if (shop?.status !== "installed" || shop.outboxStopped !== null) return "rested";
  const platform = parts.findPlatform(shop.platform);
  if (platform === null) return "rested";
  const at = now();
  const taken = await takeEffects(database, shopId, { now: at, leasedUntil: at + LEASE_MS, limit: AT_ONCE });
  const isMessage = ({ body }: TakenEffect): boolean => body.type === "send_message";
  const goes = inGoes(
    taken.filter((effect) => !isMessage(effect)),
    shop.settings.codesMayBePassedOn,
  );
  for (const [index, effects] of goes.entries()) {
    if ((await deliverEffects(database, platform, shop, { effects, now: now() })) !== "gone") continue;
    // Nobody is there to be told: what is leased goes back, in front of the stop.
    for (const leased of [...goes.slice(index + 1).flat(), ...taken.filter(isMessage)]) {
      await postponeEffect(database, shopId, leased.outbox_id, {
        reason: "the shop cannot be reached",
        nextAttemptAt: now(),
      });
    }
    return "rested";
  }
  await deliverMessages({ database, mail: parts.mail ?? null }, shop, {
    effects: taken.filter(isMessage),
    now: now(),
  });
  return taken.length === 0 ? "rested" : "again";
}

/**
 * Codes first: somebody may be waiting. Those that anybody may use share a discount, so the platform
 * gets them together and adds them in bulk; everything else is told and written down one by one.
 */
function inGoes(taken: readonly TakenEffect[], codesMayBePassedOn: boolean): TakenEffect[][] {
  const isCode = ({ body }: TakenEffect): boolean => body.type.startsWith("issue_");
  const isOpenCode = ({ body }: TakenEffect): boolean => codesMayBePassedOn && body.type === "issue_discount";
  const open = taken.filter(isOpenCode);
  const rest = taken.filter((effect) => !isOpenCode(effect));
  const alone = [...rest.filter(isCode), ...rest.filter((effect) => !isCode(effect))];
  return [...(open.length > 0 ? [open] : []), ...alone.map((effect) => [effect])];
}
