import { createHash } from "node:crypto";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import {
  CREATE_STANDING_PERCENT,
  CREATE_STANDING_SHIPPING,
  UPDATE_STANDING_PERCENT,
  UPDATE_STANDING_SHIPPING,
} from "../documents/perks.ts";
import { gid } from "../gid.ts";
import { decimal, fractionOf } from "./discount-input.ts";

/** Every perk's discount bears it: how ours are found among the merchant's. Shoppers see no tags. */
export const PERK_TAG = "regulars-perk";

/** Tags of discounts may not be long. */
const DIGITS = 16;

/** A tag that names one perk. Another kind of it is another discount. */
export function perkTag({ levelId, perkId, terms }: StandingPerk): string {
  return `${PERK_TAG}-${digest([levelId, perkId, terms.kind])}`;
}

/** What makes a perk true: the input but for its beginning, and the documents that take it. */
export function perkDiscount(perk: StandingPerk, segmentId: string, currency: string) {
  const minimum = perk.minSubtotalMinor;
  const isAny = minimum === null || minimum === 0;
  const common = {
    title: perk.title,
    endsAt: null,
    context: { customerSegments: { add: [gid("Segment", segmentId)] } },
    // What an update leaves out stays as it was: that there is no minimum is said as well.
    minimumRequirement: {
      subtotal: { greaterThanOrEqualToSubtotal: isAny ? null : decimal(minimum, currency) },
    },
  };
  const whole =
    perk.terms.kind === "freeShipping"
      ? {
          ...common,
          combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: false },
          destination: { all: true },
        }
      : {
          ...common,
          combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
          customerGets: { value: { percentage: fractionOf(perk.terms.percent) }, items: { all: true } },
        };
  const input = { ...whole, tags: [PERK_TAG, perkTag(perk), `${PERK_TAG}-as-${digest([whole])}`] };
  return perk.terms.kind === "freeShipping"
    ? { input, create: CREATE_STANDING_SHIPPING, update: UPDATE_STANDING_SHIPPING }
    : { input, create: CREATE_STANDING_PERCENT, update: UPDATE_STANDING_PERCENT };
}

function digest(what: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, DIGITS);
}
