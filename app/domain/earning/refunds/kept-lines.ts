import { elementAt } from "../../assert.ts";
import type { OrderState } from "../../event.ts";
import { ONE, ZERO, add, atLeastZero, multiply, rational, subtract } from "../../rational.ts";
import type { Rational } from "../../rational.ts";
import { SHIPPING_LINE } from "../orders/price-order.ts";
import type { PricedOrder } from "../orders/price-order.ts";

/** What of a line is left after all refunds, as exact shares between 0 and 1. */
export interface KeptLine {
  /** Of its money. */
  readonly share: Rational;
  /** Of its units. */
  readonly units: Rational;
}

/**
 * What the refunds leave of each line, aligned with the priced lines; null where nothing was
 * refunded. First all refunds of lines, then what was given back as mere amounts (less the shipping
 * they name) is taken off the lines that earn, in proportion to the money they still keep. So the
 * outcome depends neither on the order nor on the split of the refunds.
 */
export function keptLines(priced: PricedOrder, order: OrderState): readonly KeptLine[] | null {
  if (order.refunds.length === 0) return null;
  const kept = priced.lines.map(({ line, netMinor }) =>
    line === SHIPPING_LINE ? keptShipping(order, netMinor) : keptAfterLineRefunds(order, line, netMinor),
  );
  const amountMinor = amountsOnly(order);
  if (amountMinor <= 0) return kept;
  const earns = priced.lines.some(({ basisMinor }) => basisMinor > 0);
  const isCovered = (index: number) => !earns || elementAt(priced.lines, index).basisMinor > 0;
  let stillKept = ZERO;
  kept.forEach(({ share }, index) => {
    if (!isCovered(index)) return;
    stillKept = add(stillKept, multiply(share, rational(elementAt(priced.lines, index).grossMinor)));
  });
  if (stillKept.num === 0n) return kept;
  const left = atLeastZero(subtract(stillKept, rational(amountMinor)));
  const factor = { num: left.num * stillKept.den, den: left.den * stillKept.num };
  return kept.map(({ share, units }, index) =>
    isCovered(index) ? { share: multiply(share, factor), units: multiply(units, factor) } : { share, units },
  );
}

/** By the amount refunded against the line's net; without an amount, or without a net, by units. */
function keptAfterLineRefunds(
  order: OrderState,
  line: { readonly id: string; readonly quantity: number },
  netMinor: number,
): KeptLine {
  let amountMinor = 0;
  let unitsByAmount = 0;
  let unitsWithoutAmount = 0;
  let units = 0;
  for (const refund of order.refunds) {
    for (const refunded of refund.lines) {
      if (refunded.line !== line.id) continue;
      units += refunded.quantity;
      if (refunded.amountMinor === null) {
        unitsWithoutAmount += refunded.quantity;
        continue;
      }
      amountMinor += refunded.amountMinor;
      if (refunded.quantity === 0) unitsByAmount += refunded.amountMinor;
    }
  }
  if (units === 0 && amountMinor === 0) return { share: ONE, units: ONE };
  const goneByUnits = line.quantity === 0 ? ONE : rational(units, line.quantity);
  if (netMinor === 0) return { share: left(goneByUnits), units: left(goneByUnits) };
  const gone = add(
    rational(amountMinor, netMinor),
    line.quantity === 0 ? ZERO : rational(unitsWithoutAmount, line.quantity),
  );
  return { share: left(gone), units: left(add(goneByUnits, rational(unitsByAmount, netMinor))) };
}

function keptShipping(order: OrderState, shippingMinor: number): KeptLine {
  const refundedMinor = order.refunds.reduce((sum, refund) => sum + refund.shippingMinor, 0);
  if (refundedMinor === 0 || shippingMinor === 0) return { share: ONE, units: ONE };
  const share = left(rational(refundedMinor, shippingMinor));
  return { share, units: share };
}

/** Money given back without naming lines, less what was said to be shipping. */
function amountsOnly(order: OrderState): number {
  let amountMinor = 0;
  for (const refund of order.refunds) {
    if (refund.lines.length === 0) amountMinor += Math.max(0, refund.amountMinor - refund.shippingMinor);
  }
  return amountMinor;
}

function left(gone: Rational): Rational {
  return atLeastZero(subtract(ONE, gone));
}
