import type { Books } from "../books/books.ts";
import type { MemberId } from "../books/ids.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { ReferredFriend } from "./referral.ts";

/** Who brought a member along; null = nobody. */
export function advocateIdOf({ engagement }: MemberBook): MemberId | null {
  return engagement === null ? null : engagement.referral.advocateId;
}

/** Who brought a member along, and what their book knows of the member; null where nothing is known. */
export function advocateOf(
  books: Books,
  friend: MemberBook,
): { readonly advocate: MemberBook; readonly known: ReferredFriend } | null {
  const advocateId = advocateIdOf(friend);
  const advocate = advocateId === null ? undefined : books.members.get(advocateId);
  const known = advocate?.engagement?.referral.friends.get(friend.id);
  return advocate === undefined || known === undefined ? null : { advocate, known };
}
