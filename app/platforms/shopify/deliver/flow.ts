import { z } from "zod";
import type { Effect } from "#app/domain/effect.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import type { OutboxItem } from "../../platform.ts";

/**
 * What Regulars and Shopify Flow say to each other. Handles and field keys stand in
 * extensions/flow-triggers and extensions/flow-actions too; a test holds both sides equal.
 */
export interface FlowTrigger {
  readonly handle: FlowTriggerHandle;
  /** `customer_id` is the number Flow knows the customer by; the other keys are as the merchant reads them. */
  readonly payload: { readonly customer_id: number } & Readonly<Record<string, string | number>>;
}

const TOPIC_BY_TRIGGER = {
  "points-earned": "notify_points_earned",
  "tier-changed": "notify_tier_changed",
  "reward-redeemed": "notify_reward_claimed",
  "points-expiring": "notify_points_expiring",
  "segment-entered": "notify_segment_entered",
} as const satisfies Record<string, Effect["type"]>;

export type FlowTriggerHandle = keyof typeof TOPIC_BY_TRIGGER;

const FLOW_TRIGGERS = [
  "points-earned",
  "tier-changed",
  "reward-redeemed",
  "points-expiring",
  "segment-entered",
] as const satisfies FlowTriggerHandle[];

/**
 * The workflow trigger an effect stands for: what `flowTriggerReceive(handle:, payload:)` is given.
 * Null for effects that are no trigger, and for people Shopify does not know as customers.
 */
export function flowTriggerOf(item: OutboxItem): FlowTrigger | null {
  const customerId = item.customerId === null ? null : customerNumber(item.customerId);
  if (customerId === null) return null;
  const { effect, memberState } = item;
  const balance = memberState === null ? {} : { Balance: memberState.available };
  switch (effect.type) {
    case "notify_points_earned":
      return {
        handle: "points-earned",
        payload: { customer_id: customerId, Points: effect.points, ...balance, Cause: effect.cause },
      };
    case "notify_tier_changed":
      return {
        handle: "tier-changed",
        payload: {
          customer_id: customerId,
          Tier: textOf(effect.to),
          // The member's state is the newest: it names this tier only while the two agree.
          "Tier name": memberState?.tierId === effect.to ? textOf(memberState.tierName) : "",
          "Former tier": textOf(effect.from),
        },
      };
    case "notify_reward_claimed":
      return {
        handle: "reward-redeemed",
        payload: {
          customer_id: customerId,
          Reward: effect.rewardId,
          "Reward name": textOf(item.rewardName),
          Code: effect.code,
          ...balance,
        },
      };
    case "notify_points_expiring":
      return {
        handle: "points-expiring",
        payload: {
          customer_id: customerId,
          Points: effect.points,
          "Expires at": new Date(effect.expiresAt).toISOString(),
          "Days left": effect.noticeDays,
        },
      };
    case "notify_segment_entered":
      return { handle: "segment-entered", payload: { customer_id: customerId, Segment: effect.segmentId } };
    case "issue_discount":
    case "withdraw_discount":
    case "issue_store_credit":
    case "issue_gift_card":
    case "request_experience":
    case "publish_member_state":
    case "notify_tier_grace":
    case "tag_customer":
    case "send_message":
      return null;
  }
}

/** What a workflow asks us to do. `runId` names the step of the run: asked again, it is the same wish. */
export type FlowWish = {
  readonly shopKey: string;
  readonly runId: string;
  readonly customerId: string;
} & (
  | {
      readonly action: "give-points" | "take-points";
      /** Above zero either way. */
      readonly points: number;
      readonly reason: string;
    }
  | { readonly action: "issue-reward"; readonly rewardId: string; readonly points: number | null }
);

export const flowActions = [
  "give-points",
  "take-points",
  "issue-reward",
] as const satisfies FlowWish["action"][];
export type FlowAction = (typeof flowActions)[number];

const CUSTOMER = /^(?:gid:\/\/shopify\/Customer\/)?(\d{1,19})$/u;
const customer = z
  .union([z.string(), z.number().int().positive().transform(String)])
  .transform((text, context) => {
    const number = CUSTOMER.exec(text)?.[1];
    if (number !== undefined) return number;
    context.addIssue({ code: "custom", message: "is no customer" });
    return z.NEVER;
  });
/** A number, or one as people write it: digits and nothing else. */
const points = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d{1,7}$/u, "is no whole number")
      .transform(Number),
  ])
  .pipe(z.int().positive().max(1_000_000));
const optionalPoints = z.union([z.null(), z.literal("").transform(() => null), points]).default(null);
const reason = z.string().trim().min(1).max(200);

const envelope = z.object({
  shopify_domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u),
  action_run_id: z.string().min(1).max(200),
});
const bodies = {
  "give-points": envelope.extend({ properties: z.object({ customer_id: customer, points, reason }) }),
  "take-points": envelope.extend({ properties: z.object({ customer_id: customer, points, reason }) }),
  "issue-reward": envelope.extend({
    properties: z.object({
      customer_id: customer,
      reward: z.string().trim().min(1).max(100),
      points: optionalPoints,
    }),
  }),
} as const;

export type ReadFlowWish =
  { readonly ok: true; readonly wish: FlowWish } | { readonly ok: false; readonly reason: string };

/** Reads the body Flow posts to an action's address. Verify its signature first. */
export function readFlowWish(action: FlowAction, body: string): ReadFlowWish {
  const parsed = parseCleanJson(body);
  if (parsed === undefined) return { ok: false, reason: "The body is not JSON." };
  if (action === "issue-reward") {
    const read = bodies[action].safeParse(parsed);
    if (!read.success) return { ok: false, reason: z.prettifyError(read.error) };
    const { properties, ...run } = read.data;
    return wishOf(run, properties.customer_id, {
      action,
      rewardId: properties.reward,
      points: properties.points,
    });
  }
  const read = bodies[action].safeParse(parsed);
  if (!read.success) return { ok: false, reason: z.prettifyError(read.error) };
  const { properties, ...run } = read.data;
  return wishOf(run, properties.customer_id, {
    action,
    points: properties.points,
    reason: properties.reason,
  });
}

/** Flow's word that a shop has, or no longer has, a workflow that begins with one of our triggers. */
export interface FlowListening {
  readonly shopKey: string;
  readonly topic: Effect["type"];
  readonly listening: boolean;
  readonly saidAt: Instant;
}

const listening = z.object({
  flow_trigger_definition_id: z.enum(FLOW_TRIGGERS),
  has_enabled_flow: z.boolean(),
  shopify_domain: envelope.shape.shopify_domain,
  timestamp: z.string().transform((text, context) => {
    const instant = parseInstant(text);
    if (instant !== null) return instant;
    context.addIssue({ code: "custom", message: "is no instant" });
    return z.NEVER;
  }),
});

export type ReadFlowListening =
  { readonly ok: true; readonly word: FlowListening } | { readonly ok: false; readonly reason: string };

/** Reads the body Flow posts when the first workflow with a trigger is switched on, or the last one off. */
export function readFlowListening(body: string): ReadFlowListening {
  const read = listening.safeParse(parseCleanJson(body));
  if (!read.success) return { ok: false, reason: z.prettifyError(read.error) };
  const { flow_trigger_definition_id: handle, has_enabled_flow, shopify_domain, timestamp } = read.data;
  const topic = TOPIC_BY_TRIGGER[handle];
  return {
    ok: true,
    word: { shopKey: shopify_domain, topic, listening: has_enabled_flow, saidAt: timestamp },
  };
}

type Wanted<Wish = FlowWish> = Wish extends FlowWish ? Omit<Wish, "shopKey" | "runId" | "customerId"> : never;

function wishOf(run: z.output<typeof envelope>, customerId: string, wanted: Wanted): ReadFlowWish {
  return {
    ok: true,
    wish: { shopKey: run.shopify_domain, runId: run.action_run_id, customerId, ...wanted },
  };
}

/** Flow's text fields are never missing; an empty one says that there is nothing to name. */
function textOf(name: string | null): string {
  return name === null ? "" : name;
}

/** Flow wants the number. An id beyond what JSON's numbers hold exactly names nobody we could mean. */
function customerNumber(customerId: string): number | null {
  const number = Number(CUSTOMER.exec(customerId)?.[1]);
  return Number.isSafeInteger(number) ? number : null;
}
