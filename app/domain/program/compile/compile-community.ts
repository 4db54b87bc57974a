import { fromDecimal } from "../../rational.ts";
import type { EarlyDocument, MembershipDocument, ReferralDocument } from "../document/community-document.ts";
import { minorOf } from "./compile-amount.ts";
import { compileGift } from "./compile-challenge.ts";
import { instantOf } from "./compile-conditions.ts";
import { compileLines } from "./line-condition.ts";
import { compilePerk } from "./compile-perk.ts";
import { compileText, nameFromId } from "./compile-text.ts";
import type { EarlyAccess, Membership, Referral } from "../program.ts";

const NO_MINIMUM = "0";
const NO_POINTS = 0;

/** Referral of a checked document as the engine reads it. */
export function compileReferral(document: ReferralDocument, digits: number, language: string): Referral {
  const { advocate, qualify } = document;
  return {
    enabled: document.enabled,
    friend: document.friend === undefined ? null : compileGift(document.friend),
    advocate: advocate === undefined ? null : { points: advocate.points, limit: advocate.limit ?? null },
    ambassador: document.ambassador
      .map((step) => ({
        friends: step.friends,
        badge: step.badge === undefined ? null : compileText(step.badge, language),
        points: step.points ?? NO_POINTS,
        tier: step.tier ?? null,
      }))
      .sort((a, b) => a.friends - b.friends),
    minSubtotalMinor: minorOf(qualify.minSubtotal ?? NO_MINIMUM, digits),
    maturityDays: qualify.maturityDays,
    linkDays: document.linkDays,
  };
}

/** A paid membership of a checked document as the engine reads it. */
export function compileMembership(
  document: MembershipDocument,
  digits: number,
  language: string,
): Membership {
  const { benefits } = document;
  return {
    id: document.id,
    name: document.name === undefined ? nameFromId(document.id) : compileText(document.name, language),
    products: new Set(document.products),
    variants: new Set(document.variants),
    months: document.months,
    graceDays: document.graceDays,
    multiplier: fromDecimal(String(benefits.multiplier)),
    perks: benefits.perks.map((perk) => compilePerk(perk, digits, language)),
    entryPoints: benefits.entryPoints,
    monthly: benefits.monthly === undefined ? null : compileGift(benefits.monthly),
    rewards: new Set(benefits.rewards),
    earlyAccessDays: benefits.earlyAccessDays,
  };
}

/** Early access of a checked document as the engine reads it. */
export function compileEarly(document: EarlyDocument): EarlyAccess {
  const { products, collections, tags } = document;
  return {
    id: document.id,
    lines: compileLines({ products, collections, tags }),
    opensAt: instantOf(document.opensAt),
    tiers: new Set(document.for.tiers),
    memberships: new Set(document.for.memberships),
    segments: new Set(document.for.segments),
    daysBefore: document.daysBefore ?? null,
  };
}
