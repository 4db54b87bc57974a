import type { Instant } from "../calendar.ts";
import { imaginedOrder } from "../earning/imagined-order.ts";
import { applyEvent, createBooks, ensureMember } from "../engine.ts";
import type { OrderLine } from "../event.ts";
import { inWords, type RenderedExplanation } from "../ledger/render-explanation.ts";
import { wordingFor, type Language } from "../ledger/wording.ts";
import type { LineCondition, Program } from "./program.ts";

/** An order made up to show what a program does: what is bought, and what it earns, entry by entry. */
export interface ExampleOrder {
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unitPriceMinor: number;
    /** What rules of the program look for in this line, e.g. `new`. */
    readonly marks: readonly string[];
  }[];
  readonly earned: readonly RenderedExplanation[];
  readonly points: number;
}

const MEMBER = "example";
/** In hundredths of the currency's main unit, as most currencies have them. */
const PLAIN_PRICE = 2_490;
const MARKED_PRICE = 1_250;

/**
 * What the program gives a new member for an order paid at `at`: two of a plain product, and one that
 * the first rule for particular goods of `about` is about. Judged by the engine that judges real orders.
 */
export function exampleOrder(
  program: Program,
  at: Instant,
  language: Language,
  about: Program = program,
): ExampleOrder {
  const lines = linesFor(about);
  const books = createBooks([{ version: 1, effectiveAt: at, program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: false,
    nextCode: codeSupply(),
  });
  ensureMember(books, MEMBER, at, { email: null, tags: [], birthday: null, status: "active" });
  books.journal.transactions.length = 0;
  const order = { ...imaginedOrder(MEMBER, lines, program.currency, at), name: "#1001" };
  applyEvent(books, { type: "order_changed", at, memberId: MEMBER, order });
  const wording = wordingFor(language, program);
  const member = books.members.get(MEMBER);
  return {
    lines: lines.map(({ product, quantity, unitPriceMinor, tags, collections, kind, vendor }) => ({
      name: product ?? MEMBER,
      quantity,
      unitPriceMinor,
      marks: [...tags, ...collections, kind, vendor].filter((mark) => mark !== ""),
    })),
    earned: books.journal.transactions.map(({ explanation }) => inWords(explanation, wording)),
    points: member === undefined ? 0 : member.balance.available + member.balance.pending,
  };
}

function linesFor(program: Program): readonly OrderLine[] {
  const plain = line("1", 2, price(PLAIN_PRICE, program), null);
  const particular = program.rules.find((rule) => rule.enabled && "lines" in rule && rule.lines !== null);
  if (particular === undefined || !("lines" in particular)) return [plain];
  return [plain, line("2", 1, price(MARKED_PRICE, program), particular.lines)];
}

function line(id: string, quantity: number, unitPriceMinor: number, like: LineCondition | null): OrderLine {
  const one = (values: ReadonlySet<string> | undefined) => [...(values ?? [])].slice(0, 1);
  return {
    id,
    product: one(like?.products)[0] ?? null,
    variant: one(like?.variants)[0] ?? null,
    quantity,
    unitPriceMinor,
    discountMinor: 0,
    taxMinor: 0,
    giftCard: false,
    tags: one(like?.tags),
    collections: one(like?.collections),
    vendor: one(like?.vendors).join(""),
    kind: one(like?.types).join(""),
  };
}

function price(hundredths: number, program: Program): number {
  return program.currencyDigits >= 2 ? hundredths * 10 ** (program.currencyDigits - 2) : hundredths;
}

function codeSupply(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `EXAMPLE-${String(made)}`;
  };
}
