import { z } from "zod";
import { currencyDigits, parseMoney } from "#app/domain/money.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

/** A number as people write it by hand, with either minus sign; nothing is 0. */
const WHOLE = /^(?:[+\-−]?\d{1,9})?$/u;

/** How a form says what points are given or taken, and what of it counts towards the tier. */
export const adjustmentFields = {
  points: z
    .string()
    .trim()
    .regex(WHOLE, "points")
    .transform((text) => wholeOf(text)),
  /** In the unit that tiers count: money, points or orders. */
  qualifying: z.string().trim().max(20).default(""),
  /** What points given to somebody who owes some are for. */
  debt: z.enum(["pay", "spare"]),
};

/** What counts towards the tier, in minor units where that is money; null: it is no such number. */
export function qualifyingOf(text: string, { live }: AdminVisitor["shop"]): number | null {
  const metric = live?.program.tiers?.metric;
  if (live === null || metric === undefined || text === "") return text === "" ? 0 : null;
  if (metric !== "spend") return WHOLE.test(text) ? wholeOf(text) : null;
  const plain = text.replace("−", "-").replace("+", "").replace(",", ".");
  const minor = parseMoney(plain, currencyDigits(live.program.currency) ?? 2);
  return minor === null || Math.abs(minor) > 1_000_000_000 ? null : minor;
}

function wholeOf(text: string): number {
  return Number(text.replace("−", "-"));
}
