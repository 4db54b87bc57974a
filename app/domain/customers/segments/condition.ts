import { asTag } from "../facts/interests.ts";
import type { Fact, FactValue } from "../facts/fact.ts";
import type { FactAsk } from "../facts/fact-ask.ts";
import type { Subject } from "../facts/subject.ts";

/** A condition on one customer, read and checked: what `parse-condition.ts` makes of a document. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "segment"; readonly id: string }
  | { readonly kind: "fact"; readonly fact: Fact; readonly ask: FactAsk; readonly test: Test };

/** Exactly one comparison. Numbers and money (minor units) compare by value. */
export type Test =
  | { readonly by: "atLeast" | "atMost"; readonly bound: number }
  | { readonly by: "is" | "isNot"; readonly value: Compared }
  | { readonly by: "anyOf"; readonly values: ReadonlySet<Compared> }
  | { readonly by: "known"; readonly known: boolean };

/** Null: what no value equals, such as an amount finer than the currency. */
export type Compared = number | string | boolean | null;

export type SegmentConditions = ReadonlyMap<string, Condition>;

/**
 * Whether a condition holds. `all` of nothing holds, `any` of nothing does not. Who objects to profiling is in no
 * segment.
 */
export function holds(condition: Condition, subject: Subject, segments: SegmentConditions): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((one) => holds(one, subject, segments));
    case "any":
      return condition.of.some((one) => holds(one, subject, segments));
    case "not":
      return !holds(condition.of, subject, segments);
    case "segment": {
      const where = segments.get(condition.id);
      return where !== undefined && !subject.customer.objects && holds(where, subject, segments);
    }
    case "fact":
      return passes(condition.test, condition.fact.read(subject, condition.ask));
  }
}

interface AskedFact {
  readonly fact: Fact;
  readonly ask: FactAsk;
}

/** Whether a condition asks for what is found among all customers, itself or by a segment it names. */
export function asksAmongAll(condition: Condition, segments: SegmentConditions): boolean {
  return askedAmongAll(condition, segments).length > 0;
}

/** What it asks for of that. */
export function askedAmongAll(condition: Condition, segments: SegmentConditions): AskedFact[] {
  return askedFacts(condition, segments).filter(({ fact }) => fact.amongAll === true);
}

/** Whether it asks for points or tiers: the books say what they are, and not what they were. */
export function asksTheBooks(condition: Condition, segments: SegmentConditions): boolean {
  return askedFacts(condition, segments).some(({ fact }) => fact.fromBooks === true);
}

function askedFacts(condition: Condition, segments: SegmentConditions): AskedFact[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one) => askedFacts(one, segments));
    case "not":
      return askedFacts(condition.of, segments);
    case "segment": {
      const where = segments.get(condition.id);
      return where === undefined ? [] : askedFacts(where, segments);
    }
    case "fact":
      return [condition];
  }
}

/** A comparison with what is not known is false, `known` apart. */
function passes(test: Test, value: FactValue): boolean {
  if (test.by === "known") return (value !== null) === test.known;
  if (value === null) return false;
  switch (test.by) {
    case "atLeast":
      return typeof value === "number" && value >= test.bound;
    case "atMost":
      return typeof value === "number" && value <= test.bound;
    case "is":
      return equals(value, test.value);
    case "isNot":
      return !equals(value, test.value);
    case "anyOf":
      return [...test.values].some((one) => equals(value, one));
  }
}

/** A set `is` what it holds, tags without regard to case. */
function equals(value: NonNullable<FactValue>, compared: Compared): boolean {
  if (typeof value !== "object") return value === compared;
  return typeof compared === "string" && (value.has(compared) || value.has(asTag(compared)));
}
