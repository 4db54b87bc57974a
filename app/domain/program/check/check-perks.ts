import { checkAmount } from "./check-amount.ts";
import type { Complain } from "./check-amount.ts";
import { checkUnique } from "./check-unique.ts";
import { isWords } from "../compile/compile-perk.ts";
import type { DocumentPath } from "../document/describe-error.ts";
import type { PerkDocument, TiersDocument } from "../document/document.ts";

/** Perks that the app brings about are told apart by their ids, and their minimum fits the currency. */
export function checkPerks(tiers: TiersDocument, digits: number | null, complain: Complain): void {
  tiers.levels.forEach((level, index) => {
    checkPerkList(level.perks, digits, ["tiers", "levels", index, "perks"], complain);
  });
}

export function checkPerkList(
  perks: readonly PerkDocument[],
  digits: number | null,
  path: DocumentPath,
  complain: Complain,
): void {
  checkUnique(
    perks.map((perk) => (isWords(perk) ? null : perk.id)),
    path,
    complain,
  );
  perks.forEach((perk, position) => {
    if (isWords(perk) || perk.kind === "content") return;
    checkAmount(perk.minSubtotal, digits, {
      path: [...path, position, "minSubtotal"],
      complain,
      mayBeZero: true,
    });
  });
}
