import { assert } from "../assert.ts";
import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { TransactionKind, Transfer } from "../books/transaction.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import { noteLotDue } from "./due-lists.ts";
import { expiryOfLot } from "./expiry.ts";
import type { Explanation } from "./explanations/explanation.ts";
import { offsetDebt } from "./offset-debt.ts";
import { post } from "./post.ts";

export interface NewLot {
  readonly id: string;
  readonly cause: string;
  readonly kind: Lot["kind"];
  readonly programVersion: number;
  readonly createdAt: Instant;
  readonly availableAt: Instant | null;
  readonly isOpen: boolean;
}

export interface Credit {
  readonly key: string;
  readonly kind: TransactionKind;
  readonly at: Instant;
  readonly points: number;
  /** Asked only where entries are written down. */
  readonly explain: (lot: Lot) => Explanation;
  /** Where the points come from; brought into being unless said otherwise. */
  readonly from?: "issued" | "expired";
  /** What is owed stays owed: the points are to be spent. */
  readonly sparesDebt?: boolean;
  /** Further movements of the same cause, e.g. a write-off that is netted. */
  readonly alongside?: readonly Transfer[];
}

/** An empty lot with its expiry. The caller fills it at once. */
export function openLot(books: Books, member: MemberBook, lot: NewLot): Lot {
  const made: Lot = {
    id: lot.id,
    cause: lot.cause,
    kind: lot.kind,
    programVersion: lot.programVersion,
    createdAt: lot.createdAt,
    points: 0,
    remaining: 0,
    expired: 0,
    state: lot.isOpen ? "open" : "pending",
    availableAt: lot.availableAt,
    expiresAt: null,
    noticesSent: 0,
  };
  made.expiresAt = expiryOfLot(books, member, made);
  member.lots.set(made.id, made);
  return made;
}

/** Brings points into being in a lot; what becomes available pays a debt first. */
export function creditLot(books: Books, member: MemberBook, lot: Lot, credit: Credit): void {
  const to = lot.state === "pending" ? "pending" : "available";
  const { from = "issued", alongside = NONE } = credit;
  const transfer: Transfer = { from, to, points: credit.points, lotId: lot.id };
  post(books, member, {
    key: credit.key,
    kind: credit.kind,
    at: credit.at,
    programVersion: lot.programVersion,
    transfers: alongside.length === 0 ? [transfer] : [transfer, ...alongside],
    explanation: () => credit.explain(lot),
  });
  lot.points += credit.points;
  if (credit.kind === "earned") {
    request(books, {
      type: "notify_points_earned",
      memberId: member.id,
      points: credit.points,
      cause: lot.cause,
    });
  }
  if (to === "available" && credit.sparesDebt !== true)
    offsetDebt(books, member, lot, { becameAvailable: credit.points, at: credit.at });
  noteLotDue(books, member, lot);
}

const NONE: readonly never[] = [];

/** A lot of its own, available at once: activities, gifts, manual credits. Its id must be new, or that of a lot that moved away. */
export function creditNewLot(
  books: Books,
  member: MemberBook,
  { id, cause = id, kind }: { readonly id: string; readonly cause?: string; readonly kind: Lot["kind"] },
  credit: Credit,
): void {
  const known = member.lots.get(id);
  assert(known === undefined || known.points === 0, "a cause credits its lot once");
  const lot = openLot(books, member, {
    id: known === undefined ? id : `${id}:${String(member.sequence + 1)}`,
    cause,
    kind,
    programVersion: books.liveVersion,
    createdAt: credit.at,
    availableAt: credit.at,
    isOpen: true,
  });
  creditLot(books, member, lot, credit);
}
