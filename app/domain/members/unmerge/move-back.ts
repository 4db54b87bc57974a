import type { Books } from "../../books/books.ts";
import type { Lot } from "../../books/lots.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Account, Transfer } from "../../books/transaction.ts";
import type { Instant } from "../../calendar.ts";
import { openLot } from "../../ledger/credit.ts";
import { bySpending, lotsToSpend } from "../../ledger/draws.ts";
import { offsetDebt } from "../../ledger/offset-debt.ts";
import { post } from "../../ledger/post.ts";
import type { Accounts, LotGoingBack, Shares } from "./share-out.ts";

interface Pair {
  readonly kept: MemberBook;
  readonly ended: MemberBook;
}

/** What each lot of a member is to hold. */
type Plan = Map<Lot, number>;

/**
 * Moves what belongs to the ended member back to it: one transaction takes it from the kept one, another issues it
 * anew. Whose lots hold more than they are to have owes the difference; whose hold less, is given it.
 */
export function moveBack(books: Books, pair: Pair, shares: Shares, at: Instant): void {
  const { kept, ended } = pair;
  const goingIds = new Set(shares.goingBack.map(({ lot }) => lot.id));
  const keptPlan: Plan = new Map();
  for (const lot of kept.lots.values()) if (!goingIds.has(lot.id)) keptPlan.set(lot, lot.remaining);
  for (const { lot, remaining } of shares.staying) keptPlan.set(lot, remaining);
  const endedPlan: Plan = new Map(
    shares.goingBack.map((going) => [restoredLot(ended, going), going.remaining]),
  );
  const keptDebt = balanceOut(books, kept, { plan: keptPlan, accounts: shares.kept, at });
  const endedDebt = balanceOut(books, ended, { plan: endedPlan, accounts: shares.ended, at });
  const points = [...endedPlan.values()].reduce((sum, remaining) => sum + remaining, shares.ended.held);
  postIf(books, kept, { ...pair, points, at }, [
    ...shares.goingBack.flatMap(({ lot }) => move(accountOf(lot), "issued", lot.remaining, lot.id)),
    ...accountsMoved(shares.ended, "issued"),
    ...[...keptPlan].flatMap(([lot, planned]) => corrected(lot, planned)),
    ...owedMore(keptDebt - kept.balance.debt),
  ]);
  for (const { lot } of shares.goingBack) emptied(lot);
  postIf(books, ended, { ...pair, points, at }, [
    ...[...endedPlan].flatMap(([lot, planned]) => corrected(lot, planned)),
    ...accountsMoved(shares.ended, "theirs"),
    ...owedMore(endedDebt - ended.balance.debt),
  ]);
}

/** Of a lot that went back a shell without points stays: rows are never deleted. */
function emptied(lot: Lot): void {
  lot.points = 0;
  lot.expired = 0;
  lot.state = "open";
}

/** The lot as it is by now, under its old name, with nothing in it yet. */
function restoredLot(ended: MemberBook, { lot, was }: LotGoingBack): Lot {
  const restored: Lot = { ...lot, id: was, remaining: 0 };
  ended.lots.set(was, restored);
  return restored;
}

/**
 * What a member owes so that lots and accounts come to what they are to have; where the lots hold too little, they
 * are planned to hold more: those that live longest first, and the rest in a lot of its own.
 */
function balanceOut(
  books: Books,
  member: MemberBook,
  { plan, accounts, at }: { readonly plan: Plan; readonly accounts: Accounts; readonly at: Instant },
): number {
  let inLots = 0;
  for (const remaining of plan.values()) inLots += remaining;
  const owed = inLots + accounts.held - accounts.wealth;
  if (owed >= 0) return owed;
  let missing = -owed;
  const living = [...plan.keys()].filter(
    ({ expiresAt, state }) => state === "open" && (expiresAt ?? at) >= at,
  );
  for (const lot of living.sort((a, b) => bySpending(b, a))) {
    const held = plan.get(lot) ?? 0;
    const added = Math.min(missing, Math.max(0, lot.points - lot.expired - held));
    plan.set(lot, held + added);
    missing -= added;
  }
  if (missing > 0) {
    const id = `unmerged:${member.id}:${String(member.sequence + 1)}`;
    const lot = openLot(books, member, {
      ...{ id, cause: id, kind: "returned", programVersion: books.liveVersion },
      ...{ createdAt: at, availableAt: at, isOpen: true },
    });
    lot.points = missing;
    plan.set(lot, missing);
  }
  return 0;
}

function corrected(lot: Lot, planned: number): Transfer[] {
  const change = planned - lot.remaining;
  return change > 0
    ? move("issued", accountOf(lot), change, lot.id)
    : move(accountOf(lot), "issued", -change, lot.id);
}

function accountsMoved({ held, spent, expired, writtenOff }: Accounts, to: "issued" | "theirs"): Transfer[] {
  const carry = (account: Account, points: number) =>
    to === "issued" ? move(account, "issued", points, null) : move("issued", account, points, null);
  return [
    ...carry("held", held),
    ...carry("redeemed", spent),
    ...carry("expired", expired),
    // Write-offs are the shop's, the other way round.
    ...(to === "issued"
      ? move("issued", "written_off", writtenOff, null)
      : move("written_off", "issued", writtenOff, null)),
  ];
}

function owedMore(points: number): Transfer[] {
  return points > 0 ? move("debt", "issued", points, null) : move("issued", "debt", -points, null);
}

function accountOf({ state }: Lot): "pending" | "available" {
  return state === "pending" ? "pending" : "available";
}

function move(from: Account, to: Account, points: number, lotId: string | null): Transfer[] {
  return points > 0 ? [{ from, to, points, lotId }] : [];
}

function postIf(
  books: Books,
  member: MemberBook,
  { kept, ended, points, at }: Pair & { readonly points: number; readonly at: Instant },
  transfers: readonly Transfer[],
): void {
  if (transfers.length === 0) return;
  post(books, member, {
    key: `unmerge:${ended.id}:${kept.id}:${member.id}:${String(member.sequence + 1)}`,
    kind: "unmerged",
    at,
    programVersion: books.liveVersion,
    transfers,
    explanation: { kind: "unmerged", fromMemberId: kept.id, toMemberId: ended.id, points },
  });
}

/** What is owed by an undo is paid with what is there, soonest expiry first. */
export function payDebt(books: Books, member: MemberBook, owed: number, at: Instant): void {
  let left = owed;
  for (const lot of lotsToSpend(member)) {
    if (left <= 0) return;
    const paid = Math.min(left, lot.remaining);
    offsetDebt(books, member, lot, { becameAvailable: paid, at });
    left -= paid;
  }
}
