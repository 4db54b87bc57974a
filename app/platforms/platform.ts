import type { Effect } from "#app/domain/effect.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { OrderId } from "#app/domain/books.ts";
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
  | {
      readonly kind: "refused";
      readonly reason: string;
      /** The merchant has not allowed the app this, or not any more: what can wait waits for their word. */
      readonly lacksPermission?: true;
    }
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
  /**
   * The tier as a tag of the customer, too: only where the merchant wishes it. `remove`: they did once,
   * and what was written then goes. `leave`: no tag was ever written, and none is asked for.
   */
  readonly tierTag: "write" | "remove" | "leave";
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

/** Why a platform did not do or tell what it was asked. */
export type Setback = Exclude<DeliverOutcome, { kind: "done" }>;

/** What a platform answers to a question. */
export type PlatformAnswer<Data> = { readonly kind: "data"; readonly data: Data } | Setback;

/** What installing needs to know of a shop. */
export interface ShopProfile {
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: string;
  /** What the merchant has granted. */
  readonly scopes: readonly string[];
}

/** Orders that changed, without their content: enough to see which we have missed. Oldest change first. */
export interface UpdatedOrders {
  readonly orders: readonly { readonly id: OrderId; readonly updatedAt: Instant }[];
  /** Hand it in again for the next page; null = that was all. */
  readonly next: string | null;
}

/** What order deliveries leave out and conditions on lines may ask for. */
export interface ProductDescription {
  readonly product: string;
  readonly tags: readonly string[];
  /** Each by its number and by its handle: programs may name either. */
  readonly collections: readonly string[];
  readonly vendor: string;
  readonly kind: string;
}

export interface HistoryProgress {
  readonly state: "running" | "completed" | "failed";
  /** Objects the platform has gone through so far (orders and their lines). */
  readonly objects: number;
  readonly reason: string | null;
}

/** An order that was read, as the delivery it would have been: it goes the way of every other one. */
export type ReadOrder = Pick<Delivery, "topic" | "deliveryId" | "body">;

/** One order of a history. `position` counts orders from 1: a reader that stopped goes on behind it. */
export interface HistoryOrder {
  readonly position: number;
  readonly order: ReadOrder;
}

/** One adapter per platform; `registry.server.ts` finds it by name. */
export interface Platform {
  readonly name: PlatformName;
  translate(
    delivery: Pick<Delivery, "topic" | "body"> & Partial<Pick<Delivery, "triggeredAt">>,
    settings: ShopSettings,
  ): Translation;
  /**
   * Asks one shop to make effects true, and answers one outcome each, in their order. What is handed over
   * together may be told together, so none of them may have to wait for another. Safe to call again after
   * any failure.
   */
  deliver(items: readonly OutboxItem[]): Promise<readonly DeliverOutcome[]>;
  /** Gives the shop front what it renders the program from, as JSON text; the same text again changes nothing. */
  publishProgram(shopKey: string, program: string): Promise<DeliverOutcome>;
  describeShop(shopKey: string): Promise<PlatformAnswer<ShopProfile>>;
  /** For reconciliation: what changed at or after `since`. */
  listUpdatedOrders(
    shopKey: string,
    since: Instant,
    page: string | null,
  ): Promise<PlatformAnswer<UpdatedOrders>>;
  /** An order's present state. Null: the shop has no such order. */
  readOrder(shopKey: string, id: OrderId): Promise<PlatformAnswer<ReadOrder | null>>;
  /** In any order; products the shop does not have (any more) are left out. */
  describeProducts(shopKey: string, ids: readonly string[]): Promise<PlatformAnswer<ProductDescription[]>>;
  /** Has the platform gather all orders since then (null = all it lets us see). Answers the import's id. */
  startHistory(shopKey: string, since: Instant | null): Promise<PlatformAnswer<string>>;
  historyProgress(shopKey: string, historyId: string): Promise<PlatformAnswer<HistoryProgress>>;
  /** Nobody wants the gathering any more: it ends, as far as it has not. */
  stopHistory(shopKey: string, historyId: string): Promise<DeliverOutcome>;
  /** A gathered history, order by order, behind `position`. Throws where the platform fails midway. */
  readHistory(shopKey: string, historyId: string, position: number): AsyncIterable<HistoryOrder>;
}
