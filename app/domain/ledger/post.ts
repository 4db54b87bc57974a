import { assert } from "../assert.ts";
import type { Account, Transaction, TransactionKind, Transfer } from "../books/transaction.ts";
import type { Books } from "../books/books.ts";
import type { MemberBalance, MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import type { Explanation } from "./explanations/explanation.ts";

export interface Posting {
  /** Unique per shop: names the cause and the step. */
  readonly key: string;
  readonly kind: TransactionKind;
  readonly at: Instant;
  readonly programVersion: number;
  readonly transfers: readonly Transfer[];
  /** A function where explaining costs more than posting: it is asked only if the entry is written down. */
  readonly explanation: Explanation | (() => Explanation);
}

/**
 * The only place that moves points: applies the transfers to the balances and to the lots they
 * name, and writes the transaction down. So kept balances and lots equal the replayed transfers.
 */
export function post(books: Books, member: MemberBook, posting: Posting): void {
  assert(posting.transfers.length > 0, "a transaction moves something");
  for (const transfer of posting.transfers) moveInBook(member, transfer);
  member.sequence += 1;
  if (!books.journalWanted) return;
  const { explanation } = posting;
  const transaction: Transaction = {
    memberId: member.id,
    ...posting,
    explanation: typeof explanation === "function" ? explanation() : explanation,
  };
  books.journal.transactions.push(transaction);
}

/** Applies one transfer to a member's balances and lots: what `post` does, and what proves it by replaying. */
export function moveInBook(member: MemberBook, transfer: Transfer): void {
  const { from, to, points } = transfer;
  assert(Number.isSafeInteger(points) && points > 0, "a transfer moves a positive number of points");
  assert(from !== to, "a transfer has two accounts");
  moveOnBalance(member.balance, from, -points);
  moveOnBalance(member.balance, to, points);
  if (transfer.lotId === null) return;
  const change = inLot(to) - inLot(from);
  if (change === 0) return;
  const lot = member.lots.get(transfer.lotId);
  assert(lot !== undefined, "a transfer's lot is in the books");
  lot.remaining += change * points;
  assert(lot.remaining >= 0, "a lot is never overdrawn");
}

function inLot(account: Account): number {
  return account === "pending" || account === "available" ? 1 : 0;
}

/** Member accounts are kept as they are, debt as a positive figure; the shop's are the member's sums. */
function moveOnBalance(balance: MemberBalance, account: Account, change: number): void {
  switch (account) {
    case "pending":
      balance.pending += change;
      assert(balance.pending >= 0, "a member's pending points never go below zero");
      return;
    case "available":
      balance.available += change;
      assert(balance.available >= 0, "a member's points never go below zero");
      return;
    case "held":
      balance.held += change;
      balance.spent += change;
      assert(balance.held >= 0, "held points never go below zero");
      return;
    case "debt":
      balance.debt -= change;
      assert(balance.debt >= 0, "a debt is never overpaid");
      return;
    case "redeemed":
      balance.spent += change;
      return;
    case "expired":
      balance.expired += change;
      return;
    case "issued":
    case "written_off":
      balance.earned -= change;
      return;
  }
}
