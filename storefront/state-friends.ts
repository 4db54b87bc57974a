import type { StorefrontAnswer } from "./state.ts";

/** What a member has who brings friends along, worded in the shopper's language. */
export interface StorefrontFriends {
  readonly ok: true;
  readonly link: string;
  /** What a message to a friend says, the link within it. */
  readonly message: string;
  /** An address that begins a mail with it. */
  readonly mail: string;
  /** The link as a QR code: an image as an address. */
  readonly qr: string;
  /** What the friend gets and what the member gets, sentence by sentence. */
  readonly gains: readonly string[];
  /** How far it has come. */
  readonly counts: readonly string[];
  /** What several friends bring, and whether it was reached. */
  readonly steps: readonly { readonly text: string; readonly reached: boolean }[];
  readonly words: Readonly<Record<"link" | "copy" | "copied" | "share" | "byMail" | "qr", string>>;
}

export type StorefrontFriendsAnswer = StorefrontFriends | Extract<StorefrontAnswer, { readonly ok: false }>;
