import { z } from "zod";
import type { RfmCuts } from "#app/domain/customers/scores/rfm.ts";
import type { ShopStanding } from "#app/domain/customers/scores/shop-standing.ts";
import type { BgNbd } from "#app/domain/customers/models/bg-nbd.ts";
import type { GammaGamma } from "#app/domain/customers/models/gamma-gamma.ts";
import { instant, type ShapeOf } from "../column-values.ts";

const cuts = z.array(z.number());

const rfm = z.object({ daysSince: cuts, count: cuts, valueMinor: cuts } satisfies ShapeOf<RfmCuts>);

const purchases = z.object({
  r: z.number(),
  alpha: z.number(),
  a: z.number(),
  b: z.number(),
} satisfies ShapeOf<BgNbd>);

const money = z.object({ p: z.number(), q: z.number(), v: z.number() } satisfies ShapeOf<GammaGamma>);

/** What segments ask of all customers, as a review keeps it between two parts. */
export const storedStanding = z.object({
  scoredAt: instant.nullable(),
  rfm: rfm.nullable(),
  purchases: purchases.nullable(),
  money: money.nullable(),
  valueHundredths: z.array(z.number()),
  averages: z.record(z.string(), z.number().nullable()),
} satisfies ShapeOf<ShopStanding>);
