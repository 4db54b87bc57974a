import type { Instant } from "#app/domain/calendar.ts";
import type { MerchantChoices } from "#app/domain/shops/merchant-choices.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { StorefrontTerms } from "#storefront/state.ts";
import { isRunning } from "./storefront-ways.ts";

/** What the shop itself promises, whatever its program says. */
export type ShopPromises = Pick<MerchantChoices, "noticeDays" | "retentionMonths">;

/** What is told with a program and is not in its document. */
export interface ToldBeside extends ShopPromises {
  /** The instant from which this version is in force; null: it was not published yet. */
  readonly since: Instant | null;
}

/** The conditions that hold for everything in a program. */
export function publicTerms(
  program: Program,
  now: Instant,
  { since, noticeDays, retentionMonths }: ToldBeside,
): StorefrontTerms {
  const { maturity, refunds, basis, caps, exclude } = program;
  return {
    since,
    maturity: { kind: maturity.kind, days: maturity.kind === "immediate" ? 0 : maturity.days },
    expiry: publicExpiry(program),
    basis,
    caps,
    multipliers: mayMeet(program, now) ? program.multipliers : null,
    someExcluded: exclude.customerTags.size > 0 || exclude.emailDomains.size > 0,
    spentPoints: refunds.spentPoints,
    shortfall: refunds.shortfall,
    noticeDays,
    retentionMonths,
  };
}

function publicExpiry({ expiry }: Program): StorefrontTerms["expiry"] {
  return {
    kind: expiry.kind,
    months: "months" in expiry ? expiry.months : null,
    toMonthEnd: expiry.kind === "perLot" && expiry.toMonthEnd,
    day: expiry.kind === "fixedDate" ? `${twoDigits(expiry.month)}-${twoDigits(expiry.day)}` : null,
    minAgeDays: expiry.kind === "fixedDate" ? expiry.minAgeDays : 0,
  };
}

/** Whether one line of an order can meet two factors. */
function mayMeet({ campaigns, tiers }: Program, now: Instant): boolean {
  const running = campaigns.filter((campaign) => isRunning(campaign, now)).length;
  const byLevel = tiers?.levels.some(({ multiplier: { num, den } }) => num !== den) === true;
  return running > 1 || (running === 1 && byLevel);
}

function twoDigits(count: number): string {
  return String(count).padStart(2, "0");
}
