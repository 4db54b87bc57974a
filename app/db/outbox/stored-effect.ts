import { z } from "zod";
import type { DiscountTerms, Effect } from "#app/domain/effect.ts";
import type { ShapeOf } from "../column-values.ts";

type EffectOf<Type extends Effect["type"]> = Extract<Effect, { type: Type }>;
type TermsOf<Kind extends DiscountTerms["kind"]> = Extract<DiscountTerms, { kind: Kind }>;

const texts = z.array(z.string());
const ofMember = { memberId: z.string() };
const ofCode = { memberId: z.string(), code: z.string() };
const money = { ...ofCode, valueMinor: z.int(), expiresAt: z.int().nullable() };

const TERMS = {
  amountOff: z.object({ kind: z.literal("amountOff"), valueMinor: z.int() } satisfies ShapeOf<
    TermsOf<"amountOff">
  >),
  percentOff: z.object({ kind: z.literal("percentOff"), percent: z.string() } satisfies ShapeOf<
    TermsOf<"percentOff">
  >),
  freeShipping: z.object({ kind: z.literal("freeShipping") } satisfies ShapeOf<TermsOf<"freeShipping">>),
  freeProduct: z.object({
    kind: z.literal("freeProduct"),
    products: texts,
    variants: texts,
  } satisfies ShapeOf<TermsOf<"freeProduct">>),
} satisfies { readonly [Kind in DiscountTerms["kind"]]: z.ZodType<TermsOf<Kind>> };

const EFFECTS = {
  issue_discount: z.object({
    ...ofCode,
    type: z.literal("issue_discount"),
    rewardId: z.string(),
    programVersion: z.int(),
    terms: z.union(Object.values(TERMS)),
    minSubtotalMinor: z.int().nullable(),
    scope: z.object({ products: texts, collections: texts }),
    startsAt: z.int(),
    expiresAt: z.int().nullable(),
  } satisfies ShapeOf<EffectOf<"issue_discount">>),
  withdraw_discount: z.object({
    ...ofCode,
    type: z.literal("withdraw_discount"),
  } satisfies ShapeOf<EffectOf<"withdraw_discount">>),
  issue_store_credit: z.object({
    ...money,
    type: z.literal("issue_store_credit"),
  } satisfies ShapeOf<EffectOf<"issue_store_credit">>),
  issue_gift_card: z.object({
    ...money,
    type: z.literal("issue_gift_card"),
  } satisfies ShapeOf<EffectOf<"issue_gift_card">>),
  request_experience: z.object({
    ...ofCode,
    type: z.literal("request_experience"),
    rewardId: z.string(),
  } satisfies ShapeOf<EffectOf<"request_experience">>),
  publish_member_state: z.object({
    ...ofMember,
    type: z.literal("publish_member_state"),
  } satisfies ShapeOf<EffectOf<"publish_member_state">>),
  notify_points_expiring: z.object({
    ...ofMember,
    type: z.literal("notify_points_expiring"),
    points: z.int(),
    expiresAt: z.int(),
    noticeDays: z.literal([30, 7]),
  } satisfies ShapeOf<EffectOf<"notify_points_expiring">>),
  notify_tier_changed: z.object({
    ...ofMember,
    type: z.literal("notify_tier_changed"),
    from: z.string().nullable(),
    to: z.string().nullable(),
  } satisfies ShapeOf<EffectOf<"notify_tier_changed">>),
  notify_tier_grace: z.object({
    ...ofMember,
    type: z.literal("notify_tier_grace"),
    levelId: z.string(),
    graceUntil: z.int(),
    notice: z.literal([1, 2]),
  } satisfies ShapeOf<EffectOf<"notify_tier_grace">>),
  notify_points_earned: z.object({
    ...ofMember,
    type: z.literal("notify_points_earned"),
    points: z.int(),
    cause: z.string(),
  } satisfies ShapeOf<EffectOf<"notify_points_earned">>),
  notify_segment_entered: z.object({
    ...ofMember,
    type: z.literal("notify_segment_entered"),
    segmentId: z.string(),
  } satisfies ShapeOf<EffectOf<"notify_segment_entered">>),
  tag_customer: z.object({
    ...ofMember,
    type: z.literal("tag_customer"),
    tag: z.string(),
    isTagged: z.boolean(),
  } satisfies ShapeOf<EffectOf<"tag_customer">>),
  send_message: z.object({
    ...ofMember,
    type: z.literal("send_message"),
    messageId: z.string(),
  } satisfies ShapeOf<EffectOf<"send_message">>),
  notify_reward_claimed: z.object({
    ...ofCode,
    type: z.literal("notify_reward_claimed"),
    rewardId: z.string(),
  } satisfies ShapeOf<EffectOf<"notify_reward_claimed">>),
} satisfies { readonly [Type in Effect["type"]]: z.ZodType<EffectOf<Type>> };

/** What the outbox asks, as it is stored; null: nobody can read it. It may be another version's. */
export const storedEffect = z.union(Object.values(EFFECTS)).nullable().catch(null);
