import { findPlatform } from "#app/platforms/registry.server.ts";
import { hasLiveProgram } from "#app/queries/first-run/admin-first-run.ts";
import type { AdminShop } from "#app/queries/shops/admin-shop.ts";

export interface MembersPage {
  readonly address: string;
  /** There is a program to show. */
  readonly live: boolean;
}

/** The page the app itself shows this shop's members; null where the shop system has a place for them. */
export function membersPageOf(shop: AdminShop): MembersPage | null {
  const address = findPlatform(shop.platform)?.membersPage?.(shop.shopKey) ?? null;
  return address === null ? null : { address, live: hasLiveProgram(shop) };
}
