import type { Stock } from "#app/domain/redemption/stock.ts";
import type { Language } from "../i18n/language.tsx";

/** A reward as its page shows it: how it is offered, and what it did. */
export interface ShownReward {
  readonly rewardId: string;
  /** How the program has it; null: it has it no more. */
  readonly offer: {
    readonly sentence: Readonly<Record<Language, string>>;
    readonly isEnabled: boolean;
    readonly isOnlyGiven: boolean;
    readonly isGivable: boolean;
    readonly stock: Stock | null;
  } | null;
  readonly name: string;
  readonly claimed: number;
  readonly given: number;
  readonly open: number;
  readonly used: number;
  readonly lapsed: number;
  readonly pointsSpent: number;
  readonly usedMinor: number | null;
}
