import type { DeliverOutcome, OutboxItem } from "../platform.ts";
import type { AdminClient, Asked } from "./admin-client.ts";
import { discountCreation, needsUnitPrice, TITLE_MARK, type IssueDiscount } from "./discount-input.ts";
import { DELETE_CODES, DELETE_DISCOUNT, READ_PRICES } from "./documents/discounts.ts";
import type { FindCollections } from "./find-collections.ts";
import { findDiscount, outcomeOfTaken, whyNot, type FoundDiscount } from "./find-discount.ts";
import { gid } from "./gid.ts";
import { refusalOf } from "./refusal.ts";
import type { AddToShared } from "./shared-discount.ts";

export interface DiscountParts {
  readonly client: AdminClient;
  readonly addToShared: AddToShared;
  readonly findCollections: FindCollections;
}

/**
 * Makes a code work. Where the shop knows the customer, the code is a discount of its own that only
 * this customer can use and that ends on the code's own day. Where it is not bound to a person, it
 * becomes one of the many codes of the reward's one shared discount.
 */
export async function issueDiscount(
  { client, addToShared, findCollections }: DiscountParts,
  item: OutboxItem,
  asked: IssueDiscount,
): Promise<DeliverOutcome> {
  if (item.attempts > 0) {
    const earlier = await findDiscount(client, item.shopKey, asked.code);
    if (earlier.kind !== "data") return earlier;
    if (earlier.data !== null) return outcomeOfTaken(earlier.data);
  }
  const collections = await findCollections(item.shopKey, asked.scope.collections);
  if (collections.kind !== "data") return collections;
  const effect = { ...asked, scope: { ...asked.scope, collections: collections.data } };
  const impossible = whyImpossible(effect);
  if (impossible !== null) return { kind: "refused", reason: impossible };
  const unitPrice = await unitPriceFor(client, item, effect);
  if (unitPrice.kind !== "data") return unitPrice;
  if (item.customerId === null) return addToShared(item, effect, unitPrice.data);

  const { document, input } = discountCreation(
    effect,
    {
      title: `${TITLE_MARK}${item.rewardName ?? effect.rewardId} · ${effect.code}`,
      code: effect.code,
      customerId: item.customerId,
      startsAt: effect.startsAt,
      endsAt: effect.expiresAt,
    },
    item.currency,
    unitPrice.data,
  );
  const answer = await client.ask(item.shopKey, document, { input });
  if (answer.kind !== "data") return answer;
  const { created } = answer.data;
  if (created === null) return { kind: "retry", reason: "Shopify made no discount", afterMs: null };
  if (created.codeDiscountNode !== null) return { kind: "done", reference: created.codeDiscountNode.id };
  return whyNot(client, item.shopKey, effect.code, created.userErrors);
}

/** Takes an unused code back. A used one stays: the order that carried it tells its story. */
export async function withdrawDiscount(
  client: AdminClient,
  shopKey: string,
  code: string,
): Promise<DeliverOutcome> {
  const looked = await findDiscount(client, shopKey, code);
  if (looked.kind !== "data") return looked;
  const found = looked.data;
  if (found === null) return { kind: "done", reference: null };
  if (!found.ours) return { kind: "refused", reason: "the code belongs to a discount that is not ours" };
  if (found.used) return { kind: "refused", reason: "the code has been used" };
  return found.shared ? withdrawFromShared(client, shopKey, found) : withdrawOwn(client, shopKey, found);
}

async function withdrawOwn(
  client: AdminClient,
  shopKey: string,
  found: FoundDiscount,
): Promise<DeliverOutcome> {
  const asked = await client.ask(shopKey, DELETE_DISCOUNT, { id: found.discountId });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.discountCodeDelete?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : { kind: "done", reference: found.discountId };
}

async function withdrawFromShared(
  client: AdminClient,
  shopKey: string,
  found: FoundDiscount,
): Promise<DeliverOutcome> {
  const ids = found.redeemCodeId === null ? [] : [found.redeemCodeId];
  const asked = await client.ask(shopKey, DELETE_CODES, { discountId: found.discountId, ids });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.discountCodeRedeemCodeBulkDelete?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : { kind: "done", reference: found.discountId };
}

/** What Shopify would take and no shopper could use: the points go back instead. */
function whyImpossible(effect: IssueDiscount): string | null {
  if (!needsUnitPrice(effect) || effect.minSubtotalMinor === null) return null;
  return (
    "Shopify would count the minimum of this reward over the free product alone: " +
    "name the collections (the reward's `collections`) whose products count"
  );
}

/** The cheapest of the products given, so that a dear one is never given away for the price of a cheap one. */
async function unitPriceFor(
  client: AdminClient,
  item: OutboxItem,
  effect: IssueDiscount,
): Promise<Asked<string | null>> {
  const { terms } = effect;
  if (terms.kind !== "freeProduct" || !needsUnitPrice(effect)) return { kind: "data", data: null };
  const ids = [
    ...terms.products.map((id) => gid("Product", id)),
    ...terms.variants.map((id) => gid("ProductVariant", id)),
  ];
  const asked = await client.ask(item.shopKey, READ_PRICES, { ids });
  if (asked.kind !== "data") return asked;
  const prices = asked.data.nodes.flatMap((node) => {
    const price = node?.price ?? node?.variants?.nodes[0]?.price;
    return price === undefined ? [] : [price];
  });
  const [cheapest] = prices.sort((a, b) => Number(a) - Number(b));
  if (cheapest === undefined)
    return { kind: "refused", reason: "the free product is not in the shop any more" };
  return { kind: "data", data: cheapest };
}
