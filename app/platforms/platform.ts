import type { Effect } from "#app/domain/effect.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";

/** The platforms a merchant can install Regulars in. */
export type PlatformName = "shopify" | "ecwid";

/** A verified delivery as it came, before anyone has read more than its envelope. */
export interface Delivery {
  readonly platform: PlatformName;
  /** The shop's domain (Shopify) or store id (Ecwid). */
  readonly shopKey: string;
  readonly topic: string;
  /** The platform's id of this delivery; a repeated one is the same delivery. */
  readonly deliveryId: string;
  readonly triggeredAt: Instant | null;
  /** Raw bytes as text. Ids above 2^53 survive only here: parse with care. */
  readonly body: string;
}

/** Translating never decides and never asks the network. */
export type Translation =
  | { readonly ok: true; readonly facts: readonly ShopFact[] }
  /** The body is not what the platform documents: parked with this reason, never lost. */
  | { readonly ok: false; readonly reason: string };

/** What the money and clock of a shop are, needed to translate its deliveries. */
export interface ShopSettings {
  readonly currency: string;
  readonly timezone: string;
}

export type DeliverOutcome =
  | {
      readonly kind: "done";
      /** e.g. the discount's id, kept for later. */ readonly reference: string | null;
    }
  /** The platform says no and will say no again: the points go back. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Not now (throttled, 5xx, time-out): try again, not before the given delay. */
  | { readonly kind: "retry"; readonly reason: string; readonly afterMs: number | null }
  /** The shop has uninstalled or its token is dead: stop asking. */
  | { readonly kind: "gone"; readonly reason: string };

/** What the member looks like to the shop: written as app-owned metafields and tags. */
export interface MemberState {
  readonly customerId: string;
  readonly available: number;
  readonly pending: number;
  readonly tierId: string | null;
  readonly tierName: string | null;
  readonly nextTierName: string | null;
  /** 0 to 100. */
  readonly progressPercent: number;
  /** What is missing to the next tier, already worded in the metric's unit ("46.00", "120"). */
  readonly missing: string | null;
  readonly tierUntil: Instant | null;
  /** The merchant wants the tier as a tag of the customer, too (off unless switched on). */
  readonly tagTier: boolean;
}

/** An effect with what delivering it needs and the engine does not know. */
export interface OutboxItem {
  readonly id: string;
  readonly shopKey: string;
  /** How often it was tried before: > 0 means look before you write. */
  readonly attempts: number;
  readonly effect: Effect;
  /**
   * Whom a code is bound to. Null where the shop has no such customer, or the merchant lets codes be
   * passed on: then anybody may use it, once.
   */
  readonly customerId: string | null;
  readonly memberState: MemberState | null;
  readonly currency: string;
  readonly rewardName: string | null;
}

/** One adapter per platform; `registry.server.ts` finds it by name. */
export interface Platform {
  readonly name: PlatformName;
  translate(delivery: Delivery, settings: ShopSettings): Translation;
  /** Asks the shop to make an effect true. Safe to call again after any failure. */
  deliver(item: OutboxItem): Promise<DeliverOutcome>;
}
