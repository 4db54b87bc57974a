import type { Books } from "../books/books.ts";
import type { MemberAsker } from "../customers/segments/member-asker.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { isTimeZone } from "../time-zone.ts";
import type { Heard } from "./heard.ts";
import type { PassWorld } from "./passes.ts";

interface WorldParts {
  readonly books: Books;
  readonly heard: Heard;
  readonly asker: Pick<MemberAsker, "personOf" | "subjectOf" | "holds" | "productsOf">;
  /** What differs between live and `replay`. */
  readonly own: Pick<PassWorld, "nameOf" | "noteMail" | "nextCode">;
}

/** What journeys see of books and facts. Local is the member's zone where it is known and real, else the shop's. */
export function worldOfBooks({ books, heard, asker, own }: WorldParts): PassWorld {
  const zone = () => liveProgram(books).timezone;
  return {
    ...own,
    books,
    aside: heard,
    personOf: (memberId) => asker.personOf(memberId),
    subjectOf: (memberId, at) => asker.subjectOf(memberId, at),
    isInSegment: (memberId, id, at) => asker.holds({ kind: "segment", id }, memberId, at),
    holds: (condition, memberId, at) => asker.holds(condition, memberId, at),
    zone,
    zoneOf: (memberId) => {
      const told = asker.personOf(memberId).zone;
      return told !== null && isTimeZone(told) ? told : zone();
    },
    productsOf: (kind, memberId, at) => asker.productsOf(kind, memberId, at),
  };
}
