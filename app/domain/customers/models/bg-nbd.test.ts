import { describe, expect, test } from "vitest";
import { madeUpRepeats } from "#tests/support/made-up-customers.ts";
import { aliveProbability, fitBgNbd, logLikelihood } from "./bg-nbd.ts";
import type { Repeats } from "./bg-nbd.ts";
import { expectedOfNewcomer, expectedPurchases, expectedWhileAlive } from "./expected-purchases.ts";

/** Published for the CDNOW customers: Fader, Hardie and Lee 2005, table 2; with more digits in the authors' notes. */
const CDNOW = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 };

describe("BG/NBD against the literature", () => {
  test("the authors' worked customer: 1.226 purchases in the next 39 weeks", () => {
    expect(expectedPurchases(CDNOW, { x: 2, tx: 30.43, T: 38.86 }, 39)).toBeCloseTo(1.226, 3);
  });

  test("a busy customer of theirs: 25.76 in the next 52 weeks", () => {
    expect(expectedPurchases(CDNOW, { x: 26, tx: 30.86, T: 31 }, 52)).toBeCloseTo(25.76, 2);
  });

  test("a newcomer of theirs: 1.44 in the first year", () => {
    expect(expectedOfNewcomer(CDNOW, 52)).toBeCloseTo(1.444, 3);
  });

  test("who bought once is there for certain, however long ago", () => {
    expect(aliveProbability(CDNOW, { x: 0, tx: 0, T: 520 })).toBe(1);
  });

  test("P(alive) is 1 ÷ (1 + a/(b+x−1) ((α+T)/(α+t))^(r+x))", () => {
    const { r, alpha, a, b } = CDNOW;
    const [x, tx, T] = [3, 10, 30];
    const odds = (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x);
    expect(aliveProbability(CDNOW, { x, tx, T })).toBeCloseTo(1 / (1 + odds), 14);
  });
});

describe("expected purchases against the hypergeometric formula in sixty digits", () => {
  test.each([
    [{ r: 0.25, alpha: 4.5, a: 0.8, b: 2.5 }, 0, 0, 52, 1.4729418367935019],
    [{ r: 0.25, alpha: 4.5, a: 0.8, b: 2.5 }, 3000, 520, 52, 286.31852333781966],
    [{ r: 0.001, alpha: 0.01, a: 0.01, b: 0.02 }, 0, 0, 52, 3.2190405796536884],
    [{ r: 50, alpha: 40, a: 30, b: 0.5 }, 7, 12, 520, 1.2586206896551724],
    [{ r: 1000, alpha: 2000, a: 0.5, b: 800 }, 12, 52, 52, 25.445799268248843],
    [{ r: 0.25, alpha: 4.5, a: 1e-6, b: 2 }, 5, 20, 52, 11.142850210729947],
    [{ r: 3, alpha: 10, a: 400, b: 900 }, 2, 20, 52, 2.8725436576117506],
  ])("%j, x %d, T %d, %d weeks", (model, x, T, weeks, expected) => {
    expect(expectedWhileAlive(model, { x, T }, weeks) / expected).toBeCloseTo(1, 10);
  });

  test("at a = 1, where that formula divides by nothing, it is what it is beside it", () => {
    const near = (a: number) => expectedPurchases({ ...CDNOW, a }, { x: 3, tx: 10, T: 20 }, 52);
    expect(near(1)).toBeCloseTo((near(1 + 1e-6) + near(1 - 1e-6)) / 2, 9);
  });

  test("more time never brings fewer purchases", () => {
    const weeks = [0, 1, 10, 52, 520].map((time) => expectedPurchases(CDNOW, { x: 4, tx: 20, T: 30 }, time));
    expect(weeks[0]).toBe(0);
    expect([...weeks].sort((a, b) => a - b)).toEqual(weeks);
  });
});

describe("fitting BG/NBD", () => {
  const customers = madeUpRepeats(1500, 273);

  test("finds the maximum that another program finds, by another way, on the same customers", () => {
    const fit = fitBgNbd(customers);
    expect(fit).toMatchObject({ customers: 1500, atBound: [] });
    expect(fit?.logLikelihood).toBeCloseTo(-12243.717957, 5);
    expect(fit?.r).toBeCloseTo(0.99034732, 5);
    expect(fit?.alpha).toBeCloseTo(5.14132441, 4);
    expect(fit?.a).toBeCloseTo(0.99477461, 5);
    expect(fit?.b).toBeCloseTo(1.93850723, 5);
  });

  test("the likelihood is the published one", () => {
    expect(logLikelihood({ r: 1, alpha: 5, a: 1, b: 2 }, customers)).toBeCloseTo(-12244.489993307312, 8);
  });

  test("the order of customers does not matter", () => {
    expect(fitBgNbd([...customers].reverse())).toEqual(fitBgNbd(customers));
  });

  const same = (count: number, one: Repeats) => Array.from({ length: count }, () => one);
  test.each([
    ["nobody", []],
    ["one customer", [{ x: 3, tx: 5, T: 9 }]],
    ["nobody who came back", same(500, { x: 0, tx: 0, T: 30 })],
    ["49 who came back", [...same(49, { x: 1, tx: 5, T: 30 }), ...same(400, { x: 0, tx: 0, T: 30 })]],
  ])("there is no model of %s", (_, few) => {
    expect(fitBgNbd(few)).toBeNull();
  });

  test("where nobody is seen to leave, a is at its bound and says so", () => {
    const regulars = Array.from({ length: 200 }, (_, index) => ({
      x: 3 + (index % 20),
      tx: 51 - (index % 3) / 7,
      T: 52,
    }));
    expect(fitBgNbd(regulars)?.atBound).toEqual(["a"]);
  });

  test.each([
    ["identical customers", same(100, { x: 5, tx: 50, T: 52 })],
    [
      "thousands of purchases over decades",
      Array.from({ length: 80 }, (_, index) => ({ x: 3000 + index * 7, tx: 1040 - (index % 9), T: 1044 })),
    ],
    [
      "everything on one day",
      [...same(60, { x: 1, tx: 1 / 7, T: 1 / 7 }), ...same(60, { x: 0, tx: 0, T: 0 })],
    ],
  ])("%s have a model whose figures are numbers", (_, customersSeen) => {
    const fit = fitBgNbd(customersSeen);
    expect(fit).not.toBeNull();
    if (fit === null) return;
    for (const customer of customersSeen) {
      const expected = expectedPurchases(fit, customer, 52);
      expect(Number.isFinite(expected) && expected >= 0).toBe(true);
    }
  });
});
