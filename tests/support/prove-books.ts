import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { Lot } from "#app/domain/books/lots.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { RewardCode } from "#app/domain/books/codes.ts";
import { lotDueAt } from "#app/domain/ledger/due.ts";
import { isAlive, Lots } from "#app/domain/books/lots.ts";
import { moveInBook } from "#app/domain/ledger/post.ts";
import { nextDueAt } from "#app/domain/ledger/settle-due.ts";

/** Where nothing is noted as due, nothing may fall due by then. */
const NEVER = Date.UTC(9000, 0);

/** All that must hold of books at any time; throws `InvariantViolation` with the first that does not. */
export function proveBooks(books: Books): void {
  const keys = new Set<string>();
  for (const transaction of books.journal.transactions) {
    assert(!keys.has(transaction.key), `the key ${transaction.key} is posted once`);
    keys.add(transaction.key);
  }
  for (const member of books.members.values()) proveMember(books, member);
}

/** Where the lots' order is kept, none is due before its place in it. */
function proveNoted(books: Books, member: MemberBook, lot: Lot): void {
  const dueAt = lotDueAt(books, lot);
  if (!member.due.isKnown || dueAt === null) return;
  const { pending, open } = member.due;
  const isNoted = [pending, open].some((list) => list.has(lot.id, dueAt));
  assert(isNoted, `lot ${lot.id} is looked for by the time it is due`);
}

/** Where the codes' order is kept, none lapses before its place in it. */
function proveCodeNoted(member: MemberBook, { code, expiresAt }: RewardCode): void {
  const { isKnown, codes } = member.due;
  if (!isKnown || expiresAt === null) return;
  assert(codes.has(code, expiresAt), `code ${code} is looked for when it lapses`);
}

function proveMember(books: Books, member: MemberBook): void {
  const { balance } = member;
  const { available, pending, debt, held, earned, spent, expired } = balance;
  assert(
    earned - spent - expired === available + pending - debt,
    "earned − spent − expired is what there is",
  );
  const replayed: MemberBook = {
    ...member,
    balance: { available: 0, pending: 0, held: 0, debt: 0, earned: 0, spent: 0, expired: 0 },
    lots: new Lots([...member.lots.values()].map((lot) => [lot.id, { ...lot, remaining: 0 }])),
  };
  for (const transaction of books.journal.transactions) {
    if (transaction.memberId !== member.id) continue;
    for (const transfer of transaction.transfers) moveInBook(replayed, transfer);
  }
  assert(JSON.stringify(replayed.balance) === JSON.stringify(balance), "kept balances are the replayed ones");
  let open = 0;
  let waiting = 0;
  for (const lot of member.lots.values()) {
    const again = replayed.lots.get(lot.id);
    assert(again?.remaining === lot.remaining, `lot ${lot.id} is as replayed`);
    assert(lot.remaining + lot.expired <= lot.points, `lot ${lot.id} holds no more than was credited`);
    if (lot.state === "open") open += lot.remaining;
    else waiting += lot.remaining;
    if (isAlive(lot)) proveNoted(books, member, lot);
  }
  for (const code of member.codes.issued()) proveCodeNoted(member, code);
  assert(open === available, "open lots hold what is available");
  assert(waiting === pending, "pending lots hold what is pending");
  let reserved = 0;
  for (const code of member.codes.values()) {
    if (code.state === "held" || code.state === "issued" || code.state === "requested")
      reserved += code.points;
  }
  assert(reserved === held, "what is held is what unused codes cost");
  const dueAt = nextDueAt(books, member, member.nextDueAt ?? NEVER);
  assert(
    dueAt === null || (member.nextDueAt !== null && member.nextDueAt <= dueAt),
    "nothing falls due before it is looked for",
  );
  for (const award of member.awards.values()) {
    assert(award.standing - award.writtenOff === award.target, `order ${award.orderId} has what it should`);
  }
}
