import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Transaction } from "../../books/transaction.ts";
import { formatInstant } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { orderIdOf } from "../../ledger/explanations/explained-parts.ts";
import { inWords } from "../../ledger/explanations/render-explanation.ts";
import { renderNothingEarned } from "../../ledger/explanations/render-nothing-earned.ts";
import { renderTier } from "../../ledger/explanations/render-tier.ts";
import { wordingFor } from "../../ledger/explanations/wording.ts";
import type { Language } from "../../ledger/explanations/language.ts";
import type { Wording } from "../../ledger/explanations/wording.ts";
import { liveProgram, programOf } from "../../program/version-in-effect.ts";

/**
 * A member's ledger, an entry a line: when, what it is, what it did to the spendable balance and
 * what that was then, and why. Below it, what the ledger cannot say: orders without points, the tier.
 */
export function* explainMember(
  books: Books,
  member: MemberBook,
  transactions: readonly Transaction[],
  { end, language }: { readonly end: Instant | null; readonly language: Language },
): Generator<string> {
  const wordings = new Map<number, Wording>();
  const wordingOf = (version: number) => {
    const known = wordings.get(version) ?? wordingFor(language, programOf(books, version));
    wordings.set(version, known);
    return known;
  };
  const { timezone } = liveProgram(books);
  let available = 0;
  for (const transaction of transactions) {
    const change = availableChange(transaction);
    available += change;
    const { title, details } = inWords(
      transaction.explanation,
      wordingOf(transaction.programVersion),
      orderIdOf(transaction.explanation),
    );
    const figures = `${signed(change).padStart(8)} ${String(available).padStart(8)}`;
    const reason = [title, ...details].join("; ");
    yield `${formatInstant(transaction.at, timezone)}  ${transaction.kind.padEnd(11)} ${figures}  ${reason}\n`;
  }
  const words = wordingOf(books.liveVersion);
  const unsaid = [...member.awards.values()].flatMap((award) => renderNothingEarned(award, words) ?? []);
  const tier = renderTier(member, end ?? member.enrolledAt, words);
  for (const line of [...unsaid, ...tier]) yield `# ${line}\n`;
}

function availableChange(transaction: Transaction): number {
  let change = 0;
  for (const { from, to, points } of transaction.transfers) {
    if (to === "available") change += points;
    if (from === "available") change -= points;
  }
  return change;
}

function signed(points: number): string {
  return points > 0 ? `+${String(points)}` : String(points);
}
