import type { Transaction } from "#app/domain/books/transaction.ts";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { proveBooks } from "./prove-books.ts";
import { run } from "./replay-story.ts";
import { replayOutput } from "#app/domain/replay/results/output.ts";
import { finishReplay } from "#app/domain/replay/run-replay.ts";

export const base = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [] },
} as const satisfies ProgramDocumentDraft;

export interface Bought {
  readonly at: string;
  readonly units?: number;
  readonly price?: string;
  readonly product?: string;
  readonly kind?: string;
  readonly tags?: readonly string[];
  readonly member?: object;
  readonly codes?: readonly string[];
  readonly refunds?: readonly object[];
  readonly cancelledAt?: string;
}

export function order(id: string, bought: Bought): object {
  const { at, units = 1, price = "10.00", product = "p1", kind = "coffee", tags = [] } = bought;
  return {
    at: bought.cancelledAt ?? at,
    type: "order",
    order: {
      id,
      member: bought.member ?? { id: "m1", email: "m1@example.com" },
      currency: "EUR",
      placedAt: at,
      paidAt: at,
      cancelledAt: bought.cancelledAt ?? null,
      taxesIncluded: true,
      lines: [{ id: "1", product, variant: "v1", quantity: units, unitPrice: price, kind, tags }],
      discountCodes: bought.codes ?? [],
      refunds: bought.refunds ?? [],
    },
  };
}

export const back = (at: string, quantity = 1, amount = "10.00") => ({
  id: `r-${at}`,
  at,
  amount,
  lines: [{ line: "1", quantity, amount }],
});

interface Seen {
  readonly members: readonly Record<string, unknown>[];
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

export function replay(
  document: Partial<ProgramDocumentDraft>,
  lines: readonly object[],
  stopAt?: string,
): Seen {
  const posted: Transaction[] = [];
  const told = run(
    lines,
    { ...base, ...document },
    {
      stopAt: stopAt === undefined ? null : Date.parse(stopAt),
      onTransaction: (transaction) => posted.push(transaction),
    },
  );
  const end = finishReplay(told);
  told.books.journal.transactions.push(...posted);
  proveBooks(told.books);
  return JSON.parse([...replayOutput(told, end)].join("")) as Seen;
}

export const member = (seen: Seen, id = "m1") => seen.members.find((one) => one["id"] === id);
export const noon = (day: string) => `${day}T12:00:00+01:00`;
