import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Effect } from "#app/domain/effect.ts";
import type { DeliverOutcome, MemberState, OutboxItem } from "#app/platforms/platform.ts";
import type { Bench, Misfortune } from "./platform-bench.ts";

export interface BatteryOptions {
  readonly name: string;
  readonly open: () => Promise<Bench>;
  /** Effects the platform has a counterpart for. */
  readonly can: { readonly storeCredit: boolean; readonly giftCards: boolean; readonly sharedCodes: boolean };
}

type IssueDiscount = Extract<Effect, { type: "issue_discount" }>;

const DAY_MS = 86_400_000;
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

    const discount = (code: string, more: Partial<IssueDiscount> = {}): IssueDiscount => ({
      type: "issue_discount",
      memberId: "m1",
      code,
      rewardId: "five-off",
      programVersion: 1,
      terms: { kind: "amountOff", valueMinor: 500 },
      minSubtotalMinor: 2500,
      scope: { products: [], collections: [] },
      startsAt: Date.now() - 1000,
      expiresAt: Date.now() + 30 * DAY_MS,
      ...more,
    });

    const deliver = (effect: Effect, more: Partial<OutboxItem> = {}): Promise<DeliverOutcome> =>
      bench.platform.deliver({
        id: "1",
        shopKey: bench.shopKey,
        attempts: 0,
        effect,
        customerId: bench.customerId,
        memberState: null,
        currency: "EUR",
        rewardName: "5 € off",
        ...more,
      });

    describe("a code", () => {
      it.each<[string, Partial<IssueDiscount>]>([
        ["an amount off", {}],
        ["a percentage off, with a part of a percent", { terms: { kind: "percentOff", percent: "12.5" } }],
        ["free shipping", { terms: { kind: "freeShipping" } }],
        ["no minimum and no end", { minSubtotalMinor: null, expiresAt: null }],
      ])("is issued for %s", async (_, more) => {
        const code = nextCode();
        expect(await deliver(discount(code, more))).toMatchObject({ kind: "done" });
        expect(await bench.countCodes(code)).toBe(1);
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

      it("for a customer who is gone is refused", async () => {
        const outcome = await deliver(discount(nextCode()), { customerId: bench.goneCustomerId });
        expect(outcome).toMatchObject({ kind: "refused" });
      });

      it("is withdrawn while unused, and withdrawing twice is done", async () => {
        const code = nextCode();
        await deliver(discount(code));
        const withdraw: Effect = { type: "withdraw_discount", memberId: "m1", code };
        expect(await deliver(withdraw)).toMatchObject({ kind: "done" });
        expect(await bench.countCodes(code)).toBe(0);
        expect(await deliver(withdraw, { attempts: 1 })).toMatchObject({ kind: "done" });
      });

      it("that was used is not withdrawn", async () => {
        const code = nextCode();
        await deliver(discount(code, { minSubtotalMinor: null }));
        await bench.useCode(code);
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

      it.runIf(can.sharedCodes)(
        "that is not bound to a person shares one discount with the others",
        async () => {
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
          expect(await bench.countCodes(later)).toBe(1);
        },
      );
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

      it("an ended token is renewed and the effect done in the same breath", async () => {
        const code = nextCode();
        await bench.strike("token_expired");
        expect(await deliver(discount(code))).toMatchObject({ kind: "done" });
        expect(await bench.countCodes(code)).toBe(1);
      });

      it("many effects that find the token ended renew it once and are all done", async () => {
        const codes = [nextCode(), nextCode(), nextCode(), nextCode()];
        await bench.strike("token_expired");
        const outcomes = await Promise.all(codes.map((code) => deliver(discount(code))));
        expect(outcomes.filter(({ kind }) => kind !== "done")).toEqual([]);
      });
    });

    describe("what a member has", () => {
      const state = (more: Partial<MemberState> = {}): MemberState => ({
        customerId: bench.customerId,
        available: 320,
        pending: 40,
        tierId: "silver",
        tierName: "Silber",
        nextTierName: "Gold",
        progressPercent: 54,
        missing: "46.00",
        tierUntil: Date.UTC(2026, 11, 31),
        tagTier: false,
        ...more,
      });
      const publish = (more: Partial<MemberState> = {}) =>
        deliver({ type: "publish_member_state", memberId: "m1" }, { memberState: state(more) });

      it("is shown, and showing it again changes nothing", async () => {
        expect(await publish()).toMatchObject({ kind: "done" });
        const shown = await bench.readMember();
        expect(shown).toMatchObject({ points: 320, tier: "silver" });
        await publish();
        expect(await bench.readMember()).toEqual(shown);
      });

      it("of a customer who is gone is refused, and nobody tries again", async () => {
        expect(await publish({ customerId: bench.goneCustomerId })).toMatchObject({ kind: "refused" });
      });

      it("without a tier shows none", async () => {
        await publish();
        await publish({ tierId: null, tierName: null, available: 0 });
        expect(await bench.readMember()).toMatchObject({ points: 0, tier: null });
      });

      it("a tag names the tier where wished, follows it, and other tags stay", async () => {
        const before = (await bench.readMember())?.tags ?? [];
        await publish({ tagTier: true });
        await publish({ tagTier: true, tierId: "gold" });
        const tags = (await bench.readMember())?.tags ?? [];
        expect(tags).toEqual([...before, expect.stringMatching(/gold$/)]);
        await publish({ tagTier: true, tierId: null });
        expect((await bench.readMember())?.tags).toEqual(before);
      });
    });

    describe.runIf(can.storeCredit)("store credit", () => {
      const credit = (code: string): Effect => ({
        type: "issue_store_credit",
        memberId: "m1",
        code,
        valueMinor: 750,
        expiresAt: Date.now() + 365 * DAY_MS,
      });

      it.each<Misfortune | null>([null, "lost_before", "lost_after"])(
        "is given once, whatever happens on the way (%s)",
        async (misfortune) => {
          const code = nextCode();
          const before = Number(await bench.storeCredit());
          if (misfortune !== null) await bench.strike(misfortune);
          const effect = credit(code);
          const first = await deliver(effect);
          expect(first.kind).toBe(misfortune === null ? "done" : "retry");
          await bench.calm();
          expect(await deliver(effect, { attempts: 1 })).toMatchObject({ kind: "done" });
          expect(Number(await bench.storeCredit()) - before).toBeCloseTo(7.5, 2);
        },
      );

      it("without a customer of the shop is refused", async () => {
        expect(await deliver(credit(nextCode()), { customerId: null })).toMatchObject({ kind: "refused" });
      });
    });

    describe.runIf(can.giftCards)("a gift card", () => {
      it.each<Misfortune | null>([null, "lost_before", "lost_after"])(
        "is made once, whatever happens on the way (%s)",
        async (misfortune) => {
          const code = nextCode();
          const effect: Effect = {
            type: "issue_gift_card",
            memberId: "m1",
            code,
            valueMinor: 1000,
            expiresAt: null,
          };
          const before = await bench.giftCards();
          if (misfortune !== null) await bench.strike(misfortune);
          expect((await deliver(effect)).kind).toBe(misfortune === null ? "done" : "retry");
          await bench.calm();
          expect(await deliver(effect, { attempts: 1 })).toMatchObject({ kind: "done" });
          expect((await bench.giftCards()).length - before.length).toBe(1);
        },
      );
    });

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
