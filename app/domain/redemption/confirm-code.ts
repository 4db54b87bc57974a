import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import type { Instant } from "../calendar.ts";
import { noteCodeDue } from "../ledger/due-lists.ts";
import { requestWithdrawal } from "./ask-platform.ts";
import { rewardOfCode } from "./code-book.ts";
import { useCode } from "./settle-codes.ts";

/**
 * The shop has made a code work. Store credit and gift cards are thereby used. One that was
 * cancelled while the shop was being asked is asked back.
 */
export function confirmCode(books: Books, member: MemberBook, code: RewardCode, at: Instant): void {
  const reward = rewardOfCode(books, code);
  switch (code.state) {
    case "held":
      code.state = "issued";
      if (reward.value.kind === "storeCredit" || reward.value.kind === "giftCard") {
        useCode(books, member, code, { orderId: null, at });
      } else {
        noteCodeDue(member, code);
      }
      return;
    case "released":
    case "revoked":
      requestWithdrawal(books, code, reward);
      return;
    case "issued":
    case "used":
    case "failed":
    case "requested":
    case "fulfilled":
    case "declined":
      return;
  }
}
