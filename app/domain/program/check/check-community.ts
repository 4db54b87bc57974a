import { checkAmount } from "./check-amount.ts";
import type { Complain } from "./check-amount.ts";
import { checkGift } from "./check-challenges.ts";
import { checkPerkList } from "./check-perks.ts";
import type { DocumentPath } from "../document/describe-error.ts";
import type { ProgramDocument } from "../document/document.ts";

/** Referral and memberships name rewards, levels and memberships of this program only. */
export function checkCommunity(document: ProgramDocument, digits: number | null, complain: Complain): void {
  const { referral } = document;
  if (referral !== undefined) {
    checkGift(document, referral.friend, ["referral", "friend"], complain);
    checkAmount(referral.qualify.minSubtotal, digits, {
      path: ["referral", "qualify", "minSubtotal"],
      complain,
      mayBeZero: true,
    });
    const levels = document.tiers?.levels.map(({ id }) => id) ?? [];
    referral.ambassador.forEach((step, index) => {
      if (step.tier !== undefined)
        checkKnown([step.tier], levels, { path: ["referral", "ambassador", index], complain, field: "tier" });
    });
  }
  document.memberships.forEach(({ benefits }, index) => {
    const path: DocumentPath = ["memberships", index, "benefits"];
    checkGift(document, benefits.monthly, [...path, "monthly"], complain);
    checkPerkList(benefits.perks, digits, [...path, "perks"], complain);
    const rewards = document.rewards.map(({ id }) => id);
    checkKnown(benefits.rewards, rewards, { path: [...path, "rewards"], complain });
  });
  checkEarly(document, complain);
}

function checkEarly(document: ProgramDocument, complain: Complain): void {
  const levels = document.tiers?.levels.map(({ id }) => id) ?? [];
  const memberships = document.memberships.map(({ id }) => id);
  document.early.forEach((early, index) => {
    const path: DocumentPath = ["early", index, "for"];
    checkKnown(early.for.tiers ?? [], levels, { path: [...path, "tiers"], complain });
    checkKnown(early.for.memberships ?? [], memberships, { path: [...path, "memberships"], complain });
  });
}

function checkKnown(
  names: readonly string[],
  known: readonly string[],
  {
    path,
    complain,
    field,
  }: { readonly path: DocumentPath; readonly complain: Complain; readonly field?: string },
): void {
  names.forEach((name, index) => {
    if (known.includes(name)) return;
    const allowed = known.length === 0 ? "nothing: this program has none" : `one of ${known.join(", ")}`;
    complain([...path, field ?? index], allowed);
  });
}
