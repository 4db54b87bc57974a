import type { Instant } from "./calendar.ts";
import type { MemberId, OrderId } from "./books/ids.ts";
import type { EngagementEvent } from "./engagement/engagement-event.ts";
import type { ForManyEvent } from "./members/bulk/for-many-event.ts";
import type { MergeEvent } from "./members/unmerge/merge-undo.ts";
import type { Program } from "./program/program.ts";
import type { ConsentTold } from "./messages/consent.ts";
import type { DiscountGone } from "./redemption/discount-gone.ts";
import type { RewardGiven } from "./redemption/reward-given.ts";

/**
 * What the engine is told, money in minor units of the shop's currency, instants in epoch milliseconds.
 * `at` is when we learn of it (the clock); what an order is judged at is in the order itself. */
/** What is bought or looked at: all that a condition on lines asks for. */
export interface Ware {
  readonly product: string | null;
  readonly variant: string | null;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly vendor: string;
  readonly kind: string;
}

export interface OrderLine extends Ware {
  readonly id: string;
  /** Units ordered, before any refund. Units removed by an edit are taken off here. */
  readonly quantity: number;
  readonly unitPriceMinor: number;
  /** Discount allocated to this line in all (not per unit). */
  readonly discountMinor: number;
  /** Tax on the whole line. */
  readonly taxMinor: number;
  readonly giftCard: boolean;
  /** What the shop calls it; absent where nobody said. People are told it, and no rule asks for it. */
  readonly title?: string;
  /** What a unit costs the merchant; absent where nobody said. */
  readonly costMinor?: number;
}

export interface RefundLine {
  readonly line: string;
  readonly quantity: number;
  /** Goods part in the prices of the line; null = pro rata of the line's net by quantity. */
  readonly amountMinor: number | null;
}

export interface OrderRefund {
  readonly id: string;
  readonly at: Instant;
  /** Money given back in all. */
  readonly amountMinor: number;
  readonly lines: readonly RefundLine[]; // empty: a refund that is only an amount
  readonly shippingMinor: number;
}

/** An order's whole present state, as often as it changes. */
export interface OrderState {
  readonly id: OrderId;
  readonly name: string | null; // what people call it, e.g. `#1042`
  readonly currency: string;
  readonly placedAt: Instant;
  readonly paidAt: Instant | null;
  /** Not paid, and some of it is: a part was paid first, or an edit added to what had been paid. */
  readonly partlyPaid?: true;
  readonly fulfilledAt: Instant | null;
  readonly cancelledAt: Instant | null;
  /** The platform's version; a state older than the applied one is ignored. Null where unknown. */
  readonly updatedAt: Instant | null;
  readonly test: boolean; // test and draft orders earn nothing
  readonly taxesIncluded: boolean;
  readonly channel: string;
  readonly paymentMethods: readonly string[];
  readonly lines: readonly OrderLine[];
  /** Order-level discount the platform did not allocate to lines. */
  readonly orderDiscountMinor: number;
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  readonly paidByGiftCardMinor: number;
  readonly discountCodes: readonly string[];
  readonly refunds: readonly OrderRefund[];
}

/** A person as a shop names them. `id` null: a guest known by e-mail. */
export interface CustomerRef {
  readonly id: string | null;
  readonly email: string | null;
  readonly phone?: string; // told only of who is to be forgotten
}

/** Facts and wishes about one member. The directory has resolved who it is before the engine sees it. */
export type MemberEvent =
  | {
      readonly type: "joined";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly email: string | null;
      readonly birthday: string | null;
      readonly tags: readonly string[];
    }
  | {
      readonly type: "profile_changed";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly email: string | null;
      readonly birthday: string | null;
      readonly tags: readonly string[];
    }
  | {
      readonly type: "order_changed";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly order: OrderState;
    }
  | {
      readonly type: "activity_done";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly activity: string;
      readonly key: string | null;
    }
  | {
      readonly type: "reward_claimed";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly rewardId: string;
      readonly points: number | null;
      readonly code: string;
    }
  | RewardGiven
  | {
      readonly type: "code_confirmed";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly code: string;
    }
  | {
      readonly type: "experience_fulfilled";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly code: string;
      readonly note: string | null; // to whom or how it was given, for the merchant's own record
    }
  | {
      readonly type: "code_refused" | "experience_declined";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly code: string;
      readonly reason: string;
    }
  | {
      readonly type: "code_cancelled";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly code: string;
      readonly by: "member" | "merchant";
      readonly reason: string;
    }
  | {
      readonly type: "points_adjusted";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly id: string;
      readonly points: number;
      /** In the metric's unit: minor units for spend, else a count. */ readonly qualifying: number;
      readonly reason: string;
      /** Given to be spent: what the member owes stays owed. */
      readonly sparesDebt?: boolean;
    }
  | {
      readonly type: "points_reinstated";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly lotId: string;
      readonly reason: string;
      readonly withinDays: number; // after they have lapsed
    }
  | {
      readonly type: "tier_decided";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly levelId: string;
      readonly lockedUntil: Instant | null;
      readonly reason: string;
      /** What comes with entering a level is not given. */
      readonly withoutEntry?: boolean;
    }
  | {
      readonly type: "exclusion_set";
      readonly at: Instant;
      readonly memberId: MemberId;
      readonly excluded: boolean;
      readonly reason: string;
    }
  | MergeEvent
  | EngagementEvent
  | ForManyEvent
  | { readonly type: "member_left" | "member_erased"; readonly at: Instant; readonly memberId: MemberId };

export type ShopEvent =
  | MemberEvent
  | {
      readonly type: "program_published";
      readonly at: Instant;
      readonly version: number;
      readonly program: Program;
    };

/** What a delivery says about a person. `null` = the delivery does not say. */
export interface CustomerFact extends CustomerRef {
  /** The shop has proven that the address belongs to this person (account, confirmed e-mail). */
  readonly emailProven: boolean;
  readonly tags: readonly string[] | null;
  readonly birthday: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What a hint can be about: `_removal` asks for the subject to be forgotten. */
export type HintAbout = "order" | "customer" | "customer_removal" | "shop" | "shop_removal";

/**
 * What an adapter makes of one delivery, before anyone knows which member it concerns. Live and in `replay` the
 * same functions resolve people and merge partial facts (a refund) into the last known state of the order.
 */
export type ShopFact =
  | {
      readonly type: "order";
      readonly at: Instant;
      readonly customer: CustomerFact | null;
      readonly order: OrderState;
      /** It names a gift card beside other means of payment, and not how much each paid. */
      readonly giftCardPartUnknown?: true;
      readonly customerTagsUnknown?: true; // customers have tags in this shop, and it does not say which
      readonly unsaid?: readonly (keyof OrderState)[]; // left out by the platform, so it stays as it is known
    }
  | {
      readonly type: "order_refunded";
      readonly at: Instant;
      readonly orderId: OrderId;
      readonly refund: OrderRefund;
    }
  | { readonly type: "order_deleted"; readonly at: Instant; readonly orderId: OrderId }
  | {
      readonly type: "customer";
      readonly at: Instant;
      readonly customer: CustomerFact;
      readonly joined: boolean;
      readonly isPresent?: true; // the person does it this moment: it is no word that may come late
      readonly customerTagsUnknown?: true;
    }
  | { readonly type: "customer_deleted"; readonly at: Instant; readonly customerId: string }
  | {
      readonly type: "customers_merged";
      readonly at: Instant;
      readonly keptCustomerId: string;
      readonly endedCustomerId: string;
    }
  | {
      readonly type: "activity";
      readonly at: Instant;
      readonly customer: CustomerRef;
      readonly emailProven?: true; // the address is known to be the customer's
      readonly activity: string;
      readonly key: string | null;
    }
  | ConsentTold
  | {
      readonly type: "customer_data_requested";
      readonly at: Instant;
      readonly customer: CustomerRef;
      readonly requestId: string;
    }
  | { readonly type: "customer_redacted"; readonly at: Instant; readonly customer: CustomerRef }
  /** Of these two `at` is when the platform says it happened: they may come after the shop is back. */
  | { readonly type: "shop_redacted"; readonly at: Instant }
  | { readonly type: "app_uninstalled"; readonly at: Instant }
  | { readonly type: "scopes_changed"; readonly at: Instant; readonly scopes: readonly string[] }
  | {
      readonly type: "bulk_operation_finished";
      readonly at: Instant;
      readonly operationId: string;
      readonly status: string;
    }
  /**
   * Something changed, and the platform does not say what, or cannot be believed: the shop itself is asked,
   * and what it says comes as a delivery of its own.
   */
  | {
      readonly type: "hinted";
      readonly at: Instant;
      readonly about: HintAbout;
      readonly subjectId: string;
    }
  | DiscountGone
  /** Known, and of no concern to the program: recorded as done with this reason. */
  | { readonly type: "nothing"; readonly at: Instant; readonly reason: string };
