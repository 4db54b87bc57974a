import type { Books } from "../books/books.ts";
import { holdsPoints } from "../books/codes.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { requestWithdrawal } from "../redemption/ask-platform.ts";
import { rewardOfCode } from "../redemption/code-book.ts";
import { releaseCode } from "../redemption/release-code.ts";

/** Opting out: open points stay but nothing earns or spends; unused codes stop working and give their points back. */
export function leave(books: Books, member: MemberBook, at: Instant): void {
  if (member.status !== "erased") member.status = "left";
  for (const code of member.codes.values()) {
    if (!holdsPoints(code)) continue;
    requestWithdrawal(books, code, rewardOfCode(books, code));
    releaseCode(books, member, code, { state: "released", reason: "cancelled_by_member", at, note: null });
  }
}

/** Privacy deletion: the person's data goes, the ledger rows stay without it, the totals do not change. */
export function erase(books: Books, member: MemberBook, at: Instant): void {
  leave(books, member, at);
  member.status = "erased";
  member.email = null;
  member.birthday = null;
  member.tags = [];
  member.segments = [];
  for (const code of member.codes.values()) code.stateReason = null;
}
