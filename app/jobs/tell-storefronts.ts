import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import { readShop } from "#app/db/shops.ts";
import { postponeStorefront, storefrontsToTell, writeStorefrontTold } from "#app/db/storefront-telling.ts";
import { describeError, log } from "#app/log.server.ts";
import type { DeliverOutcome, Platform } from "#app/platforms/platform.ts";
import { storefrontFace } from "#app/queries/storefront-program.ts";
import { ShopRounds } from "./shop-rounds.ts";

const SHOPS_AT_ONCE = 2;
const POLL_EVERY_MS = 2_000;
/** Rules and campaigns begin and end by the clock, so a shop front is told once a day in any case. */
const TELL_AGAIN_MS = 24 * 3_600_000;
const RETRY_MS = 60_000;

export interface StorefrontParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Pick<Platform, "publishProgram"> | null;
  readonly now: () => Instant;
}

/**
 * Keeps every shop front at the live version of its program. What is told is the difference between
 * two numbers in the database, so nothing is lost when a publication and a failure meet.
 */
export function storefrontRounds(parts: StorefrontParts): ShopRounds {
  const { database, now } = parts;
  return new ShopRounds({
    name: "storefronts",
    atOnce: SHOPS_AT_ONCE,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => storefrontsToTell(database, now(), now() - TELL_AGAIN_MS),
    work: (shopId) => tellStorefront(parts, shopId),
  });
}

/** One shop's front is given its live program. */
async function tellStorefront(
  { database, findPlatform, now }: StorefrontParts,
  shopId: number,
): Promise<"rested"> {
  const shop = await readShop(database, shopId);
  const live = (await readProgramVersions(database, shopId)).at(-1);
  if (shop?.status !== "installed" || live === undefined) return "rested";
  const platform = findPlatform(shop.platform);
  if (platform === null) return "rested";
  const face = JSON.stringify(storefrontFace(live.program, now()));
  const outcome = await publish(platform, shop.shopKey, face);
  if (outcome.kind === "done") {
    await writeStorefrontTold(database, shopId, live.version, now());
    return "rested";
  }
  log.warn("storefront_not_told", { shopId, kind: outcome.kind, reason: outcome.reason });
  const waitMs = outcome.kind === "retry" && outcome.afterMs !== null ? outcome.afterMs : RETRY_MS;
  await postponeStorefront(database, shopId, now() + waitMs);
  return "rested";
}

async function publish(
  platform: Pick<Platform, "publishProgram">,
  shopKey: string,
  face: string,
): Promise<DeliverOutcome> {
  try {
    return await platform.publishProgram(shopKey, face);
  } catch (error) {
    return { kind: "retry", reason: describeError(error), afterMs: null };
  }
}
