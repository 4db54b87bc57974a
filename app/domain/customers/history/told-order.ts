import { elementAt } from "../../assert.ts";
import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { netsOf } from "../../earning/orders/price-order.ts";
import type { OrderLine, OrderRefund, OrderState, Ware } from "../../event.ts";

/** A line of goods; gift cards are none. */
export interface ToldLine {
  readonly id: string;
  readonly ware: Ware;
  readonly quantity: number;
  /** In the prices of the line: with tax where the order's prices have it inside. */
  readonly netMinor: number;
  readonly taxMinor: number;
  /** What a unit costs the merchant; null where nobody said. */
  readonly costMinor: number | null;
  /** What refunds leave of it: as told, all of it. */
  readonly keptMinor: number;
  readonly keptUnits: number;
}

/** What facts need of an order's present state, and no more: a shop has a million of them. */
export interface ToldOrder {
  readonly id: string;
  readonly toldAt: Instant;
  readonly paidAt: Instant | null;
  /** The local day of the payment. */
  readonly paidOn: number | null;
  readonly cancelledAt: Instant | null;
  readonly test: boolean;
  readonly taxesIncluded: boolean;
  readonly channel: string;
  readonly discountCodes: readonly string[];
  /** Taken off the goods, by lines and order together. */
  readonly discountMinor: number;
  readonly goods: readonly ToldLine[];
  readonly netMinor: number;
  readonly units: number;
  readonly refunds: readonly OrderRefund[];
}

/** Goods that are the same are kept once: few kinds of goods make up many lines. */
export class Wares {
  private readonly byProduct = new Map<string | null, Ware[]>();

  one(told: Ware): Ware {
    let known = this.byProduct.get(told.product);
    if (known === undefined) {
      known = [];
      this.byProduct.set(told.product, known);
    }
    for (const ware of known) if (isSame(ware, told)) return ware;
    const { product, variant, tags, collections, vendor, kind } = told;
    const ware = { product, variant, tags, collections, vendor, kind };
    if (known.length < MOST_OF_A_PRODUCT) known.push(ware);
    return ware;
  }
}

/** Goods without a product may be of any number of kinds: the rest is kept as it comes. */
const MOST_OF_A_PRODUCT = 64;

function isSame(a: Ware, b: Ware): boolean {
  return (
    a.variant === b.variant &&
    a.kind === b.kind &&
    a.vendor === b.vendor &&
    sameTexts(a.tags, b.tags) &&
    sameTexts(a.collections, b.collections)
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, index) => text === b[index]));
}

/** An order as it is told; it was found sound before. */
export function toldOrder(order: OrderState, toldAt: Instant, zone: string, wares: Wares): ToldOrder {
  const nets = netsOf(order);
  let discountMinor = 0;
  let goodsMinor = 0;
  let units = 0;
  const goods: ToldLine[] = [];
  order.lines.forEach((line, index) => {
    if (line.giftCard) return;
    const netMinor = elementAt(nets, index);
    discountMinor += line.unitPriceMinor * line.quantity - netMinor;
    goodsMinor += netMinor;
    units += line.quantity;
    goods.push(toldLine(line, netMinor, wares));
  });
  const { paidAt } = order;
  return {
    id: order.id,
    toldAt,
    paidAt,
    paidOn: paidAt === null ? null : localDayNumber(paidAt, zone),
    cancelledAt: order.cancelledAt,
    test: order.test,
    taxesIncluded: order.taxesIncluded,
    channel: order.channel,
    discountCodes: order.discountCodes,
    discountMinor,
    goods,
    netMinor: goodsMinor,
    units,
    refunds: order.refunds,
  };
}

function toldLine(line: OrderLine, netMinor: number, wares: Wares): ToldLine {
  const { id, quantity, taxMinor, costMinor } = line;
  return {
    id,
    ware: wares.one(line),
    quantity,
    netMinor,
    taxMinor,
    costMinor: costMinor ?? null,
    keptMinor: netMinor,
    keptUnits: quantity,
  };
}
