import { z } from "zod";
import type { ShopFigures, WindowPoints } from "#app/domain/customers/report/shop-figures.ts";
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

const windowPoints = z.object({
  days: z.object({ from: z.int(), to: z.int() }),
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
} satisfies ShapeOf<WindowPoints>);

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

/** A shop's figures as they are kept. */
export const storedFigures = z.object({
  currency: z.string().nullable(),
  digits: z.int(),
  window: windowPoints,
  before: windowPoints,
  sinceLaunch: windowPoints.nullable(),
  liability: liability.nullable(),
  models,
  fittedOn: z.string(),
  known: z.int(),
  buying: z.int(),
  returning: z.int(),
} satisfies ShapeOf<ShopFigures>);
