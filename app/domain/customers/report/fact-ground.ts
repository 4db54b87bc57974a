import type { Fact } from "../facts/fact.ts";

import { distinctDays, gapsBetween } from "../facts/purchase-figures.ts";
import { PLAIN } from "../facts/fact.ts";
import type { Subject } from "../facts/subject.ts";
import type { OrderOutcome } from "../history/order-outcome.ts";
import type { Models } from "../scores/lifetime-value.ts";

/** What a figure of one customer came about by. */
export type FactGround =
  | { readonly kind: "orders"; readonly orders: readonly OrderOutcome[] }
  | { readonly kind: "gaps"; readonly days: readonly number[]; readonly gaps: readonly number[] }
  | { readonly kind: "scored"; readonly customers: number }
  | {
      readonly kind: "model";
      readonly model: NamedModel;
      readonly customers: number;
      readonly parameters: Parameters;
    }
  | { readonly kind: "no_model"; readonly model: NamedModel }
  | { readonly kind: "among"; readonly customers: number }
  | { readonly kind: "ledger" }
  | { readonly kind: "person" };

export type NamedModel = "purchases" | "money";
type Parameters = Readonly<Record<string, number>>;

/** What of the shop's a figure may stand on. */
export interface ShopGround {
  readonly models: Models;
  /** Customers with a purchase when scores were found. */
  readonly scored: number;
  readonly customers: number;
}

const MODEL_OF: Readonly<Record<string, NamedModel>> = {
  "clv.alive": "purchases",
  "clv.purchases": "purchases",
  "clv.average": "money",
  "clv.value": "money",
  "clv.top": "money",
};

export function groundOf({ id }: Fact, subject: Subject, shop: ShopGround): FactGround {
  const model = MODEL_OF[id];
  if (model !== undefined) return groundOfModel(model, shop.models);
  if (id.startsWith("rfm.")) return { kind: "scored", customers: shop.scored };
  if (id === "purchases.averageToShop") return { kind: "among", customers: shop.customers };
  if (id.startsWith("rhythm.")) {
    const days = distinctDays(subject.purchases(PLAIN));
    return { kind: "gaps", days, gaps: gapsBetween(days) };
  }
  if (id.startsWith("returns.")) return { kind: "orders", orders: subject.paid(PLAIN) };
  if (OF_PURCHASES.some((start) => id.startsWith(start)))
    return { kind: "orders", orders: subject.purchases(PLAIN) };
  return OF_LEDGER.some((start) => id.startsWith(start)) ? { kind: "ledger" } : { kind: "person" };
}

const OF_PURCHASES = ["purchases.", "margin.", "first.", "lapse.", "types.count"];
const OF_LEDGER = ["points.", "tier."];

function groundOfModel(model: NamedModel, { purchases, money }: Models): FactGround {
  if (model === "purchases") {
    if (purchases === null) return { kind: "no_model", model };
    const { customers, r, alpha, a, b } = purchases;
    return { kind: "model", model, customers, parameters: { r, alpha, a, b } };
  }
  if (money === null) return { kind: "no_model", model };
  const { customers, p, q, v } = money;
  return { kind: "model", model, customers, parameters: { p, q, v } };
}
