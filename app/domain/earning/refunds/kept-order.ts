import { elementAt } from "../../assert.ts";
import type { OrderState } from "../../event.ts";
import { ONE, ZERO, add, floor, multiply, rational } from "../../rational.ts";
import type { Rational } from "../../rational.ts";
import type { FrozenAward } from "../../books/frozen-award.ts";
import { keptLines } from "./kept-lines.ts";
import type { KeptLine } from "./kept-lines.ts";
import { SHIPPING_LINE } from "../orders/price-order.ts";
import type { PricedOrder } from "../orders/price-order.ts";

/** What is kept of an order, seen from its frozen award: indices are those of the frozen lines. */
export interface KeptOrder {
  /** Nothing was refunded or taken out, and nothing is new. */
  readonly isWhole: boolean;
  /** Kept basis of a line in minor units, the part paid by gift card taken off where the program says so. */
  basis(index: number): Rational;
  units(index: number): Rational;
  /** B'/B; where nothing earns, the same share of the goods' nets, and of units where all is free. */
  readonly share: Rational;
  /** The same of goods alone: 0 means that all goods were given back, whatever shipping earned. */
  readonly goodsShare: Rational;
  /** Σ of kept bases and of the greatest bases in whole minor units. */
  readonly keptBasisMinor: number;
  readonly fullBasisMinor: number;
}

export function keptOrder(frozen: FrozenAward, priced: PricedOrder, order: OrderState): KeptOrder {
  const kept = keptLines(priced, order);
  const basisShare = basisShareOf(frozen);
  if (kept === null && isUnchanged(frozen, priced)) return new WholeOrder(frozen, basisShare);
  const places = frozen.lines.map(({ id }, index) =>
    priced.lines[index]?.line.id === id ? index : priced.lines.findIndex(({ line }) => line.id === id),
  );
  const bare = places.map((place) => {
    const line = priced.lines[place];
    return line === undefined ? ZERO : multiply(rational(line.basisMinor), moneyKept(kept, place));
  });
  const keptBasis = bare.reduce(add, ZERO);
  const fullBasis = frozen.lines.reduce((sum, { basisMinor }) => sum + basisMinor, 0);
  const isAll = fullBasis > 0 && keptBasis.num === BigInt(fullBasis) * keptBasis.den;
  return {
    isWhole: false,
    basis: (index) => withShare(elementAt(bare, index), basisShare),
    units: (index) => {
      const place = elementAt(places, index);
      const line = priced.lines[place];
      return line === undefined
        ? ZERO
        : multiply(rational(line.line.quantity), kept === null ? ONE : elementAt(kept, place).units);
    },
    share: isAll ? ONE : shareOf(frozen, bare, () => true, { priced, kept }),
    goodsShare: isAll
      ? ONE
      : shareOf(frozen, bare, (index) => elementAt(frozen.lines, index).id !== SHIPPING_LINE.id, {
          priced,
          kept,
        }),
    keptBasisMinor: floor(withShare(keptBasis, basisShare)),
    fullBasisMinor: floor(withShare(rational(fullBasis), basisShare)),
  };
}

/** An order as it is when nothing went back. */
export function wholeOrder(frozen: FrozenAward): KeptOrder {
  return new WholeOrder(frozen, basisShareOf(frozen));
}

function basisShareOf({ basisNum, basisDen }: FrozenAward): Rational {
  return basisNum === basisDen ? ONE : { num: BigInt(basisNum), den: BigInt(basisDen) };
}

function isUnchanged({ lines }: FrozenAward, priced: PricedOrder): boolean {
  if (lines.length !== priced.lines.length) return false;
  for (let index = 0; index < lines.length; index += 1) {
    const frozen = elementAt(lines, index);
    const { line, basisMinor } = elementAt(priced.lines, index);
    if (frozen.id !== line.id || frozen.basisMinor !== basisMinor || frozen.quantity !== line.quantity)
      return false;
  }
  return true;
}

/** An order of which all is kept. A class and no object of closures: nearly every order makes one. */
class WholeOrder implements KeptOrder {
  readonly isWhole = true;
  readonly share = ONE;
  readonly goodsShare = ONE;
  readonly keptBasisMinor: number;
  readonly fullBasisMinor: number;
  private readonly lines: FrozenAward["lines"];
  private readonly basisShare: Rational;

  constructor({ lines }: FrozenAward, basisShare: Rational) {
    this.lines = lines;
    this.basisShare = basisShare;
    let basisMinor = 0;
    for (const line of lines) basisMinor += line.basisMinor;
    this.fullBasisMinor =
      basisShare.num === basisShare.den ? basisMinor : floor(withShare(rational(basisMinor), basisShare));
    this.keptBasisMinor = this.fullBasisMinor;
  }

  basis(index: number): Rational {
    return withShare(rational(elementAt(this.lines, index).basisMinor), this.basisShare);
  }

  units(index: number): Rational {
    return rational(elementAt(this.lines, index).quantity);
  }
}

/** What is kept of an order's goods by money, seen from the order alone: 1 − the refunded share. */
function keptShareOfGoods(priced: PricedOrder, kept: readonly KeptLine[] | null): Rational {
  if (kept === null) return ONE;
  let netMinor = 0;
  let units = 0;
  let keptNet = ZERO;
  let keptUnits = ZERO;
  priced.lines.forEach(({ line, netMinor: net }, index) => {
    if (line === SHIPPING_LINE) return;
    const left = elementAt(kept, index);
    netMinor += net;
    units += line.quantity;
    keptNet = add(keptNet, multiply(rational(net), left.share));
    keptUnits = add(keptUnits, multiply(rational(line.quantity), left.units));
  });
  if (netMinor > 0) return multiply(keptNet, rational(1, netMinor));
  return units > 0 ? multiply(keptUnits, rational(1, units)) : ONE;
}

function shareOf(
  frozen: FrozenAward,
  bare: readonly Rational[],
  counts: (index: number) => boolean,
  { priced, kept }: { readonly priced: PricedOrder; readonly kept: readonly KeptLine[] | null },
): Rational {
  let full = 0;
  let keptBasis = ZERO;
  frozen.lines.forEach(({ basisMinor }, index) => {
    if (!counts(index)) return;
    full += basisMinor;
    keptBasis = add(keptBasis, elementAt(bare, index));
  });
  return full > 0 ? multiply(keptBasis, rational(1, full)) : keptShareOfGoods(priced, kept);
}

function moneyKept(kept: readonly KeptLine[] | null, place: number): Rational {
  return kept === null ? ONE : elementAt(kept, place).share;
}

function withShare(value: Rational, share: Rational): Rational {
  return share.num === share.den ? value : multiply(value, share);
}
