import type { LineCondition } from "../../program/conditions.ts";

export interface Within {
  readonly unit: "days" | "months";
  readonly count: number;
}

/** Which orders are looked at. */
export interface OrderAsk {
  /** An order is looked at as if it had only these lines. */
  readonly lines: LineCondition | null;
  readonly channels: ReadonlySet<string> | null;
  /** Any discount on its goods, of line or order. */
  readonly discounted: boolean | null;
  /** Whether `returns.count` counts it. */
  readonly returned: boolean | null;
}

/** What a fact is asked with. */
export interface FactAsk {
  readonly within: Within | null;
  readonly orders: OrderAsk | null;
  /** Null: of any. */
  readonly activity: string | null;
  readonly times: number;
}
