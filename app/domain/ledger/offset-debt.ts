import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { post } from "./post.ts";

/**
 * Points that become available in a lot pay what is owed, in a transaction of their own. Only these:
 * what the lot held before stays with the member.
 */
export function offsetDebt(
  books: Books,
  member: MemberBook,
  lot: Lot,
  { becameAvailable, at }: { readonly becameAvailable: number; readonly at: Instant },
): void {
  const points = Math.min(member.balance.debt, becameAvailable);
  if (points === 0) return;
  post(books, member, {
    key: `lot:${member.id}:${lot.id}:debt_offset:${String(member.sequence + 1)}`,
    kind: "debt_offset",
    at,
    programVersion: lot.programVersion,
    transfers: [{ from: "available", to: "debt", points, lotId: lot.id }],
    explanation: {
      kind: "debt_offset",
      cause: lot.cause,
      points,
      debtLeft: member.balance.debt - points,
    },
  });
}
