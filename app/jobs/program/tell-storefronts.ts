import type { ProgramVersion } from "#app/domain/books/books.ts";
import { pauseNow } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Program } from "#app/domain/program/program.ts";
import { standingPerks } from "#app/domain/program/standing-perks.ts";
import type { Database } from "#app/db/client.ts";
import { readPauses } from "#app/db/program/pauses.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { readShop } from "#app/db/shops/shops.ts";
import {
  postponeStorefront,
  storefrontsToTell,
  writeStorefrontTold,
} from "#app/db/program/storefront-telling.ts";
import { describeError, log } from "#app/log.server.ts";
import type { DeliverOutcome, PerksWanted, Platform } from "#app/platforms/platform.ts";
import { storefrontFaces } from "#app/queries/storefront/storefront-face.ts";
import { ShopRounds } from "../shop-rounds.ts";

const SHOPS_AT_ONCE = 2;
const POLL_EVERY_MS = 2_000;
/** Rules and campaigns begin and end by the clock, so a shop front is told once a day in any case. */
const TELL_AGAIN_MS = 24 * 3_600_000;
const RETRY_MS = 60_000;

type Telling = Pick<Platform, "publishProgram" | "bringAboutPerks">;

export interface StorefrontParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Telling | null;
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

/** One shop's front is given its live program, and its cart the perks of the levels. */
async function tellStorefront(
  { database, findPlatform, now }: StorefrontParts,
  shopId: number,
): Promise<"rested"> {
  const shop = await readShop(database, shopId);
  const versions = await readProgramVersions(database, shopId);
  const live = versions.at(-1);
  if (shop?.status !== "installed" || live === undefined) return "rested";
  const platform = findPlatform(shop.platform);
  if (platform === null) return "rested";
  const toldAt = now();
  const pause = pauseNow(await readPauses(database, shopId), toldAt);
  const told = { now: toldAt, since: live.effectiveAt, pause };
  const face = JSON.stringify(storefrontFaces(live.program, shop.settings, told));
  const outcome = await tell(platform, shop.shopKey, face, perksWanted(live.program, versions));
  if (outcome.kind === "done") {
    await writeStorefrontTold(database, shopId, live.version, toldAt);
    return "rested";
  }
  log.warn("storefront_not_told", { shopId, kind: outcome.kind, reason: outcome.reason });
  const waitMs = outcome.kind === "retry" && outcome.afterMs !== null ? outcome.afterMs : RETRY_MS;
  await postponeStorefront(database, shopId, now() + waitMs);
  return "rested";
}

function perksWanted(program: Program, versions: readonly ProgramVersion[]): PerksWanted {
  const ever = versions.flatMap((version) => standingPerks(version.program).map(({ levelId }) => levelId));
  return { perks: standingPerks(program), levelsOnce: [...new Set(ever)], currency: program.currency };
}

/** The front is told even where a perk was refused: both are asked again until both are true. */
async function tell(
  platform: Telling,
  shopKey: string,
  face: string,
  perks: PerksWanted,
): Promise<DeliverOutcome> {
  try {
    const told = await platform.publishProgram(shopKey, face);
    const made = await platform.bringAboutPerks(shopKey, perks);
    return told.kind === "done" ? made : told;
  } catch (error) {
    return { kind: "retry", reason: describeError(error), afterMs: null };
  }
}
