import type { Discount } from "../../shop/discount-records.ts";
import type { Shop } from "../../shop/records.ts";
import type { World } from "../world.ts";

/** Somebody else was faster: the codes a mutation is about to create exist already, in a foreign discount. */
export function takeCode(world: World, shop: Shop, variables: unknown): void {
  for (const code of codesIn(variables)) {
    const foreign: Discount = {
      id: world.newId(),
      kind: "basic",
      automatic: false,
      title: "Not ours",
      createdAt: world.now(),
      updatedAt: world.now(),
      startsAt: world.now(),
      endsAt: null,
      deactivated: false,
      usageLimit: null,
      oncePerCustomer: false,
      combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
      customerIds: null,
      segmentIds: null,
      minSubtotalMinor: null,
      minQuantity: null,
      gets: {
        items: { all: true, productIds: [], variantIds: [], collectionIds: [] },
        value: { type: "percentage", fraction: 0.05 },
      },
      buys: null,
      codes: [{ id: world.newId(), code, used: 0 }],
      usedBy: [],
      tags: [],
      input: null,
    };
    shop.discounts[foreign.id] = foreign;
  }
}

function codesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === "code" && typeof inner === "string" ? [inner] : codesIn(inner),
  );
}
