import type { Platform } from "#app/platforms/platform.ts";

/** What a platform can do to us, by the names the battery asks for. */
export type Misfortune =
  | "too_many_requests"
  | "throttled"
  | "server_error"
  /** The request never arrived, as far as anybody can tell. */
  | "lost_before"
  /** It was done, and the answer never arrived. */
  | "lost_after"
  | "token_expired"
  | "refresh_refused"
  | "uninstalled_midway";

export interface GiftCard {
  readonly code: string;
  readonly balance: string;
  readonly customerId: string | null;
}

/** One platform with a (fake) shop behind it. What differs between platforms is said here. */
export interface Bench {
  readonly platform: Platform;
  readonly shopKey: string;
  readonly customerId: string;
  /** What the tags of tiers begin with: no other tag is ours. */
  readonly tagPrefix: string;
  /** A customer whom the shop has deleted meanwhile. */
  readonly goneCustomerId: string;
  readonly strangerShopKey: string;
  /** The next request that would change something meets this. */
  strike(misfortune: Misfortune): Promise<void>;
  calm(): Promise<void>;
  /** Somebody else in the shop has this code already. */
  takeCode(code: string): Promise<void>;
  /** How many discounts or codes with this text the shop has. */
  countCodes(code: string): Promise<number>;
  /**
   * The customer buys goods of 30.00 with it, 4.90 for shipping: what it takes off ("5.00").
   * Null: the shop does not take the code.
   */
  useCode(code: string): Promise<string | null>;
  /** What the shop shows of the customer's membership; null before anything was published. */
  readMember(): Promise<{
    readonly points: number;
    readonly tier: string | null;
    readonly tags: readonly string[];
  } | null>;
  storeCredit(): Promise<string | null>;
  giftCards(): Promise<readonly GiftCard[]>;
  close(): Promise<void>;
}
