import { endOfDay, type Instant } from "#app/domain/calendar.ts";
import { instantOfLocal } from "#app/domain/time-zone.ts";
import type { Doer } from "./points-deeds.server.ts";

/** The lock of a tier lasts through the day that was chosen, in the shop's time zone. */
export function lockEnd(day: string | null, { shop }: Pick<Doer, "shop">): Instant | null {
  if (day === null) return null;
  const zone = shop.live?.program.timezone ?? shop.timezone ?? "UTC";
  return endOfDay(instantOfLocal(Date.parse(`${day}T12:00:00Z`), zone), zone);
}
