import type { ProgramPage } from "./parts-nav.tsx";

const PLACES: readonly { readonly path: RegExp; readonly page: ProgramPage }[] = [
  { path: /^earning\.campaigns(?:\[(\d+)\])?/u, page: "campaigns" },
  { path: /^earning\.exclude/u, page: "participants" },
  { path: /^earning\.rules(?:\[(\d+)\])?/u, page: "earning" },
  { path: /^earning/u, page: "earning" },
  { path: /^tiers\.levels(?:\[(\d+)\])?/u, page: "tiers" },
  { path: /^tiers/u, page: "tiers" },
  { path: /^rewards(?:\[(\d+)\])?/u, page: "rewards" },
  { path: /^challenges(?:\[(\d+)\])?/u, page: "challenges" },
  { path: /^memberships(?:\[(\d+)\])?/u, page: "memberships" },
  { path: /^referral/u, page: "referral" },
  { path: /^(?:expiry|refunds)/u, page: "expiry" },
  { path: /^(?:name|language|currency|timezone|pointsName)/u, page: "name" },
];

/** Where a merchant puts right what stands at a path: a page, and which of its entries, counted from 1. */
export function placeOfError(path: string): { readonly page: ProgramPage; readonly entry: number | null } {
  for (const place of PLACES) {
    const found = place.path.exec(path);
    if (found === null) continue;
    const [, index] = found;
    return { page: place.page, entry: index === undefined ? null : Number(index) + 1 };
  }
  return { page: "advanced", entry: null };
}
