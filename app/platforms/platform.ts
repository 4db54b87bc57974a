import type { Effect } from "#app/domain/effect.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { OrderId } from "#app/domain/books/ids.ts";
import type { StandingPerk } from "#app/domain/program/standing-perks.ts";
import type { HintAbout, ShopFact } from "#app/domain/event.ts";
import type { CombinesWith } from "#app/domain/shops/merchant-choices.ts";
import type { PlanLack } from "#app/domain/shop-words.ts";
import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";

/** The platforms a merchant can install Regulars in. */
export const PLATFORM_NAMES = ["shopify", "ecwid"] as const;
export type PlatformName = (typeof PLATFORM_NAMES)[number];

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

export type VerifiedWebhook =
  | { readonly ok: true; readonly delivery: Delivery }
  /** 400: it cannot be a delivery of the platform's. 401: it says it is, and the signature is wrong. */
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

/** One header by its lower-case name; null where it is missing. */
export type ReadHeader = (name: string) => string | null;

/** Translating never decides and never asks the network. */
export type Translation =
  | { readonly ok: true; readonly facts: readonly ShopFact[] }
  /** The body is not what the platform documents: parked with this reason, never lost. */
  | { readonly ok: false; readonly reason: string };

/** What the money and clock of a shop are, needed to translate its deliveries. */
export interface ShopSettings {
  readonly currency: string;
  readonly timezone: string;
  /** Statuses of the merchant's own, and which of them mean that an order is paid, or handed over. */
  readonly ownStatuses?: { readonly paid: readonly string[]; readonly handedOver: readonly string[] };
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
  readonly nextTierId: string | null;
  readonly nextTierName: string | null;
  /** 0 to 100. */
  readonly progressPercent: number;
  /** What is missing to the next tier, already worded in the metric's unit ("46.00", "120"). */
  readonly missing: string | null;
  readonly tierUntil: Instant | null;
  /**
   * The tier as a tag of the customer, too: where the merchant wishes it, or the level has perks that the
   * shop applies. `remove`: it was so once, and what was written then goes. `leave`: no tag was ever written, and none is asked for.
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
  /** Which other discounts the merchant lets a code stand beside, where the shop can tell them apart. */
  readonly combinesWith: CombinesWith;
}

/** What a shop applies by itself at the cart, for members of levels. */
export interface PerksWanted {
  readonly perks: readonly StandingPerk[];
  /** Levels that had some in any version of the program: of those that have none now nothing may be left. */
  readonly levelsOnce: readonly string[];
  readonly currency: string;
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

/** A shop that has answered for itself with the token: only then is either of them believed. */
export interface ProvenStore {
  readonly shopKey: string;
  readonly token: string;
  readonly profile: ShopProfile;
}

/** Orders that changed, without their content: enough to see which we have missed. Oldest change first. */
export interface UpdatedOrders {
  readonly orders: readonly {
    readonly id: OrderId;
    readonly updatedAt: Instant;
    /** It is no longer there: the delivery that should have told so. */
    readonly gone?: ReadOrder;
  }[];
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

/** What a shop has written on one of its customers. */
export interface CustomerDescription {
  readonly customer: string;
  readonly tags: readonly string[];
}

/** A code that was made in the shop, and the reference it was confirmed with. */
export interface CodeInShop {
  readonly code: string;
  readonly reference: string;
}

export interface HistoryProgress {
  readonly state: "running" | "completed" | "failed";
  /** Objects the platform has gone through so far (orders and their lines). */
  readonly objects: number;
  readonly reason: string | null;
}

/** A status of orders that the merchant has made, by the shop system's own word for it. */
export interface OwnStatus {
  readonly status: string;
  /** Null where it was never named. */
  readonly name: string | null;
  /** Orders can be given it. */
  readonly inUse: boolean;
}

/** What a merchant picks of a shop's goods where its admin has no picker of its own. */
export interface PickableResource {
  readonly id: string;
  readonly title: string;
}

/** What was read of a shop (an order, mostly), as the delivery it would have been: it goes the way of every other one. */
export type ReadOrder = Pick<Delivery, "topic" | "deliveryId" | "body">;

/** One order of a history. `position` counts orders from 1: a reader that stopped goes on behind it. */
export interface HistoryOrder {
  readonly position: number;
  readonly order: ReadOrder;
}

/** One adapter per platform; `registry.server.ts` finds it by name. */
export interface Platform {
  readonly name: PlatformName;
  /** What shops of this kind can do of what a program may ask for. */
  readonly abilities: ShopAbilities;
  /** Goods by a few letters of their name. Null: the platform's admin has a picker of its own. */
  readonly findResources:
    | ((
        shopKey: string,
        kind: "product" | "collection",
        search: string,
      ) => Promise<PlatformAnswer<readonly PickableResource[]>>)
    | null;
  /** Where the app shows a shop's members a page of its own, for the merchant to link. Null: the shop system has a place for it. */
  readonly membersPage: ((shopKey: string) => string) | null;
  /** Whether the shop's front shows the widget (`untold`: it knows of no program), read back. Null: an editor of themes says. */
  readonly widgetInShop: ((shopKey: string) => Promise<PlatformAnswer<"on" | "off" | "untold">>) | null;
  /** What the merchant's plan lacks of what a program may ask for, by the shop itself. Null: plans are alike in that. */
  readonly planLacks: ((shopKey: string) => Promise<PlatformAnswer<readonly PlanLack[]>>) | null;
  /** What the merchant calls statuses of their own. Null: shops of this kind have none. */
  readonly findOwnStatuses: ((shopKey: string) => Promise<PlatformAnswer<readonly OwnStatus[]>>) | null;
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
  /** Makes the perks of levels true, and ends those that are no longer wanted; again, it changes nothing. */
  bringAboutPerks(shopKey: string, wanted: PerksWanted): Promise<DeliverOutcome>;
  /** Where shoppers find the shop: a mail leads there. Null where it does not say. */
  shopAddress(shopKey: string): Promise<string | null>;
  /** Where friends are led who come by a member's link: a page that anybody may open. */
  friendPage(shopKey: string, code: string): string;
  describeShop(shopKey: string): Promise<PlatformAnswer<ShopProfile>>;
  /** How often orders are compared: often where a delivery that got lost was all there was. */
  readonly compareEveryMs: number;
  /** For reconciliation: what changed at or after `since`. */
  listUpdatedOrders(
    shopKey: string,
    since: Instant,
    page: string | null,
  ): Promise<PlatformAnswer<UpdatedOrders>>;
  /** An order's present state. Null: the shop has no such order. */
  readOrder(shopKey: string, id: OrderId): Promise<PlatformAnswer<ReadOrder | null>>;
  /**
   * What has become of what a delivery only hints at (`hinted`), as the delivery that should have told. Null:
   * nothing has.
   */
  lookInto(shopKey: string, about: HintAbout, subjectId: string): Promise<PlatformAnswer<ReadOrder | null>>;
  /**
   * What these customers have agreed to, each as the delivery that should have told. Of who is gone, and of who has
   * said nothing, there is none.
   */
  readConsents(shopKey: string, customerIds: readonly string[]): Promise<PlatformAnswer<ReadOrder[]>>;
  /**
   * Which of these codes do not work in the shop any more: removed there, or their discount ended or gone. What
   * the platform made otherwise than as a discount is left out.
   */
  missingCodes(shopKey: string, codes: readonly CodeInShop[]): Promise<PlatformAnswer<string[]>>;
  /** In any order; products the shop does not have (any more) are left out. */
  describeProducts(shopKey: string, ids: readonly string[]): Promise<PlatformAnswer<ProductDescription[]>>;
  /** In any order; customers the shop does not have (any more) are left out. */
  describeCustomers(shopKey: string, ids: readonly string[]): Promise<PlatformAnswer<CustomerDescription[]>>;
  /** Has the platform gather all orders since then (null = all it lets us see). Answers the import's id. */
  startHistory(shopKey: string, since: Instant | null): Promise<PlatformAnswer<string>>;
  historyProgress(shopKey: string, historyId: string): Promise<PlatformAnswer<HistoryProgress>>;
  /** Nobody wants the gathering any more: it ends, as far as it has not. */
  stopHistory(shopKey: string, historyId: string): Promise<DeliverOutcome>;
  /** A gathered history, order by order, behind `position`. Throws where the platform fails midway. */
  readHistory(shopKey: string, historyId: string, position: number): AsyncIterable<HistoryOrder>;
}
