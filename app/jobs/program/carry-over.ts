import { activateDueVersions } from "#app/commands/program/activate-due-versions.ts";
import { carryProgramOver } from "#app/commands/program/carry-program-over.ts";
import type { Database } from "#app/db/client.ts";
import { shopsToCarryOver } from "#app/db/program/programs.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { log } from "#app/log.server.ts";
import { ShopRounds } from "../shop-rounds.ts";

const SHOPS_AT_ONCE = { embedded: 1, server: 2 };
const POLL_EVERY_MS = 2_000;

export interface CarryOverParts {
  readonly database: Database;
  readonly now: () => Instant;
}

/** Brings publications to the members, at the pace at which the shops are told of them. */
export function carryOverRounds({ database, now }: CarryOverParts): ShopRounds {
  return new ShopRounds({
    name: "carry_over",
    atOnce: SHOPS_AT_ONCE[database.kind],
    pollEveryMs: POLL_EVERY_MS,
    async findShops() {
      await activateDueVersions(database, now());
      return shopsToCarryOver(database);
    },
    async work(shopId) {
      const { taken, rest } = await carryProgramOver(database, shopId, now());
      if (taken > 0) log.info("members_carried_over", { shopId, taken });
      return rest === "more" ? "again" : "rested";
    },
  });
}
