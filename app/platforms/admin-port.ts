import type { Instant } from "#app/domain/calendar.ts";
import type { PlatformName } from "./platform.ts";

/** Somebody in a shop's admin, as far as the platform says who. */
export interface StaffVisit {
  readonly platform: PlatformName;
  readonly shopKey: string;
  /** Who is written into the audit: a number or a place, no name. */
  readonly actor: string;
  readonly seenAt: Instant;
  /** Opening the app is what installs it there; else a visit to a shop without the app is over. */
  readonly installs: boolean;
}

/** What shows the app's pages: a frame with a library of the platform's, or one where the app sees to itself. */
export type AdminFrame =
  | { readonly kind: "app_bridge"; readonly apiKey: string }
  /** `session`: what the page holds and sends with all it asks, and renews at `renewAt`; `sign`: what its words to the admin carry. */
  | {
      readonly kind: "own";
      readonly session: string;
      readonly renewAt: string;
      readonly sign: Readonly<Record<string, string>>;
    }
  | { readonly kind: "none" };

/** How staff come from a platform's admin to the app's pages. */
export interface AdminDoor {
  /** Is this request one of a page in that admin? */
  recognises(request: Request): boolean;
  /** Who asks? Whoever is not let in is answered by a thrown response. */
  admit(request: Request): Promise<StaffVisit>;
  frame(request: Request): AdminFrame;
  /** What a document says of who may show it. */
  addHeaders(request: Request, headers: Headers): void;
  /** Which of the app's permissions the merchant has not granted. */
  missingScopes(granted: readonly string[]): readonly string[];
}
