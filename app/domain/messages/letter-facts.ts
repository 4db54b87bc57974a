import type { Instant } from "../calendar.ts";
import type { PointsName } from "../program/texts/text.ts";
import type { RewardValue } from "../program/program.ts";
import type { MessagePurpose } from "./message.ts";

/** A reward, to be called something in the reader's language. */
export interface NamedReward {
  /** The merchant's own name; null: it is called after what it gives. */
  readonly name: string | null;
  readonly kind: RewardValue["kind"];
  readonly valueMinor: number | null;
  readonly percent: string | null;
}

/** What a letter can tell of, before it is put into words: names in the reader's language, amounts and instants bare. */
export interface LetterFacts {
  readonly at: Instant;
  readonly language: string;
  /** German readers are addressed with Sie. */
  readonly formal: boolean;
  readonly purpose: MessagePurpose;
  readonly currency: string;
  readonly currencyDigits: number;
  readonly timezone: string;
  readonly shopName: string;
  readonly programName: string;
  /** `#rrggbb`, as the merchant chose it for the panel; null: none. */
  readonly accent: string | null;
  readonly firstName: string | null;
  readonly available: number;
  readonly pointsName: PointsName;
  readonly metric: "spend" | "points" | "orders";
  readonly tier: {
    readonly name: string | null;
    readonly next: string | null;
    readonly missing: number | null;
    readonly percent: number;
    readonly keepMissing: number | null;
    readonly until: Instant | null;
  } | null;
  readonly news: {
    readonly points: number | null;
    readonly reward: NamedReward | null;
    readonly level: string | null;
    readonly challenge: string | null;
    readonly endsAt: Instant | null;
  };
  readonly code: { readonly text: string; readonly endsAt: Instant | null } | null;
}

/** Where a letter leads: all of it signed. `shop` is null where the shop's address is not known. */
export interface LetterLinks {
  readonly shop: string | null;
  readonly preferences: string;
  readonly unsubscribe: string;
}
