/**
 * The few special functions the models need. Tested against published values: no library in question
 * gives differences of logarithms of large gammas without losing the digits a likelihood lives on.
 */
const STIRLING_FROM = 10;
const HALF_LN_2PI = 0.918938533204672742;

/**
 * What Stirling's formula leaves out: ln Γ(z) = (z − ½) ln z − z + ½ ln 2π + δ(z). For z > 0, full
 * precision. Differences of δ are small where those of ln Γ are differences of large figures.
 */
export function stirlingRest(z: number): number {
  if (z >= STIRLING_FROM) return stirlingSeries(z);
  // ln Γ(z) = ln Γ(z + n) − ln(z (z + 1) … (z + n − 1)).
  let product = 1;
  let shifted = z;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const lnGamma = (shifted - 0.5) * Math.log(shifted) - shifted + stirlingSeries(shifted) - Math.log(product);
  return lnGamma - ((z - 0.5) * Math.log(z) - z);
}

/** ln Γ(z) for z > 0. */
export function lnGamma(z: number): number {
  return (z - 0.5) * Math.log(z) - z + HALF_LN_2PI + stirlingRest(z);
}

/** ψ(z), the derivative of ln Γ, for z > 0. */
export function digamma(z: number): number {
  let shifted = z;
  let steps = 0;
  while (shifted < STIRLING_FROM) {
    steps += 1 / shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32760)))));
  return Math.log(shifted) - 0.5 * inverse - series - steps;
}

/** ln(1 + eˣ) without overflow. */
export function softPlus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** 1 ÷ (1 + e⁻ˣ) without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/** Bernoulli numbers B₂ₖ ÷ (2k (2k − 1)), from k = 1. */
function stirlingSeries(z: number): number {
  const inverse = 1 / z;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156))))))
  );
}
