import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, currencyDigits, formatMoney, parseMoney } from "./money.ts";

describe("amounts", () => {
  test.each([
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["CLF", 4],
    ["EUX", null],
    ["eur", null],
  ])("%s has %s minor digits", (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits);
  });

  test.each([
    ["12.34", 2, 1234],
    ["12", 2, 1200],
    ["12.3", 2, 1230],
    ["-5", 2, -500],
    ["-0", 2, 0],
    ["500", 0, 500],
    ["500.00", 0, 500],
    ["1.250", 2, 125],
    ["0.001", 3, 1],
    ["90071992547409.91", 2, Number.MAX_SAFE_INTEGER],
  ])("%s at %i digits is %i minor units", (text, digits, minor) => {
    expect(parseMoney(text, digits)).toBe(minor);
  });

  test.each([
    ["12.345", 2],
    ["0.5", 0],
    ["90071992547409.92", 2],
    ["1e3", 2],
    ["1,00", 2],
    [".5", 2],
    ["5.", 2],
    ["", 2],
    ["-", 2],
    ["1.2.3", 2],
    [" 1", 2],
    ["NaN", 2],
  ])("%j at %i digits is no amount", (text, digits) => {
    expect(parseMoney(text, digits)).toBeNull();
  });

  test("what is written reads back as itself", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
        expect(parseMoney(formatMoney(minor, digits), digits)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });
});

describe("sharing an amount", () => {
  test("ties of the largest remainder go to the earlier", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(2, [1, 1, 1, 1])).toEqual([1, 1, 0, 0]);
    expect(allocate(10, [1, 2])).toEqual([3, 7]);
  });

  test("nothing can be shared over nothing", () => {
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
    expect(() => allocate(1, [0, 0])).toThrow("something can only be shared over weights above 0");
  });

  test("no unit is lost, no share is off by a unit, nobody without weight gets any", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), weights, (total, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const shares = allocate(total, weights);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        shares.forEach((share, index) => {
          const exact = BigInt(total) * BigInt(weights[index]!);
          const floor = Number(exact / BigInt(sum));
          expect(share === floor || share === floor + 1).toBe(true);
          if (weights[index] === 0) expect(share).toBe(0);
        });
      }),
    );
  });
});
