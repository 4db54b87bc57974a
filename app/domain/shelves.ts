import type { MemberBook, MemberId } from "./books.ts";
import type { Holding } from "./holding.ts";

/** Where what a member has is kept. */
export type Places = Pick<
  MemberBook,
  "lots" | "awards" | "codes" | "qualifying" | "limits" | "activityKeys" | "due"
>;

/** Where members' holdings are kept: as they are, or for a long history packed. */
export interface Shelves {
  /** Empty places for a new member. */
  readonly placesFor: (memberId: MemberId) => Places;
  /** Nobody works on the books just now: what was unpacked can be put away. */
  readonly rest: () => void;
}

/** Who holds a code, by its text in upper case. */
export type CodeOwners = Pick<Holding<MemberId>, "get" | "has" | "set"> & { readonly size: number };
