import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { formatInstant } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Person } from "../customers/history/customer.ts";
import type { Subject } from "../customers/facts/subject.ts";
import type { OrderState } from "../event.ts";
import type { Keepable } from "./memory.ts";
import type { Happening } from "./pass.ts";

/** What was told of a member in one line, as triggers see it: the first time alone, not again. */
export type Told =
  | { readonly kind: "joined" }
  /** The order has become a purchase. */
  | { readonly kind: "purchase"; readonly order: OrderState; readonly paidAt: Instant }
  | { readonly kind: "refunded"; readonly refundId: string; readonly at: Instant }
  | { readonly kind: "earned"; readonly lotId: string; readonly points: number }
  | { readonly kind: "did"; readonly activity: string };

/** One member after something was told or fell due. */
export interface Look {
  readonly member: MemberBook;
  /** When it was told, or fell due. */
  readonly at: Instant;
  readonly told: readonly Told[];
}

/** Carts and surveys as they were told last. */
export interface ToldAside {
  readonly cartsOf: (memberId: string) => readonly Cart[];
  readonly isRecovered: (cartId: string) => boolean;
  readonly surveysOf: (memberId: string) => ReadonlyMap<string, SurveyStand>;
}

export interface Cart {
  readonly id: string;
  readonly at: Instant;
  readonly isEmpty: boolean;
}

export interface SurveyStand {
  readonly openedAt: Instant | null;
  readonly answered: boolean;
}

/** What triggers ask of the world around a member. */
export interface World {
  readonly books: Books;
  readonly aside: ToldAside;
  /** As the platform knows the member: what keys, draws and gifts are named by. */
  readonly nameOf: (memberId: string) => string;
  readonly personOf: (memberId: string) => Person;
  /** The member as facts see them; null where nothing was told of them. */
  readonly subjectOf: (memberId: string, at: Instant) => Subject | null;
  readonly isInSegment: (memberId: string, segmentId: string, at: Instant) => boolean;
  /** The member's own time zone where known, else the shop's. */
  readonly zoneOf: (memberId: string) => string;
  /** The shop's. */
  readonly zone: () => string;
}

/** Sees for one version of a journey what begins its passes. */
export interface Watcher {
  /** Takes note of how things stand, and tells what has just come about. */
  readonly look: (look: Look) => readonly Happening[];
  /** When the clock next brings something for a member, at or after an instant, as things stand; null = nothing. */
  readonly nextAt: (member: MemberBook, from: Instant) => Instant | null;
  /** What the clock brings at an instant that `nextAt` named. */
  readonly due: (member: MemberBook, at: Instant) => readonly Happening[];
  /** Whether what began a pass is undone, as things stand. */
  readonly isUndone: (happening: Happening, look: Look) => boolean;
  /** Present where it compares with how things stood: what it remembers, by member. */
  readonly memory?: Keepable;
  /** Present where what others buy matters: members for whom the clock's next may be another since last asked. */
  readonly takeUnsettled?: () => readonly string[];
}

export const NOTHING_HAPPENED: readonly Happening[] = [];

/** A trigger that knows no clock and is never undone, unless it says otherwise. */
export const NEVER: Watcher = {
  look: () => NOTHING_HAPPENED,
  nextAt: () => null,
  due: () => NOTHING_HAPPENED,
  isUndone: () => false,
};

/** What falls due by the clock. */
export interface Coming extends Happening {
  readonly at: Instant;
}

/** A trigger of the clock: what comes is a function of how things stand. */
export function clockWatcher(
  comingFor: (member: MemberBook, from: Instant) => readonly Coming[],
  isUndone: Watcher["isUndone"] = () => false,
): Watcher {
  return {
    ...NEVER,
    nextAt: (member, from) => {
      let next: Instant | null = null;
      for (const { at } of comingFor(member, from)) {
        if (at >= from && (next === null || at < next)) next = at;
      }
      return next;
    },
    due: (member, at) => comingFor(member, at).filter((coming) => coming.at === at),
    isUndone,
  };
}

/** Instants in keys are in UTC: `2026-01-05T10:00:00Z`. */
export function instantKey(instant: Instant): string {
  return formatInstant(instant, "UTC").replace("+00:00", "Z");
}
