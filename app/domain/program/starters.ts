import { assert } from "../assert.ts";
import type { ProgramDocument } from "./document/document.ts";
import { parseProgram } from "./document/parse-program.ts";
import { inCurrency } from "./fit-currency.ts";
import beauty from "./starters/beauty.json" with { type: "json" };
import cafe from "./starters/cafe.json" with { type: "json" };
import fashion from "./starters/fashion.json" with { type: "json" };
import paidVip from "./starters/paid-vip.json" with { type: "json" };
import travel from "./starters/travel.json" with { type: "json" };

const DOCUMENTS = { cafe, fashion, beauty, travel, paidVip };

export type StarterId = keyof typeof DOCUMENTS;

/** Ready-made programs, by the name they give themselves. */
export const STARTERS: readonly { readonly id: StarterId; readonly name: string }[] = [
  { id: "cafe", name: cafe.name },
  { id: "fashion", name: fashion.name },
  { id: "beauty", name: beauty.name },
  { id: "travel", name: travel.name },
  { id: "paidVip", name: paidVip.name },
];

/** What a starter takes over of the shop it is loaded in. */
export interface StarterShop {
  readonly currency: string;
  readonly timezone: string;
  /** Serves whoever speaks none of the starter's languages. */
  readonly language: string;
}

/** A starter in the currency, zone and language of a shop, its amounts of a size that fits the currency. */
export function starterFor(id: StarterId, { currency, timezone, language }: StarterShop): ProgramDocument {
  const parsed = parseProgram(DOCUMENTS[id]);
  assert(parsed.ok, "a ready-made program is right");
  return { ...inCurrency(parsed.document, currency), timezone, language };
}
