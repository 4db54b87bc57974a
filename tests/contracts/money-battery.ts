import { describe, expect, it } from "vitest";
import type { Effect } from "#app/domain/effect.ts";
import type { DeliverOutcome, OutboxItem } from "#app/platforms/platform.ts";
import type { Bench, Misfortune } from "./platform-bench.ts";

const DAY_MS = 86_400_000;

export interface BatteryTools {
  readonly bench: () => Bench;
  readonly deliver: (effect: Effect, more?: Partial<OutboxItem>) => Promise<DeliverOutcome>;
  readonly nextCode: () => string;
}

/** The part of the platform battery about rewards that are money: whatever happens, it is given once. */
export function moneyBattery(
  can: { readonly storeCredit: boolean; readonly giftCards: boolean },
  { bench, deliver, nextCode }: BatteryTools,
): void {
  if (can.storeCredit)
    describe("store credit", () => {
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
          const before = Number(await bench().storeCredit());
          if (misfortune !== null) await bench().strike(misfortune);
          const effect = credit(code);
          const first = await deliver(effect);
          expect(first.kind).toBe(misfortune === null ? "done" : "retry");
          await bench().calm();
          expect(await deliver(effect, { attempts: 1 })).toMatchObject({ kind: "done" });
          expect(Number(await bench().storeCredit()) - before).toBeCloseTo(7.5, 2);
        },
      );

      it("without a customer of the shop is refused", async () => {
        const before = await bench().storeCredit();
        expect(await deliver(credit(nextCode()), { customerId: null })).toMatchObject({ kind: "refused" });
        expect(await bench().storeCredit()).toBe(before);
      });
    });

  if (can.giftCards)
    describe("a gift card", () => {
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
          const before = await bench().giftCards();
          if (misfortune !== null) await bench().strike(misfortune);
          expect((await deliver(effect)).kind).toBe(misfortune === null ? "done" : "retry");
          await bench().calm();
          expect(await deliver(effect, { attempts: 1 })).toMatchObject({ kind: "done" });
          const made = (await bench().giftCards()).slice(before.length);
          const text = code.replaceAll("-", "").toLowerCase();
          expect(made).toEqual([{ code: text, balance: "10.00", customerId: bench().customerId }]);
        },
      );
    });
}
