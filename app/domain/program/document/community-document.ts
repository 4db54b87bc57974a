import { z } from "zod";
import { gift } from "./challenges-document.ts";
import {
  amount,
  anyOf,
  count,
  days,
  factor,
  identifier,
  instantText,
  localText,
  months,
  points,
  positivePoints,
  texts,
} from "./fields.ts";
import { perk } from "./perk-document.ts";

/** `referral` of the program document: friends brought along by members. */
export const referral = z
  .strictObject({
    enabled: z.boolean().default(true),
    friend: gift.optional().meta({ description: "Given on joining by a proven link." }),
    advocate: z
      .strictObject({
        points: positivePoints,
        limit: z
          .strictObject({ count, per: z.enum(["day", "week", "month", "year", "ever"]).default("year") })
          .optional()
          .meta({ description: "Friends that bring points, by the period their order was paid in." }),
      })
      .optional(),
    ambassador: z
      .array(
        z.strictObject({
          friends: count,
          badge: localText.optional(),
          points: positivePoints.optional(),
          tier: identifier.optional(),
        }),
      )
      .max(50)
      .default([])
      .meta({ description: "Counted over friends that matured and stand." }),
    qualify: z.strictObject({ minSubtotal: amount.optional(), maturityDays: days.default(0) }).prefault({}),
    linkDays: z.int({ error: "a whole number" }).min(1).max(3660).default(30),
  })
  .meta({ id: "referral" });

/** An entry of `memberships`: a paid membership, bought as a product of the shop. */
export const membership = z
  .strictObject({
    id: identifier,
    name: localText.optional(),
    products: texts.default([]),
    variants: texts.default([]),
    months,
    graceDays: days.default(0),
    benefits: z
      .strictObject({
        multiplier: factor.default(1),
        perks: z.array(perk).max(100).default([]),
        entryPoints: points.default(0),
        monthly: gift.optional().meta({ description: "Given at the start of every month of a run." }),
        rewards: texts.default([]).meta({ description: "Rewards that only members of it may claim." }),
        earlyAccessDays: days.default(0),
      })
      .prefault({}),
  })
  .meta({ description: "An empty list of products or variants matches nothing." });

/** An entry of `early`: what only some may buy before it opens. */
export const early = z
  .strictObject({
    id: identifier,
    products: anyOf.optional(),
    collections: anyOf.optional(),
    tags: anyOf.optional(),
    opensAt: instantText,
    for: z.strictObject({
      tiers: anyOf.optional(),
      memberships: anyOf.optional(),
      segments: anyOf.optional(),
    }),
    daysBefore: z.int({ error: "a whole number" }).min(1).max(3660).optional(),
  })
  .refine(
    (value) => value.products !== undefined || value.collections !== undefined || value.tags !== undefined,
    {
      error: "an object with products, collections or tags",
    },
  );

export type ReferralDocument = z.output<typeof referral>;
export type MembershipDocument = z.output<typeof membership>;
export type EarlyDocument = z.output<typeof early>;
