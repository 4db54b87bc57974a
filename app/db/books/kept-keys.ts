import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";

/** Names a row of a member's among those of all. Member numbers hold no blank. */
export function keyOf(member: MemberBook, key: string): string {
  return `${member.id} ${key}`;
}

export function memberOf(books: Books, memberId: number): MemberBook {
  const member = books.members.get(String(memberId));
  assert(member !== undefined, "rows are loaded for members that are loaded");
  return member;
}
