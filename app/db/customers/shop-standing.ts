import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { FactAsk } from "#app/domain/customers/facts/fact-ask.ts";
import { toldOrder, Wares } from "#app/domain/customers/history/told-order.ts";
import { AverageTally, type ShopStanding } from "#app/domain/customers/scores/shop-standing.ts";
import type { RfmCuts } from "#app/domain/customers/scores/rfm.ts";
import { refuseOrder } from "#app/domain/earning/orders/refuse-order.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";
import { readScoring } from "./customer-scoring.ts";
import { liveOrders } from "./live-history.ts";

const FIFTHS = 5;

const quantiles = z.array(z.number()).nullable();
const figuresRow = z.object({
  daysSince: quantiles,
  count: quantiles,
  valueMinor: quantiles,
  predicted: quantiles,
});

export interface StandingWish {
  /** Which averages of all customers are asked for; none: orders are not read. */
  readonly averages: readonly FactAsk[];
  readonly program: Program;
  readonly at: Instant;
}

/** How all customers stand by the last scoring, and what they buy on average at an instant. */
export async function readShopStanding(
  statements: Statements,
  shopId: number,
  wish: StandingWish,
): Promise<ShopStanding> {
  const scoring = await readScoring(statements, shopId);
  const [row] = await readRows(
    statements,
    figuresRow,
    `SELECT percentile_cont(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY (facts->>'lapse.days')::float8) AS "daysSince",
       percentile_cont(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY purchases) AS "count",
       percentile_cont(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY spent_minor) AS "valueMinor",
       percentile_cont(ARRAY(SELECT n / 100.0::float8 FROM generate_series(1, 100) AS n))
         WITHIN GROUP (ORDER BY predicted_minor) AS predicted
     FROM customer_figure WHERE shop_id = $1 AND recency IS NOT NULL`,
    [shopId],
  );
  return {
    scoredAt: scoring?.scored_at ?? null,
    rfm: row === undefined ? null : cutsOf(row),
    purchases: scoring?.figures?.models.purchases ?? null,
    money: scoring?.figures?.models.money ?? null,
    valueHundredths: row?.predicted ?? [],
    averages: await averagesOf(statements, shopId, wish),
  };
}

function cutsOf({ daysSince, count, valueMinor }: z.output<typeof figuresRow>): RfmCuts | null {
  if (daysSince === null || count === null || valueMinor === null) return null;
  const inFifths = (cuts: readonly number[]) => cuts.map((cut) => Math.round(cut * FIFTHS));
  return { daysSince: inFifths(daysSince), count: inFifths(count), valueMinor: inFifths(valueMinor) };
}

async function averagesOf(
  statements: Statements,
  shopId: number,
  { averages, program, at }: StandingWish,
): Promise<Record<string, number | null>> {
  if (averages.length === 0) return {};
  const { timezone: zone, currencyDigits: digits, currency } = program;
  const tally = new AverageTally(averages, { at, zone, digits });
  for await (const page of liveOrders(statements, shopId)) {
    const wares = new Wares();
    const orders = page.flatMap(({ state, member_id }) =>
      member_id === null || refuseOrder(state, currency) !== null
        ? []
        : [toldOrder(state, state.updatedAt ?? state.placedAt, zone, wares)],
    );
    tally.add(orders);
  }
  return tally.averages;
}
