import { z } from "zod";
import type { DeliverOutcome, OutboxItem, PlatformAnswer } from "../../platform.ts";
import { id } from "../fields.ts";
import { type RestClient, withoutMissing } from "../rest-client.ts";
import { couponBody, type IssueDiscount } from "./coupon-body.ts";
import { findCoupon, type FoundCoupon } from "./find-coupon.ts";

const created = z.object({ id });

/**
 * Makes a code work. It was written down before anybody was asked, so a second try looks before it writes,
 * and what Ecwid refuses is looked up: an earlier try may have arrived.
 */
export async function issueCoupon(
  client: RestClient,
  item: OutboxItem,
  effect: IssueDiscount,
): Promise<DeliverOutcome> {
  const { shopKey, currency, rewardName } = item;
  if (item.attempts > 0) {
    const found = await lookUp(client, shopKey, effect.code);
    if (found.kind !== "data") return found;
    if (found.data !== null) return outcomeOfTaken(found.data);
  }
  const price = await unitPrice(client, shopKey, effect);
  if (price.kind !== "data") return price;
  const wanted = couponBody(effect, { rewardName, currency, unitPrice: price.data });
  if (!wanted.ok) return { kind: "refused", reason: wanted.reason };
  const answer = withoutMissing(
    await client.ask(shopKey, {
      method: "POST",
      path: "discount_coupons",
      body: { kind: "json", value: wanted.body },
      answer: created,
    }),
  );
  if (answer.kind === "data") return { kind: "done", reference: answer.data.id };
  if (answer.kind !== "refused" || answer.lacksPermission === true) return answer;
  const taken = await lookUp(client, shopKey, effect.code);
  if (taken.kind !== "data") return taken.kind === "refused" ? answer : taken;
  return taken.data === null ? answer : outcomeOfTaken(taken.data);
}

function outcomeOfTaken(found: FoundCoupon): DeliverOutcome {
  if (found.ours) return { kind: "done", reference: found.id };
  return { kind: "refused", reason: "TAKEN: the code belongs to a coupon that is not ours" };
}

async function lookUp(
  client: RestClient,
  shopKey: string,
  code: string,
): Promise<PlatformAnswer<FoundCoupon | null>> {
  return withoutMissing(await findCoupon(client, shopKey, code));
}

const prices = z.object({ items: z.array(z.object({ price: z.number().nonnegative() })) });

/** What one unit of the reward's cheapest product costs: a coupon never gives more than one of any. */
async function unitPrice(
  client: RestClient,
  shopKey: string,
  { terms }: IssueDiscount,
): Promise<PlatformAnswer<number | null>> {
  if (terms.kind !== "freeProduct") return { kind: "data", data: null };
  const ids = terms.products.filter((one) => /^\d{1,15}$/u.test(one));
  // Coupons know products and none of their variations.
  if (ids.length === 0 || terms.variants.length > 0) return { kind: "data", data: null };
  const asked = withoutMissing(
    await client.ask(shopKey, {
      path: "products",
      query: { productId: ids.join(","), responseFields: "items(price)" },
      answer: prices,
    }),
  );
  if (asked.kind !== "data") return asked;
  const cheapest = Math.min(...asked.data.items.map(({ price }) => price));
  return { kind: "data", data: Number.isFinite(cheapest) ? cheapest : null };
}

const deleted = z.object({ deleteCount: z.int() });

/** Takes a code back that nobody has used. One that is not there any more is taken back already. */
export async function withdrawCoupon(
  client: RestClient,
  shopKey: string,
  code: string,
): Promise<DeliverOutcome> {
  const found = await lookUp(client, shopKey, code);
  if (found.kind !== "data") return found;
  const coupon = found.data;
  if (coupon === null) return { kind: "done", reference: null };
  if (!coupon.ours) return { kind: "refused", reason: "the code belongs to a coupon that is not ours" };
  if (coupon.used) return { kind: "refused", reason: "the code was used" };
  const answer = await client.ask(shopKey, {
    method: "DELETE",
    path: `discount_coupons/${coupon.id}`,
    answer: deleted,
  });
  if (answer.kind === "data" || answer.kind === "missing") return { kind: "done", reference: coupon.id };
  return answer;
}
