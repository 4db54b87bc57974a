import type { Account, Transfer } from "../books/transaction.ts";
import type { Books } from "../books/books.ts";
import { holdsPoints } from "../books/codes.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { lotOf, lotsToSpend } from "../ledger/draws.ts";
import { offsetDebt } from "../ledger/offset-debt.ts";
import { post } from "../ledger/post.ts";

interface Holding {
  readonly account: Exclude<Account, "issued">;
  readonly points: number;
  readonly lotId: string | null;
}

/**
 * Moves all that `ended` has on any account to `kept`: one transaction takes it back to `issued`,
 * the other issues it anew, so that both members' balances and the shop's sums stay provable.
 */
export function moveAccounts(
  books: Books,
  kept: MemberBook,
  ended: MemberBook,
  { lots, at }: { readonly lots: ReadonlyMap<string, Lot>; readonly at: Instant },
): void {
  const holdings = holdingsOf(ended);
  if (holdings.length === 0) return;
  const { available, pending, held, debt } = ended.balance;
  const common = {
    kind: "merged",
    at,
    programVersion: books.liveVersion,
    explanation: {
      kind: "merged",
      fromMemberId: ended.id,
      toMemberId: kept.id,
      points: available + pending + held,
    },
  } as const;
  const key = `merge:${ended.id}:${kept.id}`;
  post(books, ended, {
    ...common,
    key: `${key}:out:${String(ended.sequence + 1)}`,
    transfers: holdings.map(takeAway),
  });
  const brought = holdings.map((holding) => ({
    ...holding,
    lotId: holding.lotId === null ? null : (lots.get(holding.lotId)?.id ?? holding.lotId),
  }));
  post(books, kept, {
    ...common,
    key: `${key}:in:${String(kept.sequence + 1)}`,
    transfers: brought.map(bring),
  });
  for (const { account, points, lotId } of brought) {
    if (account === "available" && lotId !== null)
      offsetDebt(books, kept, lotOf(kept, lotId), { becameAvailable: points, at });
  }
  payBroughtDebt(books, kept, debt, at);
}

/** What comes along owed is paid by what the kept member has, as what comes along pays what it owes. */
function payBroughtDebt(books: Books, kept: MemberBook, debt: number, at: Instant): void {
  let left = Math.min(debt, kept.balance.debt);
  for (const lot of lotsToSpend(kept)) {
    const paid = Math.min(left, lot.remaining);
    offsetDebt(books, kept, lot, { becameAvailable: paid, at });
    left -= paid;
  }
}

/** What is in each lot and code, and the sums that no lot holds. Debts and write-offs are owed the other way round. */
function holdingsOf(member: MemberBook): Holding[] {
  const { balance } = member;
  const holdings: Holding[] = [];
  const hold = (account: Holding["account"], points: number, lotId: string | null) => {
    if (points > 0) holdings.push({ account, points, lotId });
  };
  for (const lot of member.lots.values()) {
    hold(lot.state === "pending" ? "pending" : "available", lot.remaining, lot.id);
    // An emptied lot waits for nothing.
    lot.state = "open";
  }
  for (const code of member.codes.values()) {
    if (!holdsPoints(code)) continue;
    for (const draw of code.draws) hold("held", draw.points, draw.lotId);
  }
  hold("redeemed", balance.spent - balance.held, null);
  hold("expired", balance.expired, null);
  hold("debt", balance.debt, null);
  let writtenOff = 0;
  for (const award of member.awards.values()) writtenOff += award.writtenOff;
  hold("written_off", writtenOff, null);
  return holdings;
}

function takeAway({ account, points, lotId }: Holding): Transfer {
  return account === "debt" || account === "written_off"
    ? { from: "issued", to: account, points, lotId }
    : { from: account, to: "issued", points, lotId };
}

function bring({ account, points, lotId }: Holding): Transfer {
  return account === "debt" || account === "written_off"
    ? { from: account, to: "issued", points, lotId }
    : { from: "issued", to: account, points, lotId };
}
