import { assert } from "#app/domain/assert.ts";
import type { DeliverOutcome, OutboxItem } from "../../platform.ts";
import type { AdminClient, Asked } from "../admin-client.ts";
import { discountCreation, needsUnitPrice, TITLE_MARK, type IssueDiscount } from "./discount-input.ts";
import { DELETE_CODES, DELETE_DISCOUNT, READ_PRICES } from "../documents/discounts.ts";
import type { FindCollections } from "./find-collections.ts";
import { findDiscount, outcomeOfTaken, whyNot, type FoundDiscount } from "./find-discount.ts";
import { gid } from "../gid.ts";
import { refusalOf } from "./refusal.ts";
import type { AddToShared, OpenCode } from "./shared-discount.ts";

export interface DiscountParts {
  readonly client: AdminClient;
  readonly addToShared: AddToShared;
  readonly findCollections: FindCollections;
}

/** All about a discount but its code and whose it is: what is in the shop, and what it costs there. */
type Prepared = Asked<Pick<OpenCode, "effect" | "unitPrice">> | Extract<DeliverOutcome, { kind: "done" }>;

/**
 * Makes a code work that only one customer can use: a discount of its own, which ends on the code's
 * own day.
 */
export async function issueDiscount(
  parts: DiscountParts,
  item: OutboxItem,
  asked: IssueDiscount,
): Promise<DeliverOutcome> {
  const prepared = await prepare(parts, item, asked);
  if (prepared.kind !== "data") return prepared;
  const { effect, unitPrice } = prepared.data;
  const { document, input } = discountCreation(
    effect,
    {
      title: `${TITLE_MARK}${item.rewardName ?? effect.rewardId} · ${effect.code}`,
      code: effect.code,
      customerId: item.customerId,
      startsAt: effect.startsAt,
      endsAt: effect.expiresAt,
      combinesWith: item.combinesWith,
    },
    item.currency,
    unitPrice,
  );
  const answer = await parts.client.ask(item.shopKey, document, { input });
  if (answer.kind !== "data") return answer;
  const { created } = answer.data;
  if (created === null) return { kind: "retry", reason: "Shopify made no discount", afterMs: null };
  if (created.codeDiscountNode !== null) return { kind: "done", reference: created.codeDiscountNode.id };
  return whyNot(parts.client, item.shopKey, effect.code, created.userErrors);
}

/** Makes codes work that are not bound to a person: each one of the many of its reward's one discount. */
export async function issueOpenCodes(
  parts: DiscountParts,
  wishes: readonly { readonly item: OutboxItem; readonly effect: IssueDiscount }[],
): Promise<Map<OutboxItem, DeliverOutcome>> {
  const all = await Promise.all(
    wishes.map(async ({ item, effect }) => ({ item, prepared: await prepare(parts, item, effect) })),
  );
  const outcomes = new Map<OutboxItem, DeliverOutcome>();
  const ready: OpenCode[] = [];
  for (const { item, prepared } of all) {
    if (prepared.kind === "data") ready.push({ item, ...prepared.data });
    else outcomes.set(item, prepared);
  }
  const added = await parts.addToShared(ready);
  for (const { item, effect } of ready) {
    const outcome = added.get(effect.code);
    assert(outcome !== undefined, "every code has its outcome");
    outcomes.set(item, outcome);
  }
  return outcomes;
}

async function prepare(
  { client, findCollections }: DiscountParts,
  item: OutboxItem,
  asked: IssueDiscount,
): Promise<Prepared> {
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
  return { kind: "data", data: { effect, unitPrice: unitPrice.data } };
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
