import { coerceInputValue, isInputType } from "graphql";
import { expect } from "vitest";
import type { DeliverOutcome } from "#app/platforms/platform.ts";
import { FIND_COLLECTION } from "#app/platforms/shopify/documents/discounts.ts";
import { numericId } from "#app/platforms/shopify/orders/fields.ts";
import type { OrderAnswer } from "#simulator/shopify/control-answers.ts";
import { type DiscountShape, READ_DISCOUNT } from "./discount-shape.ts";
import { fiveOff, outboxItem, type IssueDiscount } from "./five-off.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "./shopify-bench.ts";
import { FIRST_CHOICES, type CombinesWith } from "#app/domain/shops/merchant-choices.ts";
import { readShopifySchema } from "./shopify-schema.ts";

export interface DiscountWish extends Partial<IssueDiscount> {
  /** Null: whoever has the code. Left out: Anna. */
  readonly customerId?: string | null;
  readonly combinesWith?: CombinesWith;
}

export const VERSIONS = ["2026-10", "2026-07"] as const;
const DAY_MS = 86_400_000;
/** A whole second: Shopify keeps no parts of it. */
export const SINCE = Math.floor(Date.now() / 1000) * 1000 - 1000;
export const UNTIL = SINCE + 30 * DAY_MS;

const schemas = VERSIONS.map((version) => readShopifySchema(version).schema);

/** What the schemas have against an input, of all versions. */
export function problemsWith(typeName: string, input: unknown): string[] {
  const problems: string[] = [];
  for (const schema of schemas) {
    const type = schema.getType(typeName);
    if (!isInputType(type)) throw new Error(`Shopify has no ${typeName}`);
    coerceInputValue(input, type, (path, _, error) => problems.push(`${path.join(".")}: ${error.message}`));
  }
  return problems;
}

export function idsOf(list: { readonly nodes: readonly { readonly id: string }[] } | undefined): string[] {
  return list?.nodes.map(({ id }) => id) ?? [];
}

/** A shop with two customers and two products; a shopper at its checkout tries what came out. */
export class DiscountBench {
  private made = 0;

  private constructor(
    readonly shopify: ShopifyBench,
    readonly anna: string,
    readonly bert: string,
    /** In the collections "beans" and "whole-bean", 12.00. */
    readonly bag: string,
    readonly mug: string,
    /** Its variants, 9.50 and 14.00; in no collection. */
    readonly blueMug: string,
    readonly goldMug: string,
    /** The number of the collection "beans". */
    readonly beans: string,
  ) {}

  static async open(): Promise<DiscountBench> {
    const shopify = await openShopifyBench();
    const { control } = shopify.fake;
    const person = async (email: string): Promise<string> =>
      (await control.createCustomer({ shop: SHOP, email, deliver: false })).customerId;
    const people = [await person("anna@example.com"), await person("bert@example.com")] as const;
    const collections = ["Beans", "Whole Bean"];
    const coffee = await control.createProduct({ shop: SHOP, title: "Coffee", price: "12.00", collections });
    const variants = [
      { title: "Blue", price: "9.50" },
      { title: "Gold", price: "14.00" },
    ];
    const mug = await control.createProduct({ shop: SHOP, title: "Mug", price: "9.50", variants });
    const [bag = "", blue = "", gold = ""] = [...coffee.variantIds, ...mug.variantIds];
    const asked = await shopify.client.ask(SHOP, FIND_COLLECTION, { handle: "beans" });
    const beans = asked.kind === "data" ? asked.data.collectionByIdentifier : null;
    if (beans === null) throw new Error("the shop has no collection of beans");
    return new DiscountBench(shopify, ...people, bag, mug.productId, blue, gold, numericId(beans.id));
  }

  close(): Promise<void> {
    return this.shopify.close();
  }

  async issue({
    customerId = this.anna,
    combinesWith = FIRST_CHOICES.combinesWith,
    ...more
  }: DiscountWish): Promise<{ code: string; outcome: DeliverOutcome }> {
    this.made += 1;
    const code = `DISCO-${String(this.made).padStart(5, "0")}-XYZ`;
    const terms = { rewardId: `reward-${code}`, startsAt: SINCE, expiresAt: UNTIL, ...more };
    const item = outboxItem(SHOP, fiveOff(code, terms), { customerId, rewardName: null, combinesWith });
    const [outcome] = await this.shopify.platform.deliver([item]);
    if (outcome === undefined) throw new Error("the platform says nothing of the code");
    return { code, outcome };
  }

  /** The discount that came out, as the shop shows it. What was sent for it is valid in every version. */
  async issued(wish: DiscountWish): Promise<{ code: string; discount: DiscountShape }> {
    const { code, outcome } = await this.issue(wish);
    expect(outcome).toMatchObject({ kind: "done" });
    const asked = await this.shopify.client.ask(SHOP, READ_DISCOUNT, { code });
    if (asked.kind !== "data") throw new Error(asked.reason);
    const discount = asked.data.codeDiscountNodeByCode?.codeDiscount;
    if (discount === undefined) throw new Error("the code has no discount");
    const all = await this.shopify.fake.control.discounts({ shop: SHOP });
    const sent = all.find(({ codes }) => codes.some((one) => one.code === code));
    expect(problemsWith(`${discount.__typename}Input`, sent?.input)).toEqual([]);
    return { code, discount };
  }

  /** One of each variant at the checkout; null buys as a guest. */
  buy(
    codes: readonly string[],
    variantIds: readonly string[],
    customerId: string | null = this.anna,
  ): Promise<OrderAnswer> {
    return this.shopify.fake.control.placeOrder({
      shop: SHOP,
      customerId,
      ...(customerId === null ? { email: "guest@example.com" } : {}),
      lines: variantIds.map((variantId) => ({ variantId })),
      discountCodes: [...codes],
      deliver: false,
    });
  }
}
