import { z } from "zod";
import { json } from "../../shop/web/http.ts";
import { couponByCode, viewOf } from "../coupon-rules.ts";
import type { Fake } from "../fake.ts";
import type { Coupon, Store } from "../records.ts";
import { announce } from "../webhooks/announce.ts";
import { readDate } from "../wire.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { ApiRefusal, wrongParameter } from "./errors.ts";
import { bodyOf, Question } from "./question.ts";

const COUPONS = { name: "DISCOUNT_COUPONS", errorCode: "DISCOUNTS_FEATURE_NOT_AVAILABLE" };

const date = z.string().transform((text, context) => {
  const at = readDate(text);
  if (at !== null) return at;
  context.addIssue({ code: "custom", message: "no date" });
  return z.NEVER;
});

const couponBody = z.strictObject({
  name: z.string().min(1),
  code: z.string().min(1).max(64),
  discountType: z.enum(["ABS", "PERCENT", "SHIPPING", "ABS_AND_SHIPPING", "PERCENT_AND_SHIPPING"]),
  status: z.enum(["ACTIVE", "PAUSED"]).default("ACTIVE"),
  discount: z.number().nonnegative().default(0),
  launchDate: date.optional(),
  expirationDate: date.optional(),
  totalLimit: z.number().nonnegative().optional(),
  usesLimit: z.enum(["UNLIMITED", "ONCEPERCUSTOMER", "SINGLE"]).default("UNLIMITED"),
  applicationLimit: z.enum(["UNLIMITED", "NEW_CUSTOMER_ONLY", "REPEAT_CUSTOMER_ONLY"]).default("UNLIMITED"),
  catalogLimit: z
    .strictObject({ products: z.array(z.int()).default([]), categories: z.array(z.int()).default([]) })
    .optional(),
});

export const couponEndpoints: readonly Endpoint[] = [
  {
    name: "searchCoupons",
    method: "GET",
    path: "discount_coupons",
    scope: "read_discount_coupons",
    feature: COUPONS,
    answer: ({ ask, fake, store }) => {
      const question = new Question(ask, ["code"]);
      const code = question.text("code")?.toLowerCase() ?? null;
      const found = Object.values(store.coupons).filter(
        (one) => code === null || one.code.toLowerCase() === code,
      );
      return question.page(found.map((one) => viewOf(one, fake.world.now())));
    },
  },
  {
    name: "readCoupon",
    method: "GET",
    path: "discount_coupons/:id",
    scope: "read_discount_coupons",
    feature: COUPONS,
    answer: (call) => json(200, viewOf(couponOf(call), call.fake.world.now())),
  },
  {
    name: "createCoupon",
    method: "POST",
    path: "discount_coupons",
    scope: "create_discount_coupons",
    feature: COUPONS,
    answer: ({ ask, fake, store }) => {
      const coupon = createCoupon(fake, store, bodyOf(ask, couponBody));
      return json(200, { id: Number(coupon.id), code: coupon.code });
    },
  },
  {
    name: "updateCoupon",
    method: "PUT",
    path: "discount_coupons/:id",
    scope: "update_discount_coupons",
    feature: COUPONS,
    answer: (call) => {
      const coupon = couponOf(call);
      const said = bodyOf(call.ask, couponBody.pick({ name: true, discount: true, status: true }).partial());
      if (said.name !== undefined) coupon.name = said.name;
      if (said.discount !== undefined) coupon.discount = said.discount;
      if (said.status !== undefined) coupon.paused = said.status === "PAUSED";
      coupon.updatedAt = call.fake.world.now();
      tell(call.fake, call.store, coupon, "updated");
      return json(200, { updateCount: 1 });
    },
  },
  {
    name: "deleteCoupon",
    method: "DELETE",
    path: "discount_coupons/:id",
    scope: "update_discount_coupons",
    feature: COUPONS,
    answer: (call) => {
      removeCoupon(call.fake, call.store, couponOf(call));
      return json(200, { deleteCount: 1 });
    },
  },
];

/** By its number or by its code. */
function couponOf({ store, id }: Call): Coupon {
  const coupon = store.coupons[id] ?? couponByCode(store, id);
  if (coupon === null) throw new ApiRefusal(404, "COUPON_NOT_FOUND", "Coupon is not found");
  return coupon;
}

export function createCoupon(fake: Fake, store: Store, said: z.output<typeof couponBody>): Coupon {
  const { world } = fake;
  // Codes are the same whatever their case.
  if (couponByCode(store, said.code) !== null) {
    throw new ApiRefusal(409, "COUPON_CODE_EXISTS", "A coupon with this code exists already");
  }
  if (said.discountType === "PERCENT" && said.discount > 100) throw wrongParameter("discount is above 100");
  const coupon: Coupon = {
    id: world.newId(),
    name: said.name,
    code: said.code,
    discountType: said.discountType,
    paused: said.status === "PAUSED",
    discount: said.discount,
    launchAt: said.launchDate ?? world.now(),
    expiresAt: said.expirationDate ?? null,
    totalLimit: said.totalLimit ?? null,
    usesLimit: said.usesLimit,
    applicationLimit: said.applicationLimit,
    catalogLimit:
      said.catalogLimit === undefined
        ? null
        : {
            products: said.catalogLimit.products.map(String),
            categories: said.catalogLimit.categories.map(String),
          },
    createdAt: world.now(),
    updatedAt: world.now(),
    orderCount: 0,
    usedBy: [],
  };
  store.coupons[coupon.id] = coupon;
  tell(fake, store, coupon, "created");
  return coupon;
}

/** Somebody else was faster. */
export function takeCode(fake: Fake, store: Store, code: string): void {
  createCoupon(fake, store, couponBody.parse({ name: "Summer", code, discountType: "PERCENT", discount: 5 }));
}

export function removeCoupon(fake: Fake, store: Store, coupon: Coupon, isTold = true): void {
  Reflect.deleteProperty(store.coupons, coupon.id);
  fake.world.changed();
  if (isTold) tell(fake, store, coupon, "deleted");
}

function tell(fake: Fake, store: Store, coupon: Coupon, verb: "created" | "updated" | "deleted"): void {
  fake.world.changed();
  const at = fake.world.now();
  announce(fake, store, { type: `discount_coupon.${verb}`, entityId: coupon.id, at });
}
