import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { LAPSED, type RewardCode } from "../books/codes.ts";
import type { Instant } from "../calendar.ts";
import type { MemberEvent } from "../event.ts";
import { requestWithdrawal } from "./ask-platform.ts";
import { rewardOfCode } from "./code-book.ts";
import { confirmCode } from "./confirm-code.ts";
import { DONE, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { releaseCode } from "./release-code.ts";
import { heldTransfers, redeem } from "./settle-codes.ts";

export type CodeEvent = Extract<
  MemberEvent,
  {
    type:
      "code_confirmed" | "code_refused" | "code_cancelled" | "experience_fulfilled" | "experience_declined";
  }
>;

/** What became of a claimed code: the shop's answer, a cancellation, or the merchant's decision. */
export function decideCode(books: Books, member: MemberBook, event: CodeEvent): Outcome {
  const code = member.codes.get(event.code);
  if (code === undefined) return refused("code_unknown", `unknown code: ${event.code}`);
  switch (event.type) {
    case "code_confirmed":
      confirmCode(books, member, code, event.at);
      return DONE;
    case "code_refused":
      return refuseByShop(books, member, code, { note: event.reason, at: event.at });
    case "code_cancelled":
      return cancel(books, member, code, event);
    case "experience_fulfilled":
      if (code.state !== "requested") return notOpen(code);
      redeem(books, member, code, { orderId: null, at: event.at, transfers: heldTransfers(code) });
      code.state = "fulfilled";
      code.stateReason = event.note;
      return DONE;
    case "experience_declined":
      if (code.state !== "requested") return notOpen(code);
      releaseCode(books, member, code, {
        state: "declined",
        reason: "declined",
        at: event.at,
        note: event.reason,
      });
      return DONE;
  }
}

/**
 * An unused code whose time is over: the points go back, and the shop forgets it. Not every shop can end
 * a code on its day, and where it can, dead codes would pile up in the merchant's list.
 */
export function letCodeLapse(books: Books, member: MemberBook, code: RewardCode, at: Instant): void {
  requestWithdrawal(books, code, rewardOfCode(books, code));
  releaseCode(books, member, code, { state: "released", reason: "expired", at, note: LAPSED });
}

/** Said twice it is done once: a second answer of the shop finds the code already failed. */
function refuseByShop(
  books: Books,
  member: MemberBook,
  code: RewardCode,
  { note, at }: { readonly note: string; readonly at: Instant },
): Outcome {
  if (code.state === "held") {
    releaseCode(books, member, code, { state: "failed", reason: "refused", at, note });
  }
  return DONE;
}

function cancel(
  books: Books,
  member: MemberBook,
  code: RewardCode,
  event: CodeEvent & { type: "code_cancelled" },
): Outcome {
  if (code.state === "used" || code.state === "fulfilled") {
    return refused("code_already_used", `code ${code.code} has been used`);
  }
  if (code.state !== "held" && code.state !== "issued" && code.state !== "requested") return notOpen(code);
  const byMember = event.by === "member";
  requestWithdrawal(books, code, rewardOfCode(books, code));
  releaseCode(books, member, code, {
    state: byMember ? "released" : "revoked",
    reason: byMember ? "cancelled_by_member" : "revoked",
    at: event.at,
    note: event.reason,
  });
  return DONE;
}

function notOpen(code: RewardCode): Outcome {
  return refused("code_not_open", `code ${code.code} is ${code.state}`);
}
