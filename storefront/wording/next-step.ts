import type { Speech } from "../panel/speech.ts";
import type { StorefrontCode, StorefrontMember, StorefrontReward, StorefrontState } from "../state.ts";
import { say } from "../words/words.ts";
import { isDiscount } from "./claims.ts";
import { wayPoints, wayWords } from "./ways.ts";

/** The cart as far as it decides what helps: goods in minor units of the program's currency, and codes on it. */
export interface KnownCart {
  readonly subtotalMinor: number;
  readonly codes: readonly string[];
}

export type NextStep =
  /** A code of the member's is on the cart already. */
  | { readonly kind: "applied"; readonly code: StorefrontCode }
  | { readonly kind: "use"; readonly code: StorefrontCode }
  | { readonly kind: "claim"; readonly reward: StorefrontReward }
  /** The cart is too small for what the member has or could have. */
  | { readonly kind: "fill"; readonly what: StorefrontCode | StorefrontReward; readonly missingMinor: number }
  | { readonly kind: "near"; readonly reward: StorefrontReward; readonly missing: number }
  | { readonly kind: "earn"; readonly wayId: string };

/**
 * The one thing that helps now. What the member has comes before what could be claimed, nothing is offered
 * that this cart cannot use, and beside a code that is applied nothing at all. Null: there is nothing to do.
 */
export function nextStep(state: StorefrontState, cart: KnownCart | null): NextStep | null {
  const { viewer } = state;
  if (viewer.kind !== "member") return null;
  const codes = viewer.codes.filter(({ state: now, kind }) => now === "open" && isDiscount(kind));
  const applied = codes.find(({ code }) => isOnCart(code, cart));
  if (applied !== undefined) return { kind: "applied", code: applied };
  const ready = best(codes.filter((code) => missingInCart(code, cart) === 0));
  if (ready !== null) return { kind: "use", code: ready };
  const claimable = state.program.rewards.filter(({ claim }) => claim?.ok === true);
  const reward = best(claimable.filter((one) => missingInCart(one, cart) === 0));
  if (reward !== null) return { kind: "claim", reward };
  return tooSmall([...codes, ...claimable], cart) ?? nearest(state, viewer);
}

/** What the cart still needs for it; an empty cart is not held against anything. */
export function missingInCart(
  { minSubtotalMinor }: { readonly minSubtotalMinor: number | null },
  cart: KnownCart | null,
): number {
  if (cart === null || cart.subtotalMinor === 0 || minSubtotalMinor === null) return 0;
  return Math.max(0, minSubtotalMinor - cart.subtotalMinor);
}

type Priced = Pick<StorefrontReward, "cost" | "variable"> | Pick<StorefrontCode, "points">;

/** The dearest, the first of them. */
function best<One extends Priced>(all: readonly One[]): One | null {
  return all.reduce<One | null>(
    (found, one) => (found !== null && priceOf(found) >= priceOf(one) ? found : one),
    null,
  );
}

function priceOf(one: Priced): number {
  if ("points" in one) return one.points;
  return one.variable?.min ?? one.cost ?? 0;
}

function tooSmall(
  all: readonly (StorefrontCode | StorefrontReward)[],
  cart: KnownCart | null,
): NextStep | null {
  const [first] = all
    .map((what) => ({ kind: "fill", what, missingMinor: missingInCart(what, cart) }) as const)
    .sort((a, b) => a.missingMinor - b.missingMinor);
  return first ?? null;
}

function nearest({ program }: StorefrontState, member: StorefrontMember): NextStep | null {
  const [near] = program.rewards
    .flatMap((reward) =>
      reward.claim?.ok === false && reward.claim.reason === "points"
        ? [{ kind: "near", reward, missing: reward.claim.missing } as const]
        : [],
    )
    .sort((a, b) => a.missing - b.missing);
  if (near !== undefined) return near;
  if (member.excluded) return null;
  const open = program.ways.filter(({ done, points }) => !done && points > 0);
  const [quickest] = open.filter(({ kind }) => kind === "activity").sort((a, b) => b.points - a.points);
  const way = quickest ?? open[0];
  return way === undefined ? null : { kind: "earn", wayId: way.id };
}

export function nextStepWords(speech: Speech, state: StorefrontState, step: NextStep): string {
  const { words } = speech;
  switch (step.kind) {
    case "applied":
      return say(words.nextApplied, { reward: speech.reward(step.code) });
    case "use":
      return say(words.nextUse, { reward: speech.reward(step.code) });
    case "claim":
      return say(words.nextClaim, { reward: speech.reward(step.reward) });
    case "fill":
      return say(words.nextFill, {
        money: speech.money(step.missingMinor),
        reward: speech.reward(step.what),
      });
    case "near":
      return say(words.nextNear, { points: speech.points(step.missing), reward: speech.reward(step.reward) });
    case "earn": {
      const way = state.program.ways.find(({ id }) => id === step.wayId);
      if (way === undefined) return "";
      return say(words.nextEarn, { way: `${wayWords(speech, way)}: ${wayPoints(speech, state, way)}` });
    }
  }
}

/** Carts write the codes on them in capitals. */
export function isOnCart(code: string, cart: KnownCart | null): boolean {
  return cart !== null && cart.codes.includes(code.toUpperCase());
}
