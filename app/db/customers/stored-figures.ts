import { z } from "zod";
import type { InsightChoice } from "#app/domain/customers/insight/choice.ts";
import type {
  InsightAnswer,
  ShopFigures,
  WindowWithPoints,
} from "#app/domain/customers/report/shop-figures.ts";
import type { Liability } from "#app/domain/customers/report/liability-of.ts";
import type { RollForward } from "#app/domain/customers/points/points-ledger.ts";
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
} satisfies ShapeOf<WindowWithPoints>);

const liability = z.object({
  deferredMinor: z.number(),
  releasedMinor: z.number(),
  costMinor: z.number(),
  pointsEarned: z.number(),
  used: z.object({ share: z.number(), from: z.number(), to: z.number(), points: z.number() }),
} satisfies ShapeOf<Liability>);

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
} satisfies ShapeOf<ShopFigures>);
