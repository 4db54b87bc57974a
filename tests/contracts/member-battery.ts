import { describe, expect, it } from "vitest";
import type { Effect } from "#app/domain/effect.ts";
import type { DeliverOutcome, MemberState, OutboxItem } from "#app/platforms/platform.ts";
import type { Bench } from "./platform-bench.ts";

export interface MemberBattery {
  readonly bench: () => Bench;
  readonly deliver: (effect: Effect, more?: Partial<OutboxItem>) => Promise<DeliverOutcome>;
}

/** What a shop shows of a member, on every platform. */
export function memberBattery({ bench, deliver }: MemberBattery): void {
  describe("what a member has", () => {
    const state = (more: Partial<MemberState> = {}): MemberState => ({
      customerId: bench().customerId,
      available: 320,
      pending: 40,
      tierId: "silver",
      tierName: "Silber",
      nextTierId: "gold",
      nextTierName: "Gold",
      progressPercent: 54,
      missing: "46.00",
      tierUntil: Date.UTC(2026, 11, 31),
      tierTag: "leave",
      ...more,
    });
    const publish = (more: Partial<MemberState> = {}) =>
      deliver({ type: "publish_member_state", memberId: "m1" }, { memberState: state(more) });

    it("is shown, and showing it again changes nothing", async () => {
      expect(await publish()).toMatchObject({ kind: "done" });
      const shown = await bench().readMember();
      expect(shown).toMatchObject({ points: 320, tier: "silver" });
      await publish();
      expect(await bench().readMember()).toEqual(shown);
    });

    it("of a customer who is gone is refused, and nobody tries again", async () => {
      expect(await publish({ customerId: bench().goneCustomerId })).toMatchObject({ kind: "refused" });
    });

    it("without a tier shows none", async () => {
      await publish();
      await publish({ tierId: null, tierName: null, available: 0 });
      expect(await bench().readMember()).toMatchObject({ points: 0, tier: null });
    });

    it("a tag names the tier where wished, follows it, and other tags stay", async () => {
      await publish();
      const before = (await bench().readMember())?.tags ?? [];
      expect(before.filter((tag) => tag.startsWith(bench().tagPrefix))).toEqual([]);
      await publish({ tierTag: "write" });
      expect((await bench().readMember())?.tags).toEqual([...before, `${bench().tagPrefix}silver`]);
      await publish({ tierTag: "write", tierId: "gold" });
      expect((await bench().readMember())?.tags).toEqual([...before, `${bench().tagPrefix}gold`]);
      await publish({ tierTag: "write", tierId: null });
      expect((await bench().readMember())?.tags).toEqual(before);
    });

    it("a tag that is not wished any more goes, also of who has no tier by now, and other tags stay", async () => {
      const before = (await bench().readMember())?.tags ?? [];
      await publish({ tierTag: "write" });
      expect((await bench().readMember())?.tags).not.toEqual(before);
      expect(await publish({ tierTag: "remove" })).toMatchObject({ kind: "done" });
      expect((await bench().readMember())?.tags).toEqual(before);
      await publish({ tierTag: "write" });
      await publish({ tierTag: "remove", tierId: null });
      expect((await bench().readMember())?.tags).toEqual(before);
    });

    it("a tag is set only where the merchant wishes it", async () => {
      const before = (await bench().readMember())?.tags;
      await publish({ tierId: "gold" });
      expect((await bench().readMember())?.tags).toEqual(before);
    });
  });
}
