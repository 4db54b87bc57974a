import { elementAt } from "../assert.ts";
import type { FrozenRate } from "../earning/award.ts";

/** What awards have in common, each kept once and named by a number: texts such as ids of rules, and the rates of rules. */
export class SharedParts {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly rateNumbers = new Map<FrozenRate, number>();
  private readonly rates: FrozenRate[] = [];

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  textOf(number: number): string {
    return elementAt(this.texts, number);
  }

  /** A rule's rate is one object for all awards; one that says the same is found by what it says. */
  numberOfRate(rate: FrozenRate): number {
    const known = this.rateNumbers.get(rate);
    if (known !== undefined) return known;
    const { ruleId, points, perMinor } = rate;
    const same = this.rates.findIndex(
      (one) => one.ruleId === ruleId && one.points === points && one.perMinor === perMinor,
    );
    if (same >= 0) return same;
    this.rateNumbers.set(rate, this.rates.length);
    return this.rates.push(rate) - 1;
  }

  rateOf(number: number): FrozenRate {
    return elementAt(this.rates, number);
  }
}
