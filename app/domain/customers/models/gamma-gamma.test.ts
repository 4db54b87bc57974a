import { describe, expect, test } from "vitest";
import { madeUpRepeats, madeUpSpending } from "#tests/support/made-up-customers.ts";
import { expectedAverage, fitGammaGamma, logLikelihood } from "./gamma-gamma.ts";
import { lnGamma } from "./special-functions.ts";

/** Published for the CDNOW customers: Fader and Hardie 2013. */
const CDNOW = { p: 6.25, q: 3.74, v: 15.44 };

describe("gamma-gamma against the literature", () => {
  test("the authors' first customer: two repeat purchases of 22.35 on average, 24.66 expected", () => {
    expect(expectedAverage(CDNOW, { x: 2, mean: 22.35 })).toBeCloseTo(24.66, 1);
  });

  test("who never came back is expected to spend what all do: 35.22", () => {
    expect(expectedAverage(CDNOW, { x: 0, mean: 0 })).toBeCloseTo(35.22, 2);
  });

  test("with many purchases a customer's own mean is what counts", () => {
    expect(expectedAverage(CDNOW, { x: 100_000, mean: 80 })).toBeCloseTo(80, 1);
  });

  test("the likelihood is the published one", () => {
    const { p, q, v } = CDNOW;
    const [x, mean] = [3, 27.5];
    const published =
      lnGamma(p * x + q) -
      lnGamma(p * x) -
      lnGamma(q) +
      q * Math.log(v) +
      (p * x - 1) * Math.log(mean) +
      p * x * Math.log(x) -
      (p * x + q) * Math.log(v + x * mean);
    expect(logLikelihood(CDNOW, [{ x, mean }])).toBeCloseTo(published, 11);
  });
});

describe("fitting gamma-gamma", () => {
  const customers = madeUpSpending(madeUpRepeats(1500, 273));

  test("finds the maximum that another program finds, by another way, on the same customers", () => {
    const fit = fitGammaGamma(customers);
    expect(fit).toMatchObject({ customers: 1291, atBound: [] });
    expect(fit?.logLikelihood).toBeCloseTo(-5792.482053871, 6);
    expect(fit?.p).toBeCloseTo(3.96848, 4);
    expect(fit?.q).toBeCloseTo(2.98362, 4);
    expect(fit?.v).toBeCloseTo(19.81175, 3);
  });

  test("whoever never came back, or got all of it for nothing, is left out", () => {
    const more = [...customers, { x: 2, mean: 0 }, { x: 0, mean: 0 }];
    expect(fitGammaGamma(more)).toEqual(fitGammaGamma(customers));
  });

  test("fewer than fifty are no ground", () => {
    expect(fitGammaGamma(customers.filter(({ x }) => x > 0).slice(0, 49))).toBeNull();
  });

  test("means so far apart that they have no mean are no ground either", () => {
    const wild = Array.from({ length: 100 }, (_, index) => ({ x: 1, mean: Math.exp(index / 5) }));
    expect(fitGammaGamma(wild)).toBeNull();
  });

  test("customers who all spend the same are at the bounds, and expected to spend it", () => {
    const fit = fitGammaGamma(Array.from({ length: 100 }, () => ({ x: 3, mean: 20 })));
    expect(fit?.atBound).toEqual(["p", "q"]);
    if (fit !== null) expect(expectedAverage(fit, { x: 0, mean: 0 })).toBeCloseTo(20, 3);
  });
});
