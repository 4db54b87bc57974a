import type { RenderedExplanation } from "../ledger/explanations/rendered-explanation.ts";
import type { Program } from "./program.ts";

/** An order made up to show what a program does: what is bought, and what it earns, entry by entry. */
export interface ExampleOrder {
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unitPriceMinor: number;
    /** What rules of the program look for in this line, e.g. `new`. */
    readonly marks: readonly string[];
  }[];
  readonly earned: readonly RenderedExplanation[];
  readonly points: number;
}

/** What of the example may be otherwise. */
export interface ExampleWish {
  /** Of the first line. */
  readonly quantity: number;
  readonly unitPriceMinor: number;
  /** Off the whole order. */
  readonly discountMinor: number;
  /** The level the member has before the order; null: a new member's. */
  readonly levelId: string | null;
  /** Whether the member has ordered before. */
  readonly orderedBefore: boolean;
  /** Pieces of the first line that come back afterwards. */
  readonly returned: number;
}

/** In hundredths of the currency's main unit, as most currencies have them. */
const PLAIN_PRICE = 2_490;

/** Two of a plain product, bought by a new member as the first order. */
export function plainExample(program: Pick<Program, "currencyDigits">): ExampleWish {
  return {
    quantity: 2,
    unitPriceMinor: price(PLAIN_PRICE, program),
    discountMinor: 0,
    levelId: null,
    orderedBefore: false,
    returned: 0,
  };
}

/** Hundredths of the main unit in the currency's own minor units. */
export function price(hundredths: number, program: Pick<Program, "currencyDigits">): number {
  return program.currencyDigits >= 2 ? hundredths * 10 ** (program.currencyDigits - 2) : hundredths;
}
