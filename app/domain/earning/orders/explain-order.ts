import { elementAt } from "../../assert.ts";
import type { Award } from "../../books/awards.ts";
import type { Instant } from "../../calendar.ts";
import type { ExplainedLine, ExplainedRule, Explanation } from "../../ledger/explanations/explanation.ts";
import { floor, lowestTerms, sumOf } from "../../rational.ts";
import type { FrozenAward, FrozenLine } from "../../books/frozen-award.ts";
import { distribute } from "./distribute.ts";
import type { KeptOrder } from "../refunds/kept-order.ts";
import type { OrderTarget } from "./order-target.ts";

/** Why an order earned what it did: each rule's points shared over its lines, so that the parts sum exactly. */
export function explainEarned(
  award: Award,
  kept: KeptOrder,
  target: OrderTarget,
  lot: { readonly availableAt: Instant | null; readonly expiresAt: Instant | null },
): Explanation {
  const { frozen } = award;
  const byLine = new Map<string, ExplainedRule[]>();
  const orderRules: ExplainedRule[] = [];
  for (const part of target.parts) {
    if (part.kind === "order") {
      orderRules.push({ ruleId: part.ruleId, points: part.points });
      continue;
    }
    const shares = distribute(
      part.points,
      part.lines.map(({ exact }) => exact),
    );
    part.lines.forEach(({ lineId }, index) => {
      const rules = byLine.get(lineId) ?? [];
      rules.push({ ruleId: part.ruleId, points: elementAt(shares, index) });
      byLine.set(lineId, rules);
    });
  }
  const exact = lowestTerms(sumOf(target.parts.map((part) => part.exact)));
  return {
    kind: "order_earned",
    orderId: award.orderId,
    orderName: award.orderName,
    lines: frozen.lines.map((line, index) => explainLine(frozen, line, { kept, index, byLine })),
    orderRules,
    exactPoints: `${String(exact.num)}/${String(exact.den)}`,
    points: target.points,
    tierId: frozen.tierId,
    cutBy: cutBy(target),
    availableAt: lot.availableAt,
    expiresAt: lot.expiresAt,
  };
}

function explainLine(
  frozen: FrozenAward,
  line: FrozenLine,
  {
    kept,
    index,
    byLine,
  }: {
    readonly kept: KeptOrder;
    readonly index: number;
    readonly byLine: ReadonlyMap<string, ExplainedRule[]>;
  },
): ExplainedLine {
  const steps = frozen.stepRules.filter(({ ruleId }) => line.steps.includes(ruleId));
  const rates = [...line.spend, ...steps].map(
    ({ points, perMinor }) => `${String(points)}/${String(perMinor)}`,
  );
  return {
    lineId: line.id,
    basisMinor: floor(kept.basis(index)),
    rate: rates.join(" + "),
    multiplier:
      line.multiplierDen === "1" ? line.multiplierNum : `${line.multiplierNum}/${line.multiplierDen}`,
    rules: byLine.get(line.id) ?? [],
  };
}

/** Ids of the rules whose limit cut them, and "cap" where a cap did. */
function cutBy(target: OrderTarget): string[] {
  const ids = target.parts.filter(({ isCut }) => isCut).map(({ ruleId }) => ruleId);
  return target.isCapped ? [...ids, "cap"] : ids;
}
