import type { FrozenAward } from "./award.ts";
import type { OrderTarget } from "./order-target.ts";
import type { KeptOrder } from "./kept-order.ts";

/**
 * Nearly every order is kept whole and meets no limit. Its points are then a short sum that plain
 * integers hold exactly; where they would not, or where anything is out of the ordinary, the answer
 * is null and the exact way is gone. The parts are worked out only when somebody asks for them.
 */
export function wholeOrderTarget(frozen: FrozenAward, kept: KeptOrder, inFull: InFull): OrderTarget | null {
  if (!kept.isWhole || frozen.stepRules.length > 0 || frozen.basisNum !== frozen.basisDen) return null;
  if (hasLimits(frozen)) return null;
  const spent = spendPoints(frozen);
  if (spent === null) return null;
  const points = spent + fixedPoints(frozen);
  if (!Number.isSafeInteger(points) || (frozen.capRoom !== null && points > frozen.capRoom)) return null;
  return new WholeOrder(points, frozen, kept, inFull);
}

type InFull = (frozen: FrozenAward, kept: KeptOrder) => OrderTarget;

function hasLimits(frozen: FrozenAward): boolean {
  for (const _ruleId in frozen.ruleRoom) return true;
  return false;
}

/** A class and no object of closures: it is made for every order, and asked further for few. */
class WholeOrder implements OrderTarget {
  readonly isCapped = false;
  readonly points: number;
  private readonly frozen: FrozenAward;
  private readonly kept: KeptOrder;
  private readonly inFull: InFull;
  private full: OrderTarget | null = null;

  constructor(points: number, frozen: FrozenAward, kept: KeptOrder, inFull: InFull) {
    this.points = points;
    this.frozen = frozen;
    this.kept = kept;
    this.inFull = inFull;
  }

  get exact() {
    return this.worked().exact;
  }

  get parts() {
    return this.worked().parts;
  }

  private worked(): OrderTarget {
    this.full ??= this.inFull(this.frozen, this.kept);
    return this.full;
  }
}

/** Σ basis × points × multiplier / per over lines and rules, rounded down once; null beyond exact integers. */
function spendPoints({ lines }: FrozenAward): number | null {
  let num = 0;
  let den = 1;
  for (const line of lines) {
    const factor = Number(line.multiplierNum);
    const divisor = Number(line.multiplierDen);
    for (const { points, perMinor } of line.spend) {
      const part = line.basisMinor * points * factor;
      const per = perMinor * divisor;
      if (per === den) {
        num += part;
      } else {
        num = num * per + part * den;
        den *= per;
      }
      if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) return null;
    }
  }
  return (num - (num % den)) / den;
}

function fixedPoints({ lines, orderRules }: FrozenAward): number {
  let sum = 0;
  for (const line of lines) for (const { points } of line.items) sum += points * line.quantity;
  for (const { points } of orderRules) sum += points;
  return sum;
}
