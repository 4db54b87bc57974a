import type { Instant } from "#app/domain/calendar.ts";
import { z } from "zod";

/** What Shopify says with every answer: what the request cost and what is left in the shop's bucket. */
export const costExtension = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    throttleStatus: z.object({
      maximumAvailable: z.number(),
      currentlyAvailable: z.number(),
      restoreRate: z.number().positive(),
    }),
  }),
});

export type Cost = z.infer<typeof costExtension>["cost"];

/** Left to what we do not see: pages that staff are looking at draw from the same bucket. */
const RESERVE_POINTS = 50;
/** Shops remembered at once; forgetting one costs at most one THROTTLED. */
const SHOP_LIMIT = 10_000;

interface Bucket {
  available: number;
  readonly maximum: number;
  readonly restoreRate: number;
  readonly at: Instant;
}

export interface CostThrottle {
  /** How long to wait until a request of that cost fits; 0 = now. What is let through is deducted. */
  waitMs(shopKey: string, points: number): number;
  learn(shopKey: string, cost: Cost): void;
}

/** Keeps a copy of each shop's bucket (refilled by the second) so that we seldom run into the wall. */
export function createCostThrottle(now: () => Instant): CostThrottle {
  const buckets = new Map<string, Bucket>();
  return {
    waitMs(shopKey, points) {
      const bucket = buckets.get(shopKey);
      if (bucket === undefined) return 0;
      const refilled = bucket.available + ((now() - bucket.at) / 1000) * bucket.restoreRate;
      const available = Math.min(bucket.maximum, refilled);
      const needed = Math.min(points + RESERVE_POINTS, bucket.maximum);
      if (available < needed) return Math.ceil(((needed - available) / bucket.restoreRate) * 1000);
      buckets.set(shopKey, { ...bucket, available: available - points, at: now() });
      return 0;
    },
    learn(shopKey, { throttleStatus }) {
      // Oldest first out: a Map keeps the order of insertion.
      buckets.delete(shopKey);
      for (const oldest of buckets.keys()) {
        if (buckets.size < SHOP_LIMIT) break;
        buckets.delete(oldest);
      }
      buckets.set(shopKey, {
        available: throttleStatus.currentlyAvailable,
        maximum: throttleStatus.maximumAvailable,
        restoreRate: throttleStatus.restoreRate,
        at: now(),
      });
    },
  };
}

/** After a THROTTLED: when the bucket will hold what the request asks for. */
export function throttledForMs(cost: Cost): number {
  const { currentlyAvailable, restoreRate, maximumAvailable } = cost.throttleStatus;
  const needed = Math.min(cost.requestedQueryCost, maximumAvailable);
  return Math.max(1000, Math.ceil(((needed - currentlyAvailable) / restoreRate) * 1000));
}
