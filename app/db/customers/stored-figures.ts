import { z } from "zod";
import type { Cohort } from "#app/domain/customers/insight/cohorts.ts";
import type { InsightChoice } from "#app/domain/customers/insight/choice.ts";
import type {
  InsightAnswer,
  ShopFigures,
  WindowWithPoints,
} from "#app/domain/customers/report/shop-figures.ts";
import type { RewardUse } from "#app/domain/customers/insight/reward-use.ts";
import type { TierMonth } from "#app/domain/customers/insight/tiers-over-time.ts";
import type { Liability } from "#app/domain/customers/report/liability-of.ts";
import type { RollForward } from "#app/domain/customers/points/points-ledger.ts";
import type { ModelCheck, ModelCheckRow } from "#app/domain/customers/scores/model-check.ts";
import type { ShapeOf } from "../column-values.ts";

const share = z.number().nullable();

const points = z.object({
  opening: z.number(),
  earned: z.number(),
  takenBack: z.number(),
  spent: z.number(),
  returned: z.number(),
  expired: z.number(),
  adjusted: z.number(),
  closing: z.number(),
} satisfies ShapeOf<RollForward>);

const days = z.object({ from: z.int(), to: z.int() });

export const storedChoice = z.object({
  window: days,
  compared: days,
  segment: z.object({ id: z.string(), membersAt: z.enum(["from", "today"]) }).nullable(),
} satisfies ShapeOf<InsightChoice>);

const windowPoints = z.object({
  days,
  revenueMinor: z.number(),
  orders: z.int(),
  customers: z.int(),
  averageOrderMinor: z.number().nullable(),
  ordersPerCustomer: share,
  repeatRate: share,
  churnRate: share,
  activeRate: share,
  topDecileShare: share,
  lorenz: z.array(z.number()).nullable(),
  gini: share,
  membersShare: z.object({ revenue: share, customers: share }),
  unnamed: z.object({ orders: z.int(), revenueMinor: z.number() }),
  points: points.nullable(),
  redemptionRate: share,
  rewards: z
    .object({
      orders: z.int(),
      costMinor: z.number(),
      unclearOrders: z.int(),
    } satisfies ShapeOf<RewardUse>)
    .nullable(),
} satisfies ShapeOf<WindowWithPoints>);

const fit = { logLikelihood: z.number(), customers: z.int() };

const models = z.object({
  purchases: z
    .object({
      ...fit,
      r: z.number(),
      alpha: z.number(),
      a: z.number(),
      b: z.number(),
      atBound: z.array(z.enum(["r", "alpha", "a", "b"])),
    })
    .nullable(),
  money: z
    .object({
      ...fit,
      p: z.number(),
      q: z.number(),
      v: z.number(),
      atBound: z.array(z.enum(["p", "q", "v"])),
    })
    .nullable(),
} satisfies ShapeOf<ShopFigures["models"]>);

const liability = z.object({
  deferredMinor: z.number(),
  releasedMinor: z.number(),
  costMinor: z.number(),
  pointsEarned: z.number(),
  used: z.object({ share: z.number(), from: z.number(), to: z.number(), points: z.number() }),
} satisfies ShapeOf<Liability>);

const byWindow = {
  window: windowPoints,
  before: windowPoints,
  sinceLaunch: windowPoints.nullable(),
};

/** What a choice was answered with. */
export const storedAnswer = z.object({
  ...byWindow,
  at: z.int(),
  among: z.int().nullable(),
  liability: liability.nullable(),
} satisfies ShapeOf<InsightAnswer>);

/** A shop's figures as they are kept. */
export const storedFigures = z.object({
  ...byWindow,
  currency: z.string().nullable(),
  digits: z.int(),
  liability: liability.nullable(),
  models,
  fittedOn: z.string(),
  known: z.int(),
  buying: z.int(),
  returning: z.int(),
  cohorts: z.array(
    z.object({
      month: z.int(),
      customers: z.int(),
      repeating: z.int(),
      buyingAgain: z.array(z.int()),
      revenueMinor: z.array(z.number()),
    } satisfies ShapeOf<Cohort>),
  ),
  tiers: z
    .array(
      z.object({
        month: z.int(),
        members: z.record(z.string(), z.int()),
      } satisfies ShapeOf<TierMonth>),
    )
    .nullable(),
  check: z
    .object({
      fittedOn: z.int(),
      to: z.int(),
      customers: z.int(),
      rows: z.array(
        z.object({
          x: z.int(),
          customers: z.int(),
          expected: z.number(),
          actual: z.int(),
        } satisfies ShapeOf<ModelCheckRow>),
      ),
    } satisfies ShapeOf<ModelCheck>)
    .nullable(),
} satisfies ShapeOf<ShopFigures>);
