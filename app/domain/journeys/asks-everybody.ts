import { asksAmongAll } from "../customers/segments/condition.ts";
import type { SegmentConditions } from "../customers/segments/condition.ts";
import type { Journey, Step } from "./journey.ts";

/** Whether a journey looks at what is found among all customers, so that everybody's orders must be known. */
export function asksEverybody({ trigger, where, steps }: Journey, segments: SegmentConditions): boolean {
  if (trigger.on === "segment_entered" || trigger.on === "segment_left") {
    const segment = segments.get(trigger.segment);
    if (segment !== undefined && asksAmongAll(segment, segments)) return true;
  }
  return (where !== null && asksAmongAll(where, segments)) || steps.some((step) => stepAsks(step, segments));
}

function stepAsks(step: Step, segments: SegmentConditions): boolean {
  switch (step.kind) {
    case "only":
      return asksAmongAll(step.condition, segments);
    case "give":
      return step.gift.kind === "reward" && step.gift.products === "recommended";
    case "choose":
      return step.arms.some(({ steps }) => steps.some((inside) => stepAsks(inside, segments)));
    case "send":
    case "wait":
      return false;
  }
}
