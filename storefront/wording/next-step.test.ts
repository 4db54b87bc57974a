import { describe, expect, it } from "vitest";
import { memberState } from "#tests/fixtures/storefront-state.ts";
import type { StorefrontCode, StorefrontReward, StorefrontState } from "../state.ts";
import { nextStep, type KnownCart } from "./next-step.ts";

const { viewer } = memberState;
if (viewer.kind !== "member") throw new Error("the fixture is a member");
const [anyReward] = memberState.program.rewards;
const [anyCode] = viewer.codes;
if (anyReward === undefined || anyCode === undefined) throw new Error("the fixture has rewards and codes");

const reward = (id: string, cost: number, minSubtotalMinor: number | null): StorefrontReward => ({
  ...anyReward,
  id,
  cost,
  variable: null,
  minSubtotalMinor,
  claim: { ok: true },
});
const code = (text: string, points: number, minSubtotalMinor: number | null): StorefrontCode => ({
  ...anyCode,
  code: text,
  points,
  minSubtotalMinor,
  state: "open",
});
const ten = reward("ten", 200, 4000);
const five = reward("five", 150, 1500);
const cart = (subtotalMinor: number, ...codes: string[]): KnownCart => ({ subtotalMinor, codes });

function member(codes: readonly StorefrontCode[], rewards: readonly StorefrontReward[]): StorefrontState {
  if (viewer.kind !== "member") throw new Error("the fixture is a member");
  return {
    ...memberState,
    program: { ...memberState.program, rewards },
    viewer: { ...viewer, codes },
  };
}

describe("what is next", () => {
  it.each([
    ["the dearest reward, where no cart is known", [], null, { kind: "claim", reward: { id: "ten" } }],
    ["no reward this cart is too small for", [], cart(2000), { kind: "claim", reward: { id: "five" } }],
    ["what the nearest still needs, where none fits", [], cart(1350), { kind: "fill", missingMinor: 150 }],
    ["a code of one's own before any claim", [code("A1", 150, 1500)], cart(2000), { kind: "use" }],
    ["a reward, where the code one has does not fit", [code("A1", 200, 4000)], cart(2000), { kind: "claim" }],
    ["nothing beside a code that is applied", [code("a1", 150, 1500)], cart(2000, "A1"), { kind: "applied" }],
  ] as const)("is %s", (_what, codes, known, expected) => {
    expect(nextStep(member(codes, [ten, five]), known)).toMatchObject(expected);
  });

  it("is the code just claimed, not a second reward", () => {
    const before = nextStep(member([], [five]), cart(2000));
    const after = nextStep(member([code("NEW", 150, 1500)], [five]), cart(2000));
    expect([before?.kind, after?.kind]).toEqual(["claim", "use"]);
  });

  it("is no way that takes points", () => {
    const [way] = memberState.program.ways;
    if (way === undefined) throw new Error("the fixture has ways to earn");
    const leaving = {
      ...way,
      id: "bye",
      kind: "activity",
      activity: "newsletter_unsubscribed",
      done: false,
    } as const;
    const withWays = (...points: number[]) => {
      const ways = points.map((each) => ({ ...leaving, id: String(each), points: each }));
      return nextStep({ ...member([], []), program: { ...memberState.program, rewards: [], ways } }, null);
    };
    expect(withWays(-20)).toBeNull();
    expect(withWays(-20, 5)).toMatchObject({ kind: "earn", wayId: "5" });
  });

  it("is no code that is still being made or that gives no discount", () => {
    const making = { ...code("A1", 150, null), state: "making" } as const;
    const gift = { ...code("B2", 900, null), kind: "experience" } as const;
    expect(nextStep(member([making, gift], [five]), cart(2000))).toMatchObject({ kind: "claim" });
  });
});
