import { z } from "zod";
import type { Discount } from "../../shop/discount-records.ts";
import { decimalsOf } from "../../shop/money.ts";
import { json } from "../../shop/web/http.ts";
import type { Customer, Promotion, Store } from "../records.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { ApiRefusal, wrongParameter } from "./errors.ts";
import { bodyOf, Question } from "./question.ts";

/** Of what the documents list only what the app writes; what nobody here knows is refused. */
const promotionBody = z.strictObject({
  name: z.string().max(1024),
  enabled: z.boolean(),
  discountBase: z.enum(["SUBTOTAL", "SHIPPING"]),
  discountType: z.literal("PERCENT"),
  amount: z.number().min(0).max(100),
  triggers: z.strictObject({
    customerGroups: z.array(z.int()).max(200),
    subtotal: z.number().min(0).optional(),
  }),
  externalReferenceId: z.string(),
});

export const promotionEndpoints: readonly Endpoint[] = [
  {
    name: "searchPromotions",
    method: "GET",
    path: "promotions",
    scope: "read_promotion",
    answer: ({ ask, store }) =>
      new Question(ask, []).page(
        Object.values(store.promotions).map(({ id, ...said }) => ({ id: Number(id), ...said })),
      ),
  },
  {
    name: "createPromotion",
    method: "POST",
    path: "promotions",
    scope: "create_promotion",
    answer: ({ ask, fake: { world }, store }) => {
      const said = bodyOf(ask, promotionBody);
      const known = Object.values(store.promotions);
      if (known.some((one) => one.externalReferenceId === said.externalReferenceId)) {
        throw wrongParameter("externalReferenceId is taken");
      }
      const id = world.newId();
      store.promotions[id] = { id, ...said };
      world.changed();
      return json(200, { id: Number(id) });
    },
  },
  {
    name: "updatePromotion",
    method: "PUT",
    path: "promotions/:id",
    scope: "update_promotion",
    answer: (call) => {
      const { id } = promotionOf(call);
      call.store.promotions[id] = { id, ...bodyOf(call.ask, promotionBody) };
      call.fake.world.changed();
      return json(200, { updateCount: 1 });
    },
  },
  {
    name: "deletePromotion",
    method: "DELETE",
    path: "promotions/:id",
    scope: "delete_promotion",
    answer: (call) => {
      Reflect.deleteProperty(call.store.promotions, promotionOf(call).id);
      call.fake.world.changed();
      return json(200, { deleteCount: 1 });
    },
  },
];

function promotionOf({ store, id }: Call): Promotion {
  const promotion = store.promotions[id];
  if (promotion === undefined) throw new ApiRefusal(404, "PROMOTION_NOT_FOUND", "Promotion is not found");
  return promotion;
}

/** What applies by itself to this customer's cart, as every fake's checkout prices it. */
export function promotionsFor(store: Store, customer: Customer | null, now: number): Discount[] {
  const group = Number(customer?.groupId ?? 0);
  const minor = (amount: number): number => Math.round(amount * 10 ** decimalsOf(store.currency));
  return Object.values(store.promotions)
    .filter(({ enabled, triggers }) => enabled && triggers.customerGroups.includes(group))
    .map(({ id, name, discountBase, amount, triggers }) => ({
      id,
      automatic: true,
      kind: discountBase === "SHIPPING" ? "free_shipping" : "basic",
      title: name,
      createdAt: 0,
      updatedAt: 0,
      startsAt: 0,
      endsAt: null,
      deactivated: false,
      usageLimit: null,
      oncePerCustomer: false,
      combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true },
      customerIds: null,
      segmentIds: null,
      minSubtotalMinor: triggers.subtotal === undefined ? null : minor(triggers.subtotal),
      minQuantity: null,
      gets: {
        items: { all: true, productIds: [], variantIds: [], collectionIds: [] },
        value: discountBase === "SHIPPING" ? null : { type: "percentage", fraction: amount / 100 },
      },
      buys: null,
      codes: [],
      usedBy: [],
      tags: [],
      input: { at: now },
    }));
}
