import type { CalendarPeriod, Instant } from "../calendar.ts";
import type { NamedReward } from "../messages/letter-facts.ts";
import type { PointsName } from "../program/texts/text.ts";

/** What of a shop decides how things are said in it, to friends and to who brings them along. */
export interface SpokenProgram {
  readonly at: Instant;
  readonly language: string;
  /** German readers are addressed with Sie. */
  readonly formal: boolean;
  readonly currency: string;
  readonly currencyDigits: number;
  readonly timezone: string;
  readonly shopName: string;
  readonly programName: string;
  readonly pointsName: PointsName;
  /** `#rrggbb`, as the merchant chose it for the panel; null: none. */
  readonly accent: string | null;
}

/** What somebody is given, to be called something in the reader's language. */
export type ToldGift =
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "reward"; readonly reward: NamedReward };

/** What a member has who brings friends along, before it is put into words. */
export interface OwnFriends {
  readonly spoken: SpokenProgram;
  readonly friendGets: ToldGift | null;
  /** What the member gets for a friend; null: nothing. */
  readonly gain: {
    readonly points: number;
    readonly minSubtotalMinor: number;
    readonly maturityDays: number;
    readonly limit: { readonly count: number; readonly per: CalendarPeriod | "ever" } | null;
  } | null;
  readonly joined: number;
  readonly pending: number;
  readonly matured: number;
  readonly steps: readonly {
    readonly friends: number;
    readonly badge: string | null;
    readonly points: number;
    readonly level: string | null;
  }[];
}
