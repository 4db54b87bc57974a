import { expect, it } from "vitest";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import type { DeliverOutcome } from "#app/platforms/platform.ts";

export const ship: StandingPerk = {
  levelId: "silver",
  levelName: "Silver",
  perkId: "ship",
  title: "Silver: free shipping on orders over €20",
  terms: { kind: "freeShipping" },
  minSubtotalMinor: 2000,
};

export const percent: StandingPerk = {
  levelId: "gold",
  levelName: "Gold",
  perkId: "off",
  title: "Gold: 7.5% off",
  terms: { kind: "percentOff", percent: "7.5" },
  minSubtotalMinor: null,
};

/** A shop with a member in silver, one in gold and one in bronze. Before each test no perk is in it. */
export interface PerkBench {
  readonly wish: (perks: readonly StandingPerk[]) => Promise<DeliverOutcome>;
  /** What a cart of so many euros pays, with shipping of 4.90: cents. */
  readonly pays: (level: "silver" | "gold" | "bronze", price: string) => Promise<number>;
  /** What was written into the shop since this was last asked. */
  readonly written: () => Promise<readonly string[]>;
  /** The merchant takes back the permission that perks need, or grants it again. */
  readonly allow: (isAllowed: boolean) => Promise<void>;
}

/** What every platform does with the perks of levels. */
export function perkBattery(open: () => PerkBench): void {
  it("are for members of their level, from their least sum, and for nobody else", async () => {
    const { wish, pays } = open();
    expect(await wish([ship, percent])).toMatchObject({ kind: "done" });
    expect(await pays("silver", "29.90")).toBe(29_90);
    expect(await pays("silver", "20.00")).toBe(20_00);
    expect(await pays("silver", "19.00")).toBe(23_90);
    expect(await pays("gold", "100.00")).toBe(97_40);
    expect(await pays("bronze", "29.90")).toBe(34_80);
  });

  it("are written once, follow what the program says, and end with it", async () => {
    const { wish, pays, written } = open();
    await wish([ship, percent]);
    expect(await written()).not.toEqual([]);
    expect(await wish([ship, percent])).toMatchObject({ kind: "done" });
    expect(await written()).toEqual([]);
    await wish([{ ...ship, minSubtotalMinor: null }, percent]);
    expect(await written()).toHaveLength(1);
    expect(await pays("silver", "5.00")).toBe(5_00);
    await wish([percent]);
    expect(await pays("silver", "5.00")).toBe(9_90);
    expect(await pays("gold", "100.00")).toBe(97_40);
    await wish([]);
    expect(await pays("gold", "100.00")).toBe(104_90);
  });

  it("are refused, and said to lack a permission, where the merchant has not granted it", async () => {
    const { wish, allow } = open();
    await allow(false);
    expect(await wish([ship])).toMatchObject({ kind: "refused", lacksPermission: true });
    await allow(true);
    expect(await wish([ship])).toMatchObject({ kind: "done" });
  });
}
