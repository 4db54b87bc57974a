import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Effect } from "#app/domain/effect.ts";
import type { DeliverOutcome, OutboxItem } from "#app/platforms/platform.ts";
import { fiveOff, outboxItem } from "#tests/support/five-off.ts";
import type { IssueDiscount } from "#tests/support/five-off.ts";
import { memberBattery } from "./member-battery.ts";
import { moneyBattery } from "./money-battery.ts";
import type { Bench, Misfortune } from "./platform-bench.ts";

export interface BatteryOptions {
  readonly name: string;
  readonly open: () => Promise<Bench>;
  /** Effects the platform has a counterpart for. */
  readonly can: {
    readonly storeCredit: boolean;
    readonly giftCards: boolean;
    readonly sharedCodes: boolean;
    /** A code can be made for one customer alone. */
    readonly boundCodes: boolean;
    /** The shop shows what a member has. */
    readonly memberStates: boolean;
    /** Tokens end by themselves and are renewed. */
    readonly renewedTokens: boolean;
  };
}

/** A test of something that only some platforms have: on the others there is none, and nothing is skipped. */
const itIf =
  (isThere: boolean) =>
  (title: string, test: () => Promise<void>): void => {
    if (isThere) it(title, test);
  };

export function platformBattery({ name, open, can }: BatteryOptions): void {
  describe(`${name} as a platform`, () => {
    let bench: Bench;
    let made = 0;

    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench.close());
    beforeEach(() => bench.calm());

    const nextCode = (): string => {
      made += 1;
      return `BATTR-${String(made).padStart(5, "0")}-XYZ`;
    };

    const discount = (code: string, more: Partial<IssueDiscount> = {}): IssueDiscount =>
      fiveOff(code, { minSubtotalMinor: 2500, ...more });

    const itemOf = (effect: Effect, more: Partial<OutboxItem> = {}): OutboxItem =>
      outboxItem(bench.shopKey, effect, { customerId: bench.customerId, ...more });

    const deliver = async (effect: Effect, more: Partial<OutboxItem> = {}): Promise<DeliverOutcome> => {
      const [outcome, ...others] = await bench.platform.deliver([itemOf(effect, more)]);
      if (outcome === undefined || others.length > 0) throw new Error("one effect has one outcome");
      return outcome;
    };

    describe("a code", () => {
      it.each<[string, Partial<IssueDiscount>, string | null]>([
        ["an amount off", {}, "5.00"],
        ["a part of a percent", { terms: { kind: "percentOff", percent: "12.5" } }, "3.75"],
        ["free shipping", { terms: { kind: "freeShipping" } }, "4.90"],
        ["an amount off with no minimum and no end", { minSubtotalMinor: null, expiresAt: null }, "5.00"],
        ["an amount off a dearer order", { minSubtotalMinor: 3001 }, null],
      ])("for %s is worth just that, once", async (_, more, off) => {
        const code = nextCode();
        expect(await deliver(discount(code, more))).toMatchObject({ kind: "done" });
        expect(await bench.countCodes(code)).toBe(1);
        expect(await bench.useCode(code)).toBe(off);
        expect(await bench.useCode(code)).toBeNull();
      });

      it("tried again after it was issued is done, and there is still one", async () => {
        const code = nextCode();
        await deliver(discount(code));
        expect(await deliver(discount(code), { attempts: 1 })).toMatchObject({ kind: "done" });
        expect(await bench.countCodes(code)).toBe(1);
      });

      it("sent twice without knowing is done, and there is still one", async () => {
        const code = nextCode();
        await deliver(discount(code));
        expect(await deliver(discount(code))).toMatchObject({ kind: "done" });
        expect(await bench.countCodes(code)).toBe(1);
      });

      it.each([0, 1])("that somebody else took is refused (attempt %i)", async (attempts) => {
        const code = nextCode();
        await bench.takeCode(code);
        expect(await deliver(discount(code), { attempts })).toMatchObject({ kind: "refused" });
        expect(await bench.countCodes(code)).toBe(1);
      });

      itIf(can.boundCodes)("for a customer who is gone is refused", async () => {
        const outcome = await deliver(discount(nextCode()), { customerId: bench.goneCustomerId });
        expect(outcome).toMatchObject({ kind: "refused" });
      });

      it("is withdrawn while unused, and withdrawing twice is done", async () => {
        const code = nextCode();
        await deliver(discount(code));
        const withdraw: Effect = { type: "withdraw_discount", memberId: "m1", code };
        expect(await deliver(withdraw)).toMatchObject({ kind: "done" });
        expect(await bench.countCodes(code)).toBe(0);
        expect(await bench.useCode(code)).toBeNull();
        expect(await deliver(withdraw, { attempts: 1 })).toMatchObject({ kind: "done" });
      });

      it("that was used is not withdrawn", async () => {
        const code = nextCode();
        await deliver(discount(code, { minSubtotalMinor: null }));
        expect(await bench.useCode(code)).toBe("5.00");
        expect(await deliver({ type: "withdraw_discount", memberId: "m1", code })).toMatchObject({
          kind: "refused",
        });
        expect(await bench.countCodes(code)).toBe(1);
      });

      it("of somebody else is not withdrawn", async () => {
        const code = nextCode();
        await bench.takeCode(code);
        expect(await deliver({ type: "withdraw_discount", memberId: "m1", code })).toMatchObject({
          kind: "refused",
        });
        expect(await bench.countCodes(code)).toBe(1);
      });

      itIf(can.sharedCodes)("that is not bound to a person shares one discount with the others", async () => {
        const codes = [nextCode(), nextCode(), nextCode()];
        const outcomes = await Promise.all(
          codes.map((code) => deliver(discount(code), { customerId: null })),
        );
        expect(outcomes.every(({ kind }) => kind === "done")).toBe(true);
        expect(
          new Set(outcomes.map((outcome) => ("reference" in outcome ? outcome.reference : null))).size,
        ).toBe(1);
        const later = nextCode();
        expect(await deliver(discount(later), { customerId: null })).toEqual(outcomes[0]);
        const [first = ""] = codes;
        expect(await deliver({ type: "withdraw_discount", memberId: "m1", code: first })).toMatchObject({
          kind: "done",
        });
        expect(await bench.countCodes(first)).toBe(0);
        expect(await bench.useCode(first)).toBeNull();
        expect(await bench.countCodes(later)).toBe(1);
        expect(await bench.useCode(later)).toBe("5.00");
      });
    });

    describe("several at once", () => {
      it("have an outcome each, in their order", async () => {
        const [first, taken, last] = [nextCode(), nextCode(), nextCode()];
        await bench.takeCode(taken);
        const effects: Effect[] = [
          { type: "withdraw_discount", memberId: "m1", code: nextCode() },
          discount(first),
          discount(taken),
          discount(last),
        ];
        const outcomes = await bench.platform.deliver(effects.map((effect) => itemOf(effect)));
        expect(outcomes.map(({ kind }) => kind)).toEqual(["done", "done", "refused", "done"]);
      });

      itIf(can.sharedCodes)("that share a discount are refused one by one, also the first", async () => {
        const [taken, known, fresh] = [nextCode(), nextCode(), nextCode()];
        await bench.takeCode(taken);
        const shared = { customerId: null, rewardName: `shared by ${taken}` };
        await deliver(discount(known), { ...shared, rewardName: `another than ${taken}` });
        const outcomes = await bench.platform.deliver([
          itemOf(discount(taken), shared),
          itemOf(discount(known), { ...shared, attempts: 1 }),
          itemOf(discount(fresh), shared),
        ]);
        expect(outcomes.map(({ kind }) => kind)).toEqual(["refused", "done", "done"]);
        expect(await bench.countCodes(known)).toBe(1);
        expect(await bench.countCodes(fresh)).toBe(1);
      });
    });

    describe("when the world fails", () => {
      it.each<Misfortune>(["too_many_requests", "throttled", "server_error", "lost_before", "lost_after"])(
        "%s: tried again later, the code is there once",
        async (misfortune) => {
          const code = nextCode();
          await bench.strike(misfortune);
          expect(await deliver(discount(code))).toMatchObject({ kind: "retry" });
          await bench.calm();
          expect(await deliver(discount(code), { attempts: 1 })).toMatchObject({ kind: "done" });
          expect(await bench.countCodes(code)).toBe(1);
        },
      );

      it("says how long to wait where the platform says it", async () => {
        await bench.strike("too_many_requests");
        const outcome = await deliver(discount(nextCode()));
        expect(outcome.kind === "retry" ? outcome.afterMs : null).toBeGreaterThanOrEqual(1000);
      });

      itIf(can.renewedTokens)(
        "an ended token is renewed and the effect done in the same breath",
        async () => {
          const code = nextCode();
          await bench.strike("token_expired");
          expect(await deliver(discount(code))).toMatchObject({ kind: "done" });
          expect(await bench.countCodes(code)).toBe(1);
        },
      );

      itIf(can.renewedTokens)(
        "many effects that find the token ended renew it once and are all done",
        async () => {
          const codes = [nextCode(), nextCode(), nextCode(), nextCode()];
          await bench.strike("token_expired");
          const outcomes = await Promise.all(codes.map((code) => deliver(discount(code))));
          expect(outcomes.filter(({ kind }) => kind !== "done")).toEqual([]);
        },
      );
    });

    if (can.memberStates) memberBattery({ bench: () => bench, deliver });
    moneyBattery(can, { bench: () => bench, deliver, nextCode });

    describe("a shop that is gone", () => {
      it("one that never installed is not asked again", async () => {
        expect(await deliver(discount(nextCode()), { shopKey: bench.strangerShopKey })).toMatchObject({
          kind: "gone",
        });
      });

      // The last two end the installation: nothing may follow them.
      it("a token that can no longer be renewed means gone", async () => {
        await bench.strike("refresh_refused");
        expect(await deliver(discount(nextCode()))).toMatchObject({ kind: "gone" });
      });

      it("uninstalled in the middle means gone", async () => {
        await bench.strike("uninstalled_midway");
        expect(await deliver(discount(nextCode()))).toMatchObject({ kind: "gone" });
      });
    });
  });
}
